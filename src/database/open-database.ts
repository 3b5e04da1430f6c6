import type { DataSource } from 'typeorm';
import type { DatabaseOptions } from './database.options';
import { Database } from './database.service';
import type { Engine } from './engine';
import { migrations as ours } from './migrations';
import { PostgresDataSource } from './postgres/postgres-data-source';
import { PostgresEngine } from './postgres/postgres-engine';
import { SqliteDataSource } from './sqlite/sqlite-data-source';
import { SqliteEngine } from './sqlite/sqlite-engine';

/** Connects, brings the tables up to date and opens the door. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const source = createDataSource(options);
  await source.initialize();
  try {
    await migrate(source);
  } catch (error) {
    await source.destroy();
    throw error;
  }
  return new Database(engineOf(source));
}

export function createDataSource({ url, file, entities, migrations = ours }: DatabaseOptions): DataSource {
  const common = { entities, migrations, migrationsTransactionMode: 'each' as const };
  if (url) return new PostgresDataSource(url, common);
  if (file) return new SqliteDataSource(file, common);
  throw new Error('Neither a database address nor a file is given');
}

function engineOf(source: DataSource): Engine {
  return source instanceof PostgresDataSource ? new PostgresEngine(source) : new SqliteEngine(source as SqliteDataSource);
}

const MIGRATING = 0x63686170; // any number that everybody who migrates agrees on

/** On PostgreSQL several processes may start at once: one migrates, the others wait for it and find nothing left to do. */
async function migrate(source: DataSource): Promise<void> {
  if (source.options.type !== 'postgres') return void (await source.runMigrations());
  const runner = source.createQueryRunner();
  await runner.query('SELECT pg_advisory_lock($1)', [MIGRATING]);
  try {
    await source.runMigrations();
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATING]);
    await runner.release();
  }
}
