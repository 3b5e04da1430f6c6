import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Language } from '../../kernel/language';
import type { Certainty } from '../sitting/certainty';
import type { Given } from '../questions/given';
import type { Marks } from '../sitting/marks';
import { earliestEnd, isOpen } from '../sitting/timing';
import type { Answer } from './answer.entity';
import type { Attempt } from './attempt.entity';

type AttemptRow = Omit<Attempt, 'passed' | 'preview' | 'marks'> & {
  passed: boolean | number | null;
  preview: boolean | number;
  marks: string | null;
};

const MOST_BEGUN = 5_000;

interface SavingRow {
  handedInAt: Date | null;
  abandonedAt: Date | null;
  endsAt: Date | null;
  reached: number;
  given: string | null;
  sequence: number;
  page: string;
  turn: number;
  savedAt: Date;
  certainty: Certainty | null;
  tries: string | null;
  closedAt: Date | null;
  language: Language | null;
}

/** Whether an attempt still takes answers, and the one it has to a question. */
export interface Saving extends Pick<Attempt, 'handedInAt' | 'abandonedAt' | 'endsAt' | 'reached'> {
  answer: Answer | null;
}

/** What is saved of an answer. */
export type Saved = Pick<Answer, 'attemptId' | 'question' | 'given' | 'page' | 'turn' | 'savedAt' | 'certainty' | 'language'>;

/** Where questions are taken in sequence, the number of the one that is answered; null where they are not. */
export type InSequence = number | null;

const ANYWHERE = [1, 1_000_000] as const;

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
      a."extraTime", a."overdueAt", a."handedInAt", a."abandonedAt", a."dueAt", a."preview", a."reached", a."language", a."marks", a."share",
      a."points", a."most", a."passed"
      FROM "attempts" a JOIN "enrolments" e ON e."id" = a."enrolmentId" AND (e."state" <> 'withdrawn' OR a."handedInAt" IS NOT NULL)
      WHERE a."id" = ? AND a."personId" = ?`;
    const [row] = await this.database.rows<AttemptRow>(sql, [id, personId]);
    const attempt = row ? asAttempt(row) : null;
    if (attempt) this.remember(attempt);
    return attempt;
  }

  private remember(attempt: Attempt): void {
    if (!isOpen(attempt)) return void this.begun.delete(attempt.id);
    if (this.begun.size >= MOST_BEGUN) this.begun.clear();
    this.begun.set(attempt.id, attempt);
  }

  /**
   * Saves the answer while its attempt is open and the question is, and unless another one is newer (`verdict` says which is, in the same
   * numbers). How often it has been saved by then, the same post twice being once; null when nothing was saved. One statement, because nothing in the product writes as often.
   */
  async save(
    { attemptId, question, given, page, turn, savedAt, certainty, language }: Saved,
    known: number,
    number: InSequence,
  ): Promise<number | null> {
    const sql = `INSERT INTO "answers" ("attemptId", "question", "given", "sequence", "page", "turn", "savedAt", "certainty", "language")
      SELECT a."id", ?, ?, 1, ?, ?, ?, ?, ? FROM "attempts" a JOIN "enrolments" e ON e."id" = a."enrolmentId" AND e."state" <> 'withdrawn'
      WHERE a."id" = ? AND a."handedInAt" IS NULL AND a."abandonedAt" IS NULL AND (a."endsAt" IS NULL OR a."endsAt" >= ?)
        AND a."reached" BETWEEN ? AND ?
      ON CONFLICT ("attemptId", "question") DO UPDATE SET "given" = excluded."given",
        "sequence" = "answers"."sequence" + CASE WHEN "answers"."page" = excluded."page" AND "answers"."turn" = excluded."turn"
          AND "answers"."given" = excluded."given" THEN 0 ELSE 1 END, "page" = excluded."page", "turn" = excluded."turn", "savedAt" = excluded."savedAt", "certainty" = excluded."certainty",
        "language" = excluded."language"
      WHERE "answers"."closedAt" IS NULL
        AND CASE WHEN "answers"."page" = excluded."page" THEN "answers"."turn" <= excluded."turn" ELSE "answers"."sequence" = ? END
      RETURNING "sequence"`;
    const [from, to] = number === null ? ANYWHERE : [number, number];
    const answer = [question, JSON.stringify(given), page, turn, savedAt, certainty, language];
    const [row] = await this.database.changed<{ sequence: number }>(sql, [...answer, attemptId, earliestEnd(savedAt), from, to, known]);
    return row?.sequence ?? null;
  }

  /** Null for somebody who has left the cohort. */
  async saving(attemptId: string, question: string): Promise<Saving | null> {
    const sql = `SELECT a."handedInAt", a."abandonedAt", a."endsAt", a."reached", n."given", n."sequence", n."page", n."turn", n."savedAt",
        n."certainty", n."tries", n."closedAt", n."language"
      FROM "attempts" a JOIN "enrolments" e ON e."id" = a."enrolmentId" AND e."state" <> 'withdrawn'
      LEFT JOIN "answers" n ON n."attemptId" = a."id" AND n."question" = ? WHERE a."id" = ?`;
    const [row] = await this.database.rows<SavingRow>(sql, [question, attemptId]);
    if (!row) return null;
    const { handedInAt, abandonedAt, endsAt, reached, given, tries, ...saved } = row;
    const about = { attemptId, question, tries: tries === null ? null : (JSON.parse(tries) as Given[]) };
    return {
      handedInAt,
      abandonedAt,
      endsAt,
      reached,
      answer: given === null ? null : { ...about, given: JSON.parse(given) as Given, ...saved },
    };
  }

  /** Attempts of which time has made something by now, a hundred at a time in the order of their ids. */
  async dueBy(now: Date, after: string): Promise<string[]> {
    const sql = 'SELECT "id" FROM "attempts" WHERE "dueAt" <= ? AND "id" > ? ORDER BY "id" LIMIT 100';
    return (await this.database.rows<{ id: string }>(sql, [now, after])).map(({ id }) => id);
  }

  /** To whom an attempt belongs, and in which language and by which clock they read; null for a preview and for whoever has left. */
  async readerOf(attemptId: string): Promise<Reader | null> {
    const sql = `SELECT p."id" AS "personId", p."name", p."email", COALESCE(p."language", c."language") AS "language", COALESCE(p."zone", c."zone") AS "zone"
      FROM "attempts" a JOIN "people" p ON p."id" = a."personId" AND p."active" JOIN "enrolments" e ON e."id" = a."enrolmentId" AND e."state" <> 'withdrawn'
      JOIN "cohorts" c ON c."id" = e."cohortId" WHERE a."id" = ? AND NOT a."preview"`;
    const [row] = await this.database.rows<Reader>(sql, [attemptId]);
    return row ?? null;
  }
}

interface Reader {
  personId: string;
  name: string;
  email: string;
  language: Language;
  zone: string;
}

function asAttempt(row: AttemptRow): Attempt {
  return {
    ...row,
    passed: row.passed === null ? null : Boolean(row.passed),
    preview: Boolean(row.preview),
    marks: row.marks === null ? null : (JSON.parse(row.marks) as Marks),
  };
}
