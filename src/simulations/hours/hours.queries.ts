import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Language } from '../../kernel/language';
import type { SimulationTable } from '../tables/simulation-table.entity';

export type RunningTable = Pick<SimulationTable, 'id' | 'name' | 'headSeq' | 'headHash' | 'scenarioVersionId'>;

/** Somebody with a place at a table, and how they read. */
export interface Sitting {
  placeId: string;
  tableId: string;
  enrolmentId: string;
  /** '' looks on */
  role: string;
  /** ready to take a seat */
  standsBy: boolean;
  /** how the table's log knows them */
  alias: string;
  takenAt: Date;
  debriefedAt: Date | null;
  personId: string;
  name: string;
  email: string;
  language: Language;
  zone: string;
}

const IN_COHORT = `JOIN "enrolments" e ON e."id" = s."enrolmentId" AND e."state" <> 'withdrawn'
  JOIN "cohorts" c ON c."id" = e."cohortId" JOIN "people" p ON p."id" = s."personId"`;

const SITTING = `SELECT s."id" AS "placeId", s."tableId", s."enrolmentId", s."role", s."standsBy", s."alias", s."takenAt", s."debriefedAt", p."id" AS "personId", p."name", p."email",
  COALESCE(p."language", c."language") AS "language", COALESCE(p."zone", c."zone") AS "zone"
  FROM "table_places" s ${IN_COHORT} AND p."active" JOIN "simulation_tables" t ON t."id" = s."tableId" AND t."cohortId" IS NOT NULL`;

/** The people of tables, as far as clocks and letters go. */
@Injectable()
export class HoursQueries {
  constructor(private readonly database: Database) {}

  /** The zone of everybody who sits at a table, once for each: their own, or else their cohort's. While nobody sits there, the cohort's. */
  async zonesAt(tableId: string): Promise<string[]> {
    const seated = `SELECT COALESCE(p."zone", c."zone") AS "zone" FROM "table_places" s ${IN_COHORT} WHERE s."tableId" = ? AND s."role" <> ''`;
    const rows = await this.database.rows<{ zone: string }>(seated, [tableId]);
    if (rows.length) return rows.map(({ zone }) => zone);
    const sql = 'SELECT c."zone" FROM "simulation_tables" t JOIN "cohorts" c ON c."id" = t."cohortId" WHERE t."id" = ?';
    return (await this.database.rows<{ zone: string }>(sql, [tableId])).map(({ zone }) => zone);
  }

  /** Tables of people that something waits for, and those whose talk has ended since: of cohorts that were not put away. */
  running(endedSince: Date): Promise<RunningTable[]> {
    return this.database.rows<RunningTable>(
      `SELECT t."id", t."name", t."headSeq", t."headHash", t."scenarioVersionId" FROM "simulation_tables" t
        JOIN "cohorts" c ON c."id" = t."cohortId" WHERE c."archivedAt" IS NULL AND (t."dueAt" IS NOT NULL OR t."endedAt" > ?) ORDER BY t."id"`,
      [endedSince],
    );
  }

  /** Whoever has a seat there, in the order of the places. */
  seatedAt(tableId: string): Promise<Sitting[]> {
    return this.sitting(`WHERE s."tableId" = ? AND s."role" <> '' ORDER BY s."takenAt", s."id"`, tableId);
  }

  /** Whoever has a place there, looking on included, in the order of the places. */
  placedAt(tableId: string): Promise<Sitting[]> {
    return this.sitting('WHERE s."tableId" = ? ORDER BY s."takenAt", s."id"', tableId);
  }

  /** Whoever has this place, looking on included, while their cohort is not put away. */
  async at(placeId: string): Promise<Sitting | null> {
    return (await this.sitting('WHERE s."id" = ? AND c."archivedAt" IS NULL', placeId))[0] ?? null;
  }

  /** Where it is noted what somebody was told of their place at a table that was set: the id of it. */
  async seatLetter(tableId: string, enrolmentId: string): Promise<string | null> {
    const sql = `SELECT n."id", CAST(u."tables" AS TEXT) AS "tables" FROM "seat_letters" n JOIN "sittings" u ON u."id" = n."sittingId" WHERE n."enrolmentId" = ?`;
    const rows = await this.database.rows<{ id: string; tables: string }>(sql, [enrolmentId]);
    return rows.find(({ tables }) => (JSON.parse(tables) as string[]).includes(tableId))?.id ?? null;
  }

  private async sitting(which: string, id: string): Promise<Sitting[]> {
    const rows = await this.database.rows<Omit<Sitting, 'standsBy'> & { standsBy: number }>(`${SITTING} ${which}`, [id]);
    return rows.map((row) => ({ ...row, standsBy: row.standsBy === 1 }));
  }
}
