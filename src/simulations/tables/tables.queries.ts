import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { SimulationTable } from './simulation-table.entity';

type Row = Omit<SimulationTable, 'agreed'> & { agreed: boolean | number | null };

/** A table found through its person, which every page in the room begins with. */
@Injectable()
export class TableQueries {
  constructor(private readonly database: Database) {}

  /** One's own table, while one is in its cohort. */
  async own(id: string, personId: string): Promise<SimulationTable | null> {
    const sql = `SELECT t.* FROM "simulation_tables" t
      JOIN "enrolments" e ON e."id" = t."enrolmentId" AND e."state" <> 'withdrawn' WHERE t."id" = ? AND t."personId" = ?`;
    const [row] = await this.database.rows<Row>(sql, [id, personId]);
    return row ? { ...row, agreed: row.agreed === null ? null : Boolean(row.agreed) } : null;
  }
}
