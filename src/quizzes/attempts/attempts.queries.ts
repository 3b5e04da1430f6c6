import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Given } from '../given';
import { earliestEnd } from '../timing';
import type { Answer } from './answer.entity';
import type { Attempt } from './attempt.entity';

type AttemptRow = Omit<Attempt, 'passed'> & { passed: boolean | number | null };

const MOST_BEGUN = 5_000;

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
  private readonly begun = new Map<string, Attempt>();

  constructor(private readonly database: Database) {}

  /** One's own attempt as it was when it was open: whose it is and what is asked never changes. Whether it still takes answers, `save` finds out. */
  async begunBy(id: string, personId: string): Promise<Attempt | null> {
    const known = this.begun.get(id);
    return known?.personId === personId ? known : this.own(id, personId);
  }

  /** One's own attempt, while one is in its cohort; what was handed in stays one's own to read. */
  async own(id: string, personId: string): Promise<Attempt | null> {
    const sql = `SELECT a."id", a."enrolmentId", a."personId", a."quizVersionId", a."module", a."step", a."number", a."startedAt", a."endsAt",
      a."extraTime", a."handedInAt", a."points", a."most", a."passed"
      FROM "attempts" a JOIN "enrolments" e ON e."id" = a."enrolmentId" AND (e."state" <> 'withdrawn' OR a."handedInAt" IS NOT NULL)
      WHERE a."id" = ? AND a."personId" = ?`;
    const [row] = await this.database.rows<AttemptRow>(sql, [id, personId]);
    const attempt = row ? { ...row, passed: row.passed === null ? null : Boolean(row.passed) } : null;
    if (attempt) this.remember(attempt);
    return attempt;
  }

  private remember(attempt: Attempt): void {
    if (attempt.handedInAt) return void this.begun.delete(attempt.id);
    if (this.begun.size >= MOST_BEGUN) this.begun.clear();
    this.begun.set(attempt.id, attempt);
  }

  /**
   * Saves the answer while its attempt is open, and unless another one is newer (`verdict` says which is, in the same numbers). How often it
   * has been saved by then; null when nothing was saved. One statement, because nothing in the product writes as often.
   */
  async save({ attemptId, question, given, page, turn, savedAt }: Omit<Answer, 'sequence'>, known: number): Promise<number | null> {
    const sql = `INSERT INTO "answers" ("attemptId", "question", "given", "sequence", "page", "turn", "savedAt")
      SELECT a."id", ?, ?, 1, ?, ?, ? FROM "attempts" a JOIN "enrolments" e ON e."id" = a."enrolmentId" AND e."state" <> 'withdrawn'
      WHERE a."id" = ? AND a."handedInAt" IS NULL AND (a."endsAt" IS NULL OR a."endsAt" >= ?)
      ON CONFLICT ("attemptId", "question") DO UPDATE SET "given" = excluded."given", "sequence" = "answers"."sequence" + 1,
        "page" = excluded."page", "turn" = excluded."turn", "savedAt" = excluded."savedAt"
      WHERE CASE WHEN "answers"."page" = excluded."page" THEN "answers"."turn" <= excluded."turn" ELSE "answers"."sequence" = ? END
      RETURNING "sequence"`;
    const values = [question, JSON.stringify(given), page, turn, savedAt, attemptId, earliestEnd(savedAt), known];
    const [row] = await this.database.changed<{ sequence: number }>(sql, values);
    return row?.sequence ?? null;
  }

  /** Whether the attempt still takes answers, and the one it has to a question; null for somebody who has left the cohort. */
  async saving(
    attemptId: string,
    question: string,
  ): Promise<{ handedInAt: Date | null; endsAt: Date | null; answer: Answer | null } | null> {
    const sql = `SELECT a."handedInAt", a."endsAt", n."given", n."sequence", n."page", n."turn", n."savedAt"
      FROM "attempts" a JOIN "enrolments" e ON e."id" = a."enrolmentId" AND e."state" <> 'withdrawn'
      LEFT JOIN "answers" n ON n."attemptId" = a."id" AND n."question" = ? WHERE a."id" = ?`;
    const [row] = await this.database.rows<SavingRow>(sql, [question, attemptId]);
    if (!row) return null;
    const { handedInAt, endsAt, given, ...saved } = row;
    return { handedInAt, endsAt, answer: given === null ? null : { attemptId, question, given: JSON.parse(given) as Given, ...saved } };
  }
}
