import { Injectable } from '@nestjs/common';
import type { StakeholderGroup } from '../../content/scenario';
import { Database } from '../../database/database.service';
import type { Candidate, Part } from './cast';

/** Somebody of a cohort who can be cast; `id` is the enrolment's. */
export interface Castable extends Candidate {
  personId: string;
  name: string;
}

/** Who sits where, or looks on. */
export interface NamedPlace {
  id: string;
  tableId: string;
  enrolmentId: string;
  name: string;
  role: string;
  standsBy: boolean;
  /** they have left the cohort */
  gone: boolean;
}

interface Row {
  id: string;
  personId: string;
  name: string;
  /** JSON; null for whoever has said nothing */
  roles: string | null;
  ownGroup: StakeholderGroup | null;
  part: Part | null;
}

/** The people of a cohort with what they would like to be, and who sits where at its tables. */
@Injectable()
export class SettingQueries {
  constructor(private readonly database: Database) {}

  /** By name. */
  async people(cohortId: string, module: string, step: string): Promise<Castable[]> {
    const rows = await this.database.rows<Row>(
      `SELECT e."id", e."personId", p."name", w."roles", w."ownGroup", w."part" FROM "enrolments" e JOIN "people" p ON p."id" = e."personId"
        LEFT JOIN "role_wishes" w ON w."enrolmentId" = e."id" AND w."module" = ? AND w."step" = ?
        WHERE e."cohortId" = ? AND e."state" <> 'withdrawn' ORDER BY p."name", e."id"`,
      [module, step, cohortId],
    );
    return rows.map(({ roles, part, ...row }) => ({ ...row, wishes: roles ? (JSON.parse(roles) as string[]) : [], part: part ?? 'play' }));
  }

  /** In the order in which they came. */
  async places(tableIds: string[]): Promise<NamedPlace[]> {
    if (!tableIds.length) return [];
    const rows = await this.database.rows<Omit<NamedPlace, 'gone' | 'standsBy'> & { standsBy: number; state: string }>(
      `SELECT t."id", t."tableId", t."enrolmentId", p."name", t."role", t."standsBy", e."state" FROM "table_places" t JOIN "people" p ON p."id" = t."personId"
        JOIN "enrolments" e ON e."id" = t."enrolmentId" WHERE t."tableId" IN (?) ORDER BY t."takenAt", t."id"`,
      [tableIds],
    );
    return rows.map(({ state, standsBy, ...row }) => ({ ...row, standsBy: standsBy === 1, gone: state === 'withdrawn' }));
  }
}
