import { Injectable } from '@nestjs/common';
import type { WorkState } from '../../assignments/works/state';
import { CHAPTER_QUIZ } from '../../content/structures';
import { Database } from '../../database/database.service';
import type { Language } from '../../kernel/language';
import type { Given } from '../../quizzes/questions/given';
import type { HandedOut } from './open-since';

/** Somebody who is in a cohort, and when they last did anything there. */
export interface InCohort {
  enrolmentId: string;
  cohortId: string;
  personId: string;
  name: string;
  language: Language | null;
  joinedAt: Date;
  lastAt: Date | null;
}

export interface TriedRow {
  id: string;
  enrolmentId: string;
  quizVersionId: string;
  module: string;
  step: string;
  passed: number;
}

/** A work that was handed in, by whom. */
interface WorkRow extends HandedOut {
  enrolmentId: string;
}

interface Moments {
  stepAt: Date | null;
  begunAt: Date | null;
  answeredAt: Date | null;
  readAt: Date | null;
  satAt: Date | null;
  wroteAt: Date | null;
}

type PersonRow = Omit<InCohort, 'lastAt'> & Moments;

const LAST = `(SELECT MAX(c."at") FROM "completions" c WHERE c."enrolmentId" = e."id") AS "stepAt",
  (SELECT MAX(a."startedAt") FROM "attempts" a WHERE a."enrolmentId" = e."id" AND NOT a."preview") AS "begunAt",
  (SELECT MAX(w."savedAt") FROM "attempts" a JOIN "answers" w ON w."attemptId" = a."id" WHERE a."enrolmentId" = e."id") AS "answeredAt",
  (SELECT r."at" FROM "reading_places" r WHERE r."enrolmentId" = e."id") AS "readAt",
  (SELECT MAX(v."at") FROM "table_places" p JOIN "simulation_tables" s ON s."id" = p."tableId"
    JOIN "table_events" v ON v."tableId" = s."id" AND v."seq" = s."headSeq" WHERE p."enrolmentId" = e."id") AS "satAt",
  (SELECT MAX(w."savedAt") FROM "works" w WHERE w."enrolmentId" = e."id") AS "wroteAt"`;

/** A chapter's own quizzes never count, and nobody needs help because of them. */
const OF_PROGRAMME = `a."module" <> '${CHAPTER_QUIZ}'`;

/** Whom to look at: everybody in some cohorts, or one person in one. */
export type Among = { cohorts: readonly string[] } | { enrolment: string };

const whereOf = (among: Among) => ('cohorts' in among ? '"cohortId" IN (?)' : '"id" = ?');
const valueOf = (among: Among) => ('cohorts' in among ? among.cohorts : among.enrolment);

/** What the rules about needs look at: as many questions for a thousand people as for one. */
@Injectable()
export class NeedQueries {
  constructor(private readonly database: Database) {}

  /** Everybody who is still on the way. */
  async people(among: Among): Promise<InCohort[]> {
    const rows = await this.database.rows<PersonRow>(
      `SELECT e."id" AS "enrolmentId", e."cohortId", e."personId", e."joinedAt", p."name", p."language", ${LAST}
        FROM "enrolments" e JOIN "people" p ON p."id" = e."personId" WHERE e.${whereOf(among)} AND e."state" = 'active'`,
      [valueOf(among)],
    );
    return rows.map(({ stepAt, begunAt, answeredAt, readAt, satAt, wroteAt, ...row }) => ({
      ...row,
      lastAt: latestOf({ stepAt, begunAt, answeredAt, readAt, satAt, wroteAt }),
    }));
  }

  /** When they last did anything, whatever has become of them. */
  async lastSeen(among: Among): Promise<Map<string, Date | null>> {
    const rows = await this.database.rows<{ enrolmentId: string } & Moments>(
      `SELECT e."id" AS "enrolmentId", ${LAST} FROM "enrolments" e WHERE e.${whereOf(among)}`,
      [valueOf(among)],
    );
    return new Map(rows.map(({ enrolmentId, ...moments }) => [enrolmentId, latestOf(moments)]));
  }

  /** Tries that were handed in, from the first to the latest. */
  tries(among: Among): Promise<TriedRow[]> {
    return this.database.rows<TriedRow>(
      `SELECT a."id", a."enrolmentId", a."quizVersionId", a."module", a."step", CASE WHEN a."passed" THEN 1 ELSE 0 END AS "passed"
        FROM "attempts" a JOIN "enrolments" e ON e."id" = a."enrolmentId"
        WHERE e.${whereOf(among)} AND e."state" = 'active' AND a."handedInAt" IS NOT NULL AND a."passed" IS NOT NULL AND NOT a."preview" AND ${OF_PROGRAMME} ORDER BY a."handedInAt", a."number"`,
      [valueOf(among)],
    );
  }

  /** The answers of everybody's latest try, where it did not pass; by the try. */
  async latestAnswers(among: Among): Promise<Map<string, Map<string, Given>>> {
    const rows = await this.database.rows<{ attemptId: string; question: string; given: string }>(
      `SELECT w."attemptId", w."question", w."given"
        FROM "answers" w JOIN "attempts" a ON a."id" = w."attemptId" JOIN "enrolments" e ON e."id" = a."enrolmentId"
        WHERE e.${whereOf(among)} AND e."state" = 'active' AND a."handedInAt" IS NOT NULL AND NOT a."passed" AND NOT a."preview" AND ${OF_PROGRAMME}
          AND NOT EXISTS (SELECT 1 FROM "attempts" b WHERE b."enrolmentId" = a."enrolmentId" AND b."handedInAt" > a."handedInAt" AND NOT b."preview"
            AND b."module" <> '${CHAPTER_QUIZ}')`,
      [valueOf(among)],
    );
    const found = new Map<string, Map<string, Given>>();
    for (const { attemptId, question, given } of rows) {
      const answers = found.get(attemptId) ?? new Map<string, Given>();
      found.set(attemptId, answers.set(question, JSON.parse(given) as Given));
    }
    return found;
  }

  /** What those who are still on the way have done. */
  done(among: Among): Promise<{ enrolmentId: string; subject: string; at: Date }[]> {
    return this.database.rows(
      `SELECT c."enrolmentId", c."subject", c."at" FROM "completions" c JOIN "enrolments" e ON e."id" = c."enrolmentId"
        WHERE e.${whereOf(among)} AND e."state" = 'active'`,
      [valueOf(among)],
    );
  }

  /** Their works that were handed in. */
  async works(among: Among): Promise<WorkRow[]> {
    const rows = await this.database.rows<Omit<WorkRow, 'waits'> & { state: WorkState }>(
      `SELECT w."enrolmentId", w."module", w."step", w."state", w."answeredAt" FROM "works" w JOIN "enrolments" e ON e."id" = w."enrolmentId"
        WHERE e.${whereOf(among)} AND e."state" = 'active' AND w."number" > 0`,
      [valueOf(among)],
    );
    return rows.map(({ state, ...row }) => ({ ...row, waits: state === 'waiting' }));
  }

  /** When these people were last written to, wherever that was. */
  async lastNudges(among: Among): Promise<Map<string, Date>> {
    const rows = await this.database.rows<{ personId: string; sentAt: Date }>(
      `SELECT n."personId", MAX(n."sentAt") AS "sentAt" FROM "nudges" n
        WHERE n."personId" IN (SELECT e."personId" FROM "enrolments" e WHERE e.${whereOf(among)}) GROUP BY n."personId"`,
      [valueOf(among)],
    );
    return new Map(rows.map(({ personId, sentAt }) => [personId, sentAt]));
  }
}

function latestOf(moments: Moments): Date | null {
  return Object.values(moments).reduce((last: Date | null, at: Date | null) => (at && (!last || at > last) ? at : last), null);
}
