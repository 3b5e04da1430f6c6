import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';

/** Where the people of tables live, as far as clocks go. */
@Injectable()
export class HoursQueries {
  constructor(private readonly database: Database) {}

  /** The zone of everybody who sits at a table, once for each: their own, or else their cohort's. While nobody sits there, the cohort's. */
  async zonesAt(tableId: string): Promise<string[]> {
    const rows = await this.database.rows<{ zone: string }>(
      `SELECT COALESCE(p."zone", c."zone") AS "zone" FROM "table_places" s
        JOIN "enrolments" e ON e."id" = s."enrolmentId" AND e."state" <> 'withdrawn'
        JOIN "cohorts" c ON c."id" = e."cohortId" JOIN "people" p ON p."id" = s."personId"
        WHERE s."tableId" = ? AND s."role" <> ''`,
      [tableId],
    );
    if (rows.length) return rows.map(({ zone }) => zone);
    const sql = 'SELECT c."zone" FROM "simulation_tables" t JOIN "cohorts" c ON c."id" = t."cohortId" WHERE t."id" = ?';
    return (await this.database.rows<{ zone: string }>(sql, [tableId])).map(({ zone }) => zone);
  }
}
