import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import { NotFound } from '../../kernel/not-found';
import type { Longer } from '../engine/commands';
import type { SimulationTable } from './simulation-table.entity';
import type { TablePlace } from './table-place.entity';

/** A table with one person's place at it; `id` is the table's. */
export interface SeatedTable
  extends
    SimulationTable,
    Pick<TablePlace, 'enrolmentId' | 'personId' | 'module' | 'step' | 'number' | 'role' | 'standsBy' | 'alias' | 'debriefedAt'> {
  placeId: string;
}

type Row<T extends SimulationTable> = Omit<T, 'agreed'> & { agreed: boolean | number | null };

function tableOf<T extends SimulationTable>(row: Row<T>): T {
  return { ...row, agreed: row.agreed === null ? null : Boolean(row.agreed) } as unknown as T;
}

const SEATED = `SELECT t.*, p."id" AS "placeId", p."enrolmentId", p."personId", p."module", p."step", p."number", p."role", p."standsBy", p."alias", p."debriefedAt"
  FROM "table_places" p JOIN "simulation_tables" t ON t."id" = p."tableId"`;
const ENROLLED = `JOIN "enrolments" e ON e."id" = p."enrolmentId" AND e."state" <> 'withdrawn'`;

/** Tables found through the people at them, which every page in the room begins with. */
@Injectable()
export class TableQueries {
  constructor(private readonly database: Database) {}

  /** A table at which one has a place, while one is in its cohort. */
  async own(id: string, personId: string): Promise<SeatedTable | null> {
    return (await this.seated(`${ENROLLED} WHERE t."id" = ? AND p."personId" = ?`, [id, personId]))[0] ?? null;
  }

  /** A table of a cohort's people, whoever asks. */
  async ofCohort(id: string): Promise<SimulationTable | null> {
    const sql = 'SELECT * FROM "simulation_tables" WHERE "id" = ? AND "cohortId" IS NOT NULL';
    const [row] = await this.database.rows<Row<SimulationTable>>(sql, [id]);
    return row ? tableOf(row) : null;
  }

  /** Those of a study's step, the first one first. */
  ofStep(enrolmentId: string, module: string, step: string): Promise<SeatedTable[]> {
    return this.seated('WHERE p."enrolmentId" = ? AND p."module" = ? AND p."step" = ? ORDER BY p."number"', [enrolmentId, module, step]);
  }

  /** Those that a person has looked back at, the earliest first. */
  debriefed(personId: string): Promise<SeatedTable[]> {
    return this.seated('WHERE p."personId" = ? AND p."debriefedAt" IS NOT NULL ORDER BY p."debriefedAt", t."id"', [personId]);
  }

  /** Whose turns to speak are longer, by seat, in percent. Of people who share a seat, whoever needs most counts. */
  async longerTurns(tableId: string): Promise<Longer> {
    const rows = await this.database.rows<{ role: string; percent: number }>(
      `SELECT p."role", MAX(x."percent") AS "percent" FROM "table_places" p ${ENROLLED} JOIN "extra_times" x ON x."id" = p."enrolmentId"
        WHERE p."tableId" = ? AND p."role" <> '' AND x."percent" > 0 GROUP BY p."role"`,
      [tableId],
    );
    return Object.fromEntries(rows.map(({ role, percent }) => [role, percent]));
  }

  /** A table as it stands, and whether its log knows a command already. */
  async head(id: string, commandId: string): Promise<{ table: SimulationTable; known: boolean }> {
    const sql = `SELECT t.*, (SELECT COUNT(*) FROM "table_events" e WHERE e."tableId" = t."id" AND e."commandId" = ?) AS "known"
      FROM "simulation_tables" t WHERE t."id" = ?`;
    const [row] = await this.database.rows<Row<SimulationTable> & { known: number }>(sql, [commandId, id]);
    if (!row) throw new NotFound();
    const { known, ...table } = row;
    return { table: tableOf(table), known: known > 0 };
  }

  /** What people wrote at a table, as far as it is still there, by its reference. */
  async texts(tableId: string, refs: readonly string[]): Promise<Map<string, string>> {
    if (!refs.length) return new Map();
    const asked = 2 ** Math.ceil(Math.log2(refs.length)); // few lengths, so that a statement is prepared once
    const padded = Array.from({ length: asked }, (_, index) => refs[index] ?? refs[0]!);
    const sql = `SELECT "id", "text" FROM "table_texts" WHERE "tableId" = ? AND "id" IN (${padded.map(() => '?').join(', ')})`;
    const rows = await this.database.rows<{ id: string; text: string }>(sql, [tableId, ...padded]);
    return new Map(rows.map(({ id, text }) => [id, text]));
  }

  private async seated(which: string, values: unknown[]): Promise<SeatedTable[]> {
    return (await this.database.rows<Row<SeatedTable>>(`${SEATED} ${which}`, values)).map((row) => ({
      ...tableOf<SeatedTable>(row),
      standsBy: Boolean(row.standsBy),
    }));
  }
}
