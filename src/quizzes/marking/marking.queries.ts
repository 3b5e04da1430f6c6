import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Marks } from '../sitting/marks';

/** An attempt with something that a person has to mark, or has marked. */
export interface WaitingAttempt {
  attemptId: string;
  enrolmentId: string;
  personId: string;
  name: string;
  quizVersionId: string;
  chapterId: string;
  chapterName: string;
  chapterSlug: string;
  cohortName: string;
  handedInAt: Date;
  marks: Marks;
}

/**
 * Attempts first, whatever a planner thinks: few of them wait, and they have an index of their own, while a chapter's enrolments are many.
 * SQLite follows the order of a CROSS JOIN; for PostgreSQL it is one order among others, and its figures tell it the same.
 */
const FROM = `SELECT a."id" AS "attemptId", a."enrolmentId", a."personId", p."name", a."quizVersionId", a."handedInAt", a."marks", c."name" AS "cohortName",
  h."id" AS "chapterId", h."name" AS "chapterName", h."slug" AS "chapterSlug"
  FROM "attempts" a CROSS JOIN "enrolments" e CROSS JOIN "cohorts" c CROSS JOIN "chapters" h CROSS JOIN "people" p
  WHERE e."id" = a."enrolmentId" AND c."id" = e."cohortId" AND h."id" = c."chapterId" AND p."id" = a."personId"
  AND a."handedInAt" IS NOT NULL AND NOT a."preview" AND a."marks" IS NOT NULL AND e."state" <> 'withdrawn'`;

/** Longer texts that wait for somebody to mark them. */
@Injectable()
export class MarkingQueries {
  constructor(private readonly database: Database) {}

  /** In some chapters, those that have waited longest first. */
  waiting(chapterIds: readonly string[]): Promise<WaitingAttempt[]> {
    if (!chapterIds.length) return Promise.resolve([]);
    return this.read(`${FROM} AND a."share" IS NULL AND h."id" IN (?) ORDER BY a."handedInAt", a."id"`, [chapterIds]);
  }

  /** Those that somebody has marked, the last ones first. */
  marked(chapterId: string, take: number): Promise<WaitingAttempt[]> {
    const sql = `${FROM} AND h."id" = ? AND a."id" IN (SELECT m."attemptId" FROM "essay_marks" m) ORDER BY a."handedInAt" DESC, a."id" LIMIT ?`;
    return this.read(sql, [chapterId, take]);
  }

  async one(attemptId: string, chapterId: string): Promise<WaitingAttempt | null> {
    const [row] = await this.read(`${FROM} AND a."id" = ? AND h."id" = ?`, [attemptId, chapterId]);
    return row ?? null;
  }

  private async read(sql: string, values: readonly unknown[]): Promise<WaitingAttempt[]> {
    const rows = await this.database.rows<Omit<WaitingAttempt, 'marks'> & { marks: string }>(sql, [...values]);
    return rows.map((row) => ({ ...row, marks: JSON.parse(row.marks) as Marks }));
  }
}
