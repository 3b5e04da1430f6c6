import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Language } from '../../kernel/language';
import type { Given } from '../questions/given';
import type { Marks } from '../sitting/marks';

/** An attempt as it is chosen or left out. */
export interface TriedRow {
  id: string;
  personId: string;
  chapterId: string;
  startedAt: Date;
  share: number | null;
}

export interface MarksRow {
  id: string;
  marks: Marks;
  language: Language | null;
}

/** A quiz that people of a chapter have taken. */
export interface TakenQuiz {
  slug: string;
  versionId: string;
  people: number;
  attempts: number;
  lastAt: Date;
}

const COUNTS = `"handedInAt" IS NOT NULL AND a."marks" IS NOT NULL AND NOT a."preview"`;

/** Marks by the thousand: read in pieces, so that nobody waits behind them. */
@Injectable()
export class AnalysisQueries {
  constructor(private readonly database: Database) {}

  async versionsOf(slug: string): Promise<string[]> {
    const sql = `SELECT "id" FROM "content_versions" WHERE "kind" = 'quiz' AND "slug" = ? ORDER BY "number"`;
    return (await this.database.rows<{ id: string }>(sql, [slug])).map(({ id }) => id);
  }

  /** Changes whenever a figure may. In whole numbers: a sum of fractions is another one each time that it is taken in another order. */
  async stateOf(versionIds: readonly string[]): Promise<string> {
    if (!versionIds.length) return '';
    const sql = `SELECT COUNT(*) AS "count", MAX(a."handedInAt") AS "lastHandedIn", COUNT(a."points") AS "marked", SUM(CAST(a."share" * 1000000000 AS BIGINT)) AS "shares"
      FROM "attempts" a WHERE a."quizVersionId" IN (?) AND a.${COUNTS}`;
    const [row] = await this.database.rows<Record<string, unknown>>(sql, [versionIds]);
    return JSON.stringify(row);
  }

  /** So many attempts at a version behind one, in the order of their ids. */
  tried(versionId: string, after: string, take: number): Promise<TriedRow[]> {
    const sql = `SELECT a."id", a."personId", a."startedAt", a."share", c."chapterId" FROM "attempts" a
      JOIN "enrolments" e ON e."id" = a."enrolmentId" JOIN "cohorts" c ON c."id" = e."cohortId"
      WHERE a."quizVersionId" = ? AND a."id" > ? AND a.${COUNTS} ORDER BY a."id" LIMIT ?`;
    return this.database.rows<TriedRow>(sql, [versionId, after, take]);
  }

  async marks(versionId: string, after: string, take: number): Promise<MarksRow[]> {
    const sql = `SELECT a."id", a."marks", a."language" FROM "attempts" a
      WHERE a."quizVersionId" = ? AND a."id" > ? AND a.${COUNTS} ORDER BY a."id" LIMIT ?`;
    const rows = await this.database.rows<MarksRow & { marks: string | Marks }>(sql, [versionId, after, take]);
    return rows.map((row) => ({ ...row, marks: parsed<Marks>(row.marks) }));
  }

  /** In which language each question of some attempts was answered, and what, where it is one of some questions. */
  async answers(
    attemptIds: readonly string[],
    questions: readonly string[],
  ): Promise<{ attemptId: string; question: string; given: Given | null; language: Language | null }[]> {
    if (!attemptIds.length) return [];
    const sql = `SELECT "attemptId", "question", CASE WHEN "question" IN (?) THEN "given" END AS "given", "language" FROM "answers" WHERE "attemptId" IN (?)`;
    type Row = { attemptId: string; question: string; given: string | Given | null; language: Language | null };
    const rows = await this.database.rows<Row>(sql, [questions, attemptIds]);
    return rows.map((row) => ({ ...row, given: row.given === null ? null : parsed<Given>(row.given) }));
  }

  /** The quizzes that people of a chapter have handed in, the one of the last days first. */
  takenIn(chapterId: string): Promise<TakenQuiz[]> {
    const sql = `SELECT v."slug", COUNT(DISTINCT a."personId") AS "people", COUNT(*) AS "attempts", MAX(a."handedInAt") AS "lastAt",
      (SELECT w."id" FROM "content_versions" w WHERE w."kind" = 'quiz' AND w."slug" = v."slug" ORDER BY w."number" DESC LIMIT 1) AS "versionId"
      FROM "attempts" a JOIN "content_versions" v ON v."id" = a."quizVersionId" JOIN "enrolments" e ON e."id" = a."enrolmentId"
      JOIN "cohorts" c ON c."id" = e."cohortId" WHERE c."chapterId" = ? AND a.${COUNTS} GROUP BY v."slug" ORDER BY MAX(a."handedInAt") DESC`;
    return this.database.rows<TakenQuiz>(sql, [chapterId]);
  }

  /** Whether a chapter has to do with a quiz: one of its cohorts is pinned to it, or somebody of its people has taken it. */
  async isTakenIn(chapterId: string, slug: string): Promise<boolean> {
    const sql = `SELECT c."pins", (SELECT COUNT(*) FROM "attempts" a JOIN "content_versions" v ON v."id" = a."quizVersionId"
        JOIN "enrolments" e ON e."id" = a."enrolmentId" WHERE e."cohortId" = c."id" AND v."slug" = ?) AS "attempts"
      FROM "cohorts" c WHERE c."chapterId" = ?`;
    const rows = await this.database.rows<{ pins: string | Record<string, string>; attempts: number }>(sql, [slug, chapterId]);
    return rows.some(({ pins, attempts }) => Number(attempts) > 0 || Object.hasOwn(parsed<object>(pins), `quiz:${slug}`));
  }
}

/** JSON comes as text from one database and as a value from the other. */
function parsed<T>(value: string | T): T {
  return typeof value === 'string' ? (JSON.parse(value) as T) : value;
}
