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

const FROM = `SELECT a."id" AS "attemptId", a."enrolmentId", a."personId", p."name", a."quizVersionId", a."handedInAt", a."marks", c."name" AS "cohortName",
  h."id" AS "chapterId", h."name" AS "chapterName", h."slug" AS "chapterSlug" FROM "attempts" a JOIN "people" p ON p."id" = a."personId"
  JOIN "enrolments" e ON e."id" = a."enrolmentId" JOIN "cohorts" c ON c."id" = e."cohortId" JOIN "chapters" h ON h."id" = c."chapterId"
  WHERE a."handedInAt" IS NOT NULL AND NOT a."preview" AND a."marks" IS NOT NULL AND e."state" <> 'withdrawn'`;

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
    const sql = `${FROM} AND h."id" = ? AND EXISTS (SELECT 1 FROM "essay_marks" m WHERE m."attemptId" = a."id") ORDER BY a."handedInAt" DESC, a."id" LIMIT ?`;
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
