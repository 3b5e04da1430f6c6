import { Injectable } from '@nestjs/common';
import { Chapters } from '../chapters/chapters.service';
import { Cohorts } from '../cohorts/cohorts.service';
import { dayAfter, dayIn } from '../cohorts/schedule';
import { inPlaceOf } from '../cohorts/timetable/timetable';
import { usualDays } from '../cohorts/timetable/usual';
import { Content } from '../content/content.service';
import type { Writer } from '../database/writer';
import { programme as programmeOf } from '../modules/programme';
import { DemoLives } from './demo-lives.seeder';
import type { DemoWorld } from './demo-world';
import { daysAgo, DemoTrainees } from './demo-trainees.seeder';

/** The demo's chapters and cohorts. */
@Injectable()
export class DemoPlaces {
  constructor(
    private readonly chapters: Chapters,
    private readonly cohorts: Cohorts,
    private readonly content: Content,
    private readonly trainees: DemoTrainees,
    private readonly lives: DemoLives,
  ) {}

  async fill(write: Writer, world: DemoWorld, people: Map<string, string>, now: Date): Promise<void> {
    for (const chapter of world.chapters) await this.openChapter(write, chapter, people, now);
    for (const cohort of world.cohorts) await this.openCohort(write, world, cohort, people, now);
  }

  private async openChapter(write: Writer, chapter: DemoWorld['chapters'][number], people: Map<string, string>, now: Date): Promise<void> {
    const id = await this.chapters.create(write, chapter, now);
    for (const email of chapter.leads) await this.chapters.appoint(write, id, people.get(email)!, 'lead', now);
    for (const email of chapter.trainers) await this.chapters.appoint(write, id, people.get(email)!, 'trainer', now);
  }

  private async openCohort(
    write: Writer,
    world: DemoWorld,
    cohort: DemoWorld['cohorts'][number],
    people: Map<string, string>,
    now: Date,
  ): Promise<void> {
    const { language, zone } = world.chapters.find(({ slug }) => slug === cohort.chapter)!;
    const chapter = (await this.chapters.bySlug(cohort.chapter))!;
    const programme = (await this.content.latest({ kind: 'programme', slug: cohort.programme }))!;
    const startsOn = dayAfter(dayIn(zone, now), -cohort.began);
    const span = { startsOn, endsOn: dayAfter(startsOn, cohort.weeks * 7 - 1) };
    const { modules } = programmeOf(await this.content.document(programme.id));
    const timetable = cohort.timetable ? inPlaceOf(null, usualDays(modules, span, 'aoe')) : null;
    const details = { name: cohort.name, language, zone, ...span, places: cohort.places, timetable };
    const made = cohort.draft ? now : daysAgo(now, cohort.began + 3);
    const id = await this.cohorts[cohort.draft ? 'draft' : 'open'](write, chapter.id, programme.id, details, made);
    for (const trainee of cohort.people) {
      const name = world.people.find(({ email }) => email === trainee.email)!.name;
      await this.trainees.study(write, id, { ...trainee, id: people.get(trainee.email)!, name }, now);
    }
    const [lead] = world.chapters.find(({ slug }) => slug === cohort.chapter)!.leads;
    await this.lives.live(write, id, cohort, { people, lead: people.get(lead!)! }, now);
  }
}
