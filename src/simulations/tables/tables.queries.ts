import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import { NotFound } from '../../kernel/not-found';
import type { SimulationTable } from './simulation-table.entity';

type Row = Omit<SimulationTable, 'agreed'> & { agreed: boolean | number | null };

function tableOf(row: Row): SimulationTable {
  return { ...row, agreed: row.agreed === null ? null : Boolean(row.agreed) };
}

/** A table found through its person, which every page in the room begins with. */
@Injectable()
export class TableQueries {
  constructor(private readonly database: Database) {}

  /** One's own table, while one is in its cohort. */
  async own(id: string, personId: string): Promise<SimulationTable | null> {
    const sql = `SELECT t.* FROM "simulation_tables" t
      JOIN "enrolments" e ON e."id" = t."enrolmentId" AND e."state" <> 'withdrawn' WHERE t."id" = ? AND t."personId" = ?`;
    const [row] = await this.database.rows<Row>(sql, [id, personId]);
    return row ? tableOf(row) : null;
  }

  /** A table as it stands, and whether its log knows a command already. */
  async head(id: string, commandId: string): Promise<{ table: SimulationTable; known: boolean }> {
    const sql = `SELECT t.*, (SELECT COUNT(*) FROM "table_events" e WHERE e."tableId" = t."id" AND e."commandId" = ?) AS "known"
      FROM "simulation_tables" t WHERE t."id" = ?`;
    const [row] = await this.database.rows<Row & { known: number }>(sql, [commandId, id]);
    if (!row) throw new NotFound();
    const { known, ...table } = row;
    return { table: tableOf(table), known: known > 0 };
  }
}
