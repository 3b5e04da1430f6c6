import { Injectable } from '@nestjs/common';
import { Chapters } from '../chapters/chapters.service';
import { Cohorts } from '../cohorts/cohorts.service';
import { dayAfter, dayIn } from '../cohorts/schedule';
import { Content } from '../content/content.service';
import type { Writer } from '../database/writer';
import { DemoWorks } from './demo-works.seeder';
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
    private readonly works: DemoWorks,
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
    const details = {
      name: cohort.name,
      language,
      zone,
      startsOn,
      endsOn: dayAfter(startsOn, cohort.weeks * 7 - 1),
      places: cohort.places,
    };
    const id = await this.cohorts.open(write, chapter.id, programme.id, details, daysAgo(now, cohort.began + 3));
    for (const trainee of cohort.people) {
      const name = world.people.find(({ email }) => email === trainee.email)!.name;
      const personId = people.get(trainee.email)!;
      await this.trainees.study(write, id, { ...trainee, id: personId, name }, now);
      if (trainee.work) await this.works.handIn(write, id, personId, trainee.work, daysAgo(now, Math.max(1, trainee.joined - 3)));
    }
  }
}
