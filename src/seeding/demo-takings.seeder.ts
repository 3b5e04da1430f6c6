import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Cohort } from '../cohorts/cohort.entity';
import { Enrolment } from '../cohorts/enrolment/enrolment.entity';
import { StudyQueries } from '../cohorts/enrolment/studies.queries';
import { CHAPTER_QUIZ } from '../content/structures';
import { Database } from '../database/database.service';
import type { Writer } from '../database/writer';
import { SetQuizzes } from '../quizzes/papers/set-quizzes.service';
import { Cards } from '../quizzes/remembering/cards.service';
import { DemoQuizzes } from './demo-quizzes.seeder';
import type { DemoWorld } from './demo-world';
import { daysAgo } from './demo-trainees.seeder';

/** Who has taken a quiz of their chapter: somebody who wants to be reminded of what they missed, somebody whose text waits to be marked. */
@Injectable()
export class DemoTakings {
  constructor(
    private readonly database: Database,
    private readonly studies: StudyQueries,
    private readonly sets: SetQuizzes,
    private readonly quizzes: DemoQuizzes,
    private readonly cards: Cards,
  ) {}

  async take(
    write: Writer,
    chapterId: string,
    { takings = [] }: DemoWorld['chapters'][number],
    people: ReadonlyMap<string, string>,
    now: Date,
  ): Promise<void> {
    for (const { email, text, reminded } of takings) {
      const personId = people.get(email)!;
      const cohorts = await this.database.read(Cohort).findBy({ chapterId, archivedAt: IsNull() });
      const where = { personId, cohortId: In(cohorts.map(({ id }) => id)) };
      const [study] = await this.database.read(Enrolment).find({ where, order: { joinedAt: 'ASC', id: 'ASC' } });
      const sets = await this.sets.ofCohort(study!.cohortId);
      const set = sets[text ? sets.length - 1 : 0]!;
      const at = daysAgo(now, reminded ? 1.9 : 0.4);
      if (reminded) await this.cards.wish(write, personId, at);
      const place = {
        study: (await this.studies.one(study!.id, personId))!,
        module: CHAPTER_QUIZ,
        step: set.slug,
        quizVersionId: set.versionId,
      };
      await this.quizzes.sit(write, place, { well: false, text }, at);
    }
  }
}
