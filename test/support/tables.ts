import { createHash } from 'node:crypto';
import { getMetadataArgsStorage } from 'typeorm';
import type { Database } from '../../src/database/database.service';
import { ENTITIES } from '../../src/entities';

/** Every table of the app by its name. */
export const TABLES = ENTITIES.map((entity) => getMetadataArgsStorage().tables.find(({ target }) => target === entity)!.name!).sort();

/** What each table holds: how many rows, and one hash over all of them. */
export type Contents = Record<string, string>;

/** What the outbox writes down while it sends letters, at its own pace: no press of anybody's does. */
const BY_ITSELF: Record<string, string[]> = { outbox_messages: ['tries', 'dueAt', 'sentAt', 'failure'] };

/** The contents of the database, without the tables that may change while nothing of the product does. */
export async function contents(database: Database, without: string[] = []): Promise<Contents> {
  const tables = TABLES.filter((table) => !without.includes(table));
  const found = await Promise.all(
    tables.map(async (table) => [table, summary(await rowsOf(database, table), BY_ITSELF[table] ?? [])] as const),
  );
  return Object.fromEntries(found);
}

export async function rowsOf(database: Database, table: string): Promise<Record<string, unknown>[]> {
  return database.rows(`SELECT * FROM "${table}"`);
}

export async function countOf(database: Database, table: string): Promise<number> {
  const [found] = await database.rows<{ count: number | string }>(`SELECT COUNT(*) AS "count" FROM "${table}"`);
  return Number(found!.count);
}

function summary(rows: Record<string, unknown>[], without: string[]): string {
  const counts = (row: Record<string, unknown>) => Object.entries(row).filter(([name]) => !without.includes(name));
  const lines = rows.map((row) => JSON.stringify(counts(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
  return `${rows.length} rows, ${createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12)}`;
}
