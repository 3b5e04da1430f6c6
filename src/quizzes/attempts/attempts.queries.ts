import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Given } from '../given';
import { earliestEnd } from '../timing';
import type { Answer } from './answer.entity';
import type { Attempt } from './attempt.entity';

type AttemptRow = Omit<Attempt, 'passed'> & { passed: boolean | number | null };

interface SavingRow {
  handedInAt: Date | null;
  endsAt: Date | null;
  given: string | null;
  sequence: number;
  page: string;
  turn: number;
  savedAt: Date;
}

/** The questions behind every answer that is saved, asked by hand because nothing in the product is asked as often. */
@Injectable()
export class AttemptQueries {
  constructor(private readonly database: Database) {}

  /** One's own attempt, while one is in its cohort. */
  async own(id: string, personId: string): Promise<Attempt | null> {
    const sql = `SELECT a."id", a."enrolmentId", a."personId", a."quizVersionId", a."module", a."step", a."number", a."startedAt", a."endsAt",
      a."handedInAt", a."points", a."most", a."passed"
      FROM "attempts" a JOIN "enrolments" e ON e."id" = a."enrolmentId" AND e."state" <> 'withdrawn' WHERE a."id" = ? AND a."personId" = ?`;
    const [row] = await this.database.rows<AttemptRow>(sql, [id, personId]);
    return row ? { ...row, passed: row.passed === null ? null : Boolean(row.passed) } : null;
  }

  /**
   * Saves the answer while its attempt is open, and unless another one is newer (`verdict` says which is, in the same numbers). How often it
   * has been saved by then; null when nothing was saved. One statement, because nothing in the product writes as often.
   */
  async save({ attemptId, question, given, page, turn, savedAt }: Omit<Answer, 'sequence'>, known: number): Promise<number | null> {
    const sql = `INSERT INTO "answers" ("attemptId", "question", "given", "sequence", "page", "turn", "savedAt")
      SELECT a."id", ?, ?, 1, ?, ?, ? FROM "attempts" a WHERE a."id" = ? AND a."handedInAt" IS NULL AND (a."endsAt" IS NULL OR a."endsAt" >= ?)
      ON CONFLICT ("attemptId", "question") DO UPDATE SET "given" = excluded."given", "sequence" = "answers"."sequence" + 1,
        "page" = excluded."page", "turn" = excluded."turn", "savedAt" = excluded."savedAt"
      WHERE CASE WHEN "answers"."page" = excluded."page" THEN "answers"."turn" <= excluded."turn" ELSE "answers"."sequence" = ? END
      RETURNING "sequence"`;
    const values = [question, JSON.stringify(given), page, turn, savedAt, attemptId, earliestEnd(savedAt), known];
    const [row] = await this.database.changed<{ sequence: number }>(sql, values);
    return row?.sequence ?? null;
  }

  /** Whether the attempt still takes answers, and the one it has to a question. */
  async saving(attemptId: string, question: string): Promise<{ handedInAt: Date | null; endsAt: Date | null; answer: Answer | null }> {
    const sql = `SELECT a."handedInAt", a."endsAt", n."given", n."sequence", n."page", n."turn", n."savedAt"
      FROM "attempts" a LEFT JOIN "answers" n ON n."attemptId" = a."id" AND n."question" = ? WHERE a."id" = ?`;
    const [row] = await this.database.rows<SavingRow>(sql, [question, attemptId]);
    const { handedInAt, endsAt, given, ...saved } = row!;
    return { handedInAt, endsAt, answer: given === null ? null : { attemptId, question, given: JSON.parse(given) as Given, ...saved } };
  }
}
