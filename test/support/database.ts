import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource, QueryRunner } from 'typeorm';
import type { DatabaseOptions } from '../../src/database/database.options';
import { createDataSource, openDatabase } from '../../src/database/open-database';

/** The server that tests run on; without one they run on SQLite files. */
const SERVER = process.env.DATABASE_URL ?? null;

export const onPostgres = SERVER !== null;

export interface FreshDatabase extends Pick<DatabaseOptions, 'url' | 'file'> {
  drop(): Promise<void>;
}

/** A database of its own for a suite, with every table of the app; `empty`: without any. Close what uses it before `drop()`. */
export async function freshDatabase({ empty = false } = {}): Promise<FreshDatabase> {
  return SERVER ? freshOnServer(SERVER, empty) : freshFile(empty);
}

/** What would have to change for the tables to be what the entities say: nothing, when migrations are right. */
export async function drift(options: DatabaseOptions): Promise<string[]> {
  const source = await createDataSource(options).initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await source.destroy();
  }
}

async function freshFile(empty: boolean): Promise<FreshDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'chapterhouse-test-'));
  const file = join(folder, 'chapterhouse.sqlite');
  if (!empty) await copyFile(await migratedFile(), file);
  return { url: null, file, drop: () => rm(folder, { recursive: true, force: true }) };
}

/** Made once for all suites; several may make it at once, and the last one's stays. */
async function migratedFile(): Promise<string> {
  const file = join(tmpdir(), `chapterhouse-migrated-${migrationsHash()}.sqlite`);
  if (existsSync(file)) return file;
  const draft = `${file}.${randomUUID()}`;
  await (await openDatabase({ url: null, file: draft, entities: [] })).close();
  await rename(draft, file);
  return file;
}

async function freshOnServer(server: string, empty: boolean): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(server, async (q) => {
    const template = empty ? 'template0' : await migratedTemplate(server, q);
    await q.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
    await q.query(`ALTER DATABASE ${name} SET timezone TO 'Asia/Kolkata'`); // nothing may depend on the server's zone
  });
  const drop = () => asAdministrator(server, (q) => q.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return { url: addressOf(server, name), file: null, drop };
}

/** Made once for all suites: the first one migrates, the others wait for it. */
async function migratedTemplate(server: string, q: QueryRunner): Promise<string> {
  const name = `migrated_${migrationsHash()}`;
  await q.query(`SELECT pg_advisory_lock(hashtext('${name}'))`);
  const [known] = (await q.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])) as unknown[];
  if (!known) {
    await q.query(`DROP DATABASE IF EXISTS ${name}_draft WITH (FORCE)`);
    await q.query(`CREATE DATABASE ${name}_draft TEMPLATE template0`);
    await (await openDatabase({ url: addressOf(server, `${name}_draft`), file: null, entities: [] })).close();
    await q.query(`ALTER DATABASE ${name}_draft RENAME TO ${name}`);
  }
  await q.query(`SELECT pg_advisory_unlock(hashtext('${name}'))`);
  return name;
}

async function asAdministrator(server: string, work: (q: QueryRunner) => Promise<void>): Promise<void> {
  const source: DataSource = await createDataSource({ url: server, file: null, entities: [], migrations: [] }).initialize();
  try {
    const runner = source.createQueryRunner();
    await work(runner);
    await runner.release();
  } finally {
    await source.destroy();
  }
}

function addressOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function migrationsHash(): string {
  const folder = join(__dirname, '../../src/database');
  const files = [
    'migrations.ts',
    'tables.ts',
    'dialect.ts',
    ...readdirSync(join(folder, 'migrations')).map((file) => join('migrations', file)),
  ];
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}
