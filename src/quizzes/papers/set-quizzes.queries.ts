import { Injectable } from '@nestjs/common';
import { CHAPTER_QUIZ } from '../../content/structures';
import { Database } from '../../database/database.service';
import type { QuizDays } from './quiz-days';
import type { Try } from './results';

/** Tries of chapters' quizzes, which lie among all others under a module that is none. */
@Injectable()
export class SetQuizQueries {
  constructor(private readonly database: Database) {}

  /** Everybody in a cohort with their tries of its chapter's quizzes, by name and then as they began. */
  tries(cohortId: string, enrolmentId: string | null = null): Promise<Try[]> {
    return this.database.rows<Try>(
      `SELECT e."id" AS "enrolmentId", p."name", a."id" AS "attemptId", a."step" AS "slug", a."number", a."handedInAt", a."abandonedAt", a."share",
        a."quizVersionId" AS "versionId"
        FROM "enrolments" e JOIN "people" p ON p."id" = e."personId" JOIN "attempts" a ON a."enrolmentId" = e."id" AND a."module" = ? AND NOT a."preview"
        WHERE e."cohortId" = ? AND e."state" <> 'withdrawn'${enrolmentId === null ? '' : ' AND e."id" = ?'}
        ORDER BY p."name", e."id", a."number"`,
      [CHAPTER_QUIZ, cohortId, ...(enrolmentId === null ? [] : [enrolmentId])],
    );
  }

  /** The days of a quiz in the cohort of an enrolment, and the zone in which they are. */
  async daysOf(enrolmentId: string, slug: string): Promise<(QuizDays & { zone: string }) | null> {
    const rows = await this.database.rows<QuizDays & { zone: string }>(
      `SELECT s."opensOn", s."closesOn", c."zone" FROM "set_quizzes" s JOIN "cohorts" c ON c."id" = s."cohortId"
        JOIN "enrolments" e ON e."cohortId" = c."id" WHERE e."id" = ? AND s."slug" = ?`,
      [enrolmentId, slug],
    );
    return rows[0] ?? null;
  }

  /** Whether anybody in a cohort has begun one of its chapter's quizzes, also who has left since. */
  async begun(cohortId: string, slug: string): Promise<boolean> {
    const rows = await this.database.rows(
      `SELECT 1 AS "one" FROM "attempts" a JOIN "enrolments" e ON e."id" = a."enrolmentId"
        WHERE e."cohortId" = ? AND a."module" = ? AND a."step" = ? AND NOT a."preview" LIMIT 1`,
      [cohortId, CHAPTER_QUIZ, slug],
    );
    return rows.length > 0;
  }
}
