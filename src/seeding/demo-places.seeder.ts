import { Injectable } from '@nestjs/common';
import { Cohorts } from '../cohorts/cohorts.service';
import { dayAfter, dayIn } from '../cohorts/schedule';
import { inPlaceOf } from '../cohorts/timetable/timetable';
import { usualDays } from '../cohorts/timetable/usual';
import { Content } from '../content/content.service';
import type { Writer } from '../database/writer';
import { programme as programmeOf } from '../modules/programme';
import { DemoChapters } from './demo-chapters.seeder';
import { DemoLives } from './demo-lives.seeder';
import type { DemoWorld } from './demo-world';
import { daysAgo, DemoTrainees } from './demo-trainees.seeder';

/** The demo's chapters and cohorts. */
@Injectable()
export class DemoPlaces {
  constructor(
    private readonly chapters: DemoChapters,
    private readonly cohorts: Cohorts,
    private readonly content: Content,
    private readonly trainees: DemoTrainees,
    private readonly lives: DemoLives,
  ) {}

  async fill(write: Writer, world: DemoWorld, people: Map<string, string>, now: Date): Promise<void> {
    const chapters = new Map<string, string>();
    for (const chapter of world.chapters) chapters.set(chapter.slug, await this.chapters.open(write, chapter, people, now));
    for (const cohort of world.cohorts) await this.openCohort(write, world, cohort, { people, chapters }, now);
    for (const chapter of world.chapters) {
      const [id, trainer] = [chapters.get(chapter.slug)!, people.get(chapter.trainers[0] ?? chapter.leads[0]!)!];
      await this.chapters.setQuizzes(write, id, trainer, now);
      await this.lives.take(write, id, chapter, people, now);
    }
  }

  private async openCohort(
    write: Writer,
    world: DemoWorld,
    cohort: DemoWorld['cohorts'][number],
    { people, chapters }: { people: Map<string, string>; chapters: Map<string, string> },
    now: Date,
  ): Promise<void> {
    const { language, zone } = world.chapters.find(({ slug }) => slug === cohort.chapter)!;
    const programme = (await this.content.latest({ kind: 'programme', slug: cohort.programme }))!;
    const startsOn = dayAfter(dayIn(zone, now), -cohort.began);
    const span = { startsOn, endsOn: dayAfter(startsOn, cohort.weeks * 7 - 1) };
    const { modules } = programmeOf(await this.content.document(programme.id));
    const timetable = cohort.timetable ? inPlaceOf(null, usualDays(modules, span, 'aoe')) : null;
    const details = { name: cohort.name, language, zone, ...span, places: cohort.places, timetable };
    const made = cohort.draft ? now : daysAgo(now, cohort.began + 3);
    const id = await this.cohorts[cohort.draft ? 'draft' : 'open'](write, chapters.get(cohort.chapter)!, programme.id, details, made);
    for (const trainee of cohort.people) {
      const name = world.people.find(({ email }) => email === trainee.email)!.name;
      await this.trainees.study(write, id, { ...trainee, id: people.get(trainee.email)!, name }, now);
    }
    const [lead] = world.chapters.find(({ slug }) => slug === cohort.chapter)!.leads;
    await this.lives.live(write, id, cohort, { people, lead: people.get(lead!)! }, now);
  }
}
