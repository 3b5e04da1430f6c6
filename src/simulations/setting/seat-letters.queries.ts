import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Language } from '../../kernel/language';
import type { Sitting } from './sitting.entity';

type Use = Pick<Sitting, 'name' | 'mode' | 'scenarioVersionId' | 'startsAt' | 'begunAt'>;

/** Somebody with a place at a table that was set, and how they read. */
export interface Placed extends Use {
  sittingId: string;
  enrolmentId: string;
  personId: string;
  person: string;
  email: string;
  language: Language;
  zone: string;
  tableId: string;
  table: string;
  /** '' looks on */
  role: string;
  standsBy: boolean;
  /** what they were told last; null before the first letter */
  toldTable: string | null;
  toldRole: string | null;
  /** when they are to hear something; null where they are to hear nothing */
  dueAt: Date | null;
}

/** Somebody who was told of a seat. */
export type Told = Pick<Placed, 'scenarioVersionId' | 'enrolmentId' | 'personId' | 'person' | 'email' | 'language' | 'zone' | 'table'> & {
  id: string;
  role: string;
};

/** `tables`: JSON. */
type Row = Omit<Placed, 'standsBy'> & { standsBy: number; tables: string };

const READER = `p."id" AS "personId", p."name" AS "person", p."email", COALESCE(p."language", c."language") AS "language",
  COALESCE(p."zone", c."zone") AS "zone"`;

/** Of cohorts that were not put away, and whoever is still in them. A use knows its tables as a list, so rows of other uses are sorted out below. */
const PLACED = `SELECT s."id" AS "sittingId", s."name", s."mode", s."scenarioVersionId", s."startsAt", s."begunAt", s."tables", e."id" AS "enrolmentId", ${READER},
  t."id" AS "tableId", t."name" AS "table", l."role", l."standsBy", n."tableId" AS "toldTable", n."role" AS "toldRole", n."dueAt"
  FROM "sittings" s JOIN "cohorts" c ON c."id" = s."cohortId" AND c."archivedAt" IS NULL
  JOIN "enrolments" e ON e."cohortId" = c."id" AND e."state" <> 'withdrawn' JOIN "people" p ON p."id" = e."personId" AND p."active"
  JOIN "table_places" l ON l."enrolmentId" = e."id" AND l."module" = s."module" AND l."step" = s."step" JOIN "simulation_tables" t ON t."id" = l."tableId"
  LEFT JOIN "seat_letters" n ON n."sittingId" = s."id" AND n."enrolmentId" = e."id"`;

/** Likewise, whoever was told of a place. */
const TOLD = `SELECT n."id", n."enrolmentId", n."role", t."name" AS "table", s."scenarioVersionId", ${READER} FROM "seat_letters" n
  JOIN "sittings" s ON s."id" = n."sittingId" JOIN "simulation_tables" t ON t."id" = n."tableId"
  JOIN "cohorts" c ON c."id" = s."cohortId" AND c."archivedAt" IS NULL
  JOIN "enrolments" e ON e."id" = n."enrolmentId" AND e."state" <> 'withdrawn' JOIN "people" p ON p."id" = e."personId" AND p."active"`;

/** Who is to be written to about a table that was set. */
@Injectable()
export class SeatLetterQueries {
  constructor(private readonly database: Database) {}

  /** Those who are to hear something of their seat by now. */
  due(now: Date): Promise<Placed[]> {
    return this.placed('WHERE n."dueAt" <= ? ORDER BY n."dueAt", n."id"', now);
  }

  /** Everybody with a place at a use. */
  at(sittingId: string): Promise<Placed[]> {
    return this.placed('WHERE s."id" = ? ORDER BY l."takenAt", l."id"', sittingId);
  }

  /** Those of them who were told of a seat, with what they were told; `id` is the letter's. */
  told(now: Date): Promise<Told[]> {
    return this.database.rows<Told>(`${TOLD} WHERE n."dueAt" <= ? AND n."role" <> ''`, [now]);
  }

  /** Whoever was told of a place at a use, and has none there by now. */
  async gone(sittingId: string): Promise<Told[]> {
    const placed = new Set((await this.at(sittingId)).map(({ enrolmentId }) => enrolmentId));
    const told = await this.database.rows<Told>(`${TOLD} WHERE s."id" = ? ORDER BY n."id"`, [sittingId]);
    return told.filter(({ enrolmentId }) => !placed.has(enrolmentId));
  }

  private async placed(which: string, value: Date | string): Promise<Placed[]> {
    const rows = await this.database.rows<Row>(`${PLACED} ${which}`, [value]);
    return rows.flatMap(({ tables, standsBy, ...row }) =>
      (JSON.parse(tables) as string[]).includes(row.tableId) ? [{ ...row, standsBy: standsBy === 1 }] : [],
    );
  }
}
