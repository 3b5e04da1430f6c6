import { Injectable } from '@nestjs/common';
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
      const [study] = await this.database.rows<{ id: string; cohortId: string }>(
        `SELECT e."id", e."cohortId" FROM "enrolments" e JOIN "cohorts" c ON c."id" = e."cohortId"
         WHERE e."personId" = ? AND c."chapterId" = ? AND c."archivedAt" IS NULL ORDER BY e."joinedAt", e."id"`,
        [personId, chapterId],
      );
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
