import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';

/** Of many tables at once: how far they are, and who has the right to look at them. Asked all the time while somebody does. */
@Injectable()
export class WatchingQueries {
  constructor(private readonly database: Database) {}

  /** The last event of each, by id. */
  async heads(tables: readonly string[]): Promise<Map<string, number>> {
    const sql = 'SELECT "id", "headSeq" FROM "simulation_tables" WHERE "id" IN (?)';
    const rows = await this.database.rows<{ id: string; headSeq: number }>(sql, [tables]);
    return new Map(rows.map(({ id, headSeq }) => [id, headSeq]));
  }

  /** The role of everybody who has a place at one of them, by table and person ('' looks on). */
  async places(tables: readonly string[]): Promise<Map<string, string>> {
    const sql = `SELECT p."tableId", p."personId", p."role" FROM "table_places" p
      JOIN "enrolments" e ON e."id" = p."enrolmentId" AND e."state" <> 'withdrawn' WHERE p."tableId" IN (?)`;
    const rows = await this.database.rows<{ tableId: string; personId: string; role: string }>(sql, [tables]);
    return new Map(rows.map(({ tableId, personId, role }) => [`${tableId} ${personId}`, role]));
  }

  /** Those of these people who may facilitate: the team of the chapter, and stewards; as `table person`. */
  async teams(tables: readonly string[], people: readonly string[]): Promise<Set<string>> {
    const sql = `SELECT t."id" AS "tableId", p."id" AS "personId" FROM "simulation_tables" t
      JOIN "cohorts" c ON c."id" = t."cohortId" JOIN "people" p ON p."id" IN (?)
      WHERE t."id" IN (?) AND (p."steward" OR EXISTS (SELECT 1 FROM "memberships" m
        WHERE m."personId" = p."id" AND m."chapterId" = c."chapterId" AND m."role" IN ('trainer', 'lead')))`;
    const rows = await this.database.rows<{ tableId: string; personId: string }>(sql, [people, tables]);
    return new Set(rows.map(({ tableId, personId }) => `${tableId} ${personId}`));
  }
}
