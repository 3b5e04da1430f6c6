import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { MoveKind } from './move.entity';

/** A coming or going as pages tell it; `toCohort…` where somebody was moved on and is still known there. */
export interface Told {
  kind: MoveKind;
  movedAt: Date;
  by: string | null;
  toEnrolmentId: string | null;
  toCohortId: string | null;
  toCohort: string | null;
}

/** Somebody who is no longer in a cohort. */
export interface Gone {
  enrolmentId: string;
  name: string;
  joinedAt: Date;
}

/** Where somebody came from who was moved here. */
export interface Origin {
  enrolmentId: string;
  cohortId: string;
  cohort: string;
  movedAt: Date;
}

/** Comings and goings, as they are looked up. */
@Injectable()
export class MoveQueries {
  constructor(private readonly database: Database) {}

  /** Of one enrolment, the latest first. */
  of(enrolmentId: string): Promise<Told[]> {
    return this.database.rows<Told>(
      `SELECT m."kind", m."at" AS "movedAt", p."name" AS "by", m."toEnrolmentId", c."id" AS "toCohortId", c."name" AS "toCohort" FROM "moves" m
        LEFT JOIN "people" p ON p."id" = m."byId" LEFT JOIN "enrolments" e ON e."id" = m."toEnrolmentId"
        LEFT JOIN "cohorts" c ON c."id" = e."cohortId" WHERE m."enrolmentId" = ? ORDER BY m."at" DESC, m."id" DESC`,
      [enrolmentId],
    );
  }

  /** Where the person of an enrolment was moved from, the latest first. */
  origins(enrolmentId: string): Promise<Origin[]> {
    return this.database.rows<Origin>(
      `SELECT e."id" AS "enrolmentId", c."id" AS "cohortId", c."name" AS "cohort", m."at" AS "movedAt" FROM "moves" m
        JOIN "enrolments" e ON e."id" = m."enrolmentId" JOIN "cohorts" c ON c."id" = e."cohortId"
        WHERE m."toEnrolmentId" = ? ORDER BY m."at" DESC, m."id" DESC`,
      [enrolmentId],
    );
  }

  /** How the latest coming or going of somebody in a cohort was; null for who was never out. */
  async latest(cohortId: string, personId: string): Promise<MoveKind | null> {
    const rows = await this.database.rows<{ kind: MoveKind }>(
      `SELECT m."kind" FROM "moves" m JOIN "enrolments" e ON e."id" = m."enrolmentId"
        WHERE e."cohortId" = ? AND e."personId" = ? ORDER BY m."at" DESC, m."id" DESC LIMIT 1`,
      [cohortId, personId],
    );
    return rows[0]?.kind ?? null;
  }

  /** Everybody who was in a cohort and is not now, by name. */
  gone(cohortId: string): Promise<Gone[]> {
    return this.database.rows<Gone>(
      `SELECT e."id" AS "enrolmentId", p."name", e."joinedAt" FROM "enrolments" e JOIN "people" p ON p."id" = e."personId"
        WHERE e."cohortId" = ? AND e."state" = 'withdrawn' ORDER BY p."name", e."id"`,
      [cohortId],
    );
  }
}
