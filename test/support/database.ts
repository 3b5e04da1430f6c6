import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource, QueryRunner } from 'typeorm';
import type { DatabaseOptions } from '../../src/database/database.options';
import { createDataSource, openDatabase } from '../../src/database/open-database';

const ROOT = join(__dirname, '../..');

/** The server that tests run on; without one they run on SQLite files. */
const SERVER = process.env.DATABASE_URL ?? null;

export const onPostgres = SERVER !== null;

export interface FreshDatabase extends Pick<DatabaseOptions, 'url' | 'file'> {
  drop(): Promise<void>;
}

/** What many databases begin with: made once, under a name that changes with whatever makes it, and copied. */
export interface Template {
  name: string;
  fill(database: Pick<DatabaseOptions, 'url' | 'file'>): Promise<void>;
}

const MIGRATED: Template = {
  get name() {
    return `migrated_${hashOf(['src/database'])}`;
  },
  fill: async (database) => (await openDatabase({ ...database, entities: [] })).close(),
};

/** A database of its own for a suite, with every table of the app, or with nothing. Close what uses it before `drop()`. */
export async function freshDatabase({ template = MIGRATED }: { template?: Template | 'empty' } = {}): Promise<FreshDatabase> {
  return SERVER ? freshOnServer(SERVER, template) : freshFile(template);
}

const hashes = new Map<string, string>();

/** Tells folders of the repository apart by what is in them. */
export function hashOf(folders: string[]): string {
  const key = folders.join();
  if (!hashes.has(key)) {
    const hash = createHash('sha256');
    for (const folder of folders) {
      const files = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      for (const path of files.map((file) => join(file.parentPath, file.name)).sort()) hash.update(path).update(readFileSync(path));
    }
    hashes.set(key, hash.digest('hex').slice(0, 16));
  }
  return hashes.get(key)!;
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

async function freshFile(template: Template | 'empty'): Promise<FreshDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'chapterhouse-test-'));
  const file = join(folder, 'chapterhouse.sqlite');
  if (template !== 'empty') await copyFile(await templateFile(template), file);
  return { url: null, file, drop: () => rm(folder, { recursive: true, force: true }) };
}

/** Made once for all suites; several may make it at once, and the last one's stays. */
async function templateFile({ name, fill }: Template): Promise<string> {
  const file = join(tmpdir(), `chapterhouse-${name}.sqlite`);
  if (existsSync(file)) return file;
  const draft = await freshFile(name === MIGRATED.name ? 'empty' : MIGRATED);
  await fill(draft);
  await rename(draft.file!, file);
  await draft.drop();
  return file;
}

async function freshOnServer(server: string, template: Template | 'empty'): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(server, async (q) => {
    const model = template === 'empty' ? 'template0' : await templateOnServer(server, q, template);
    await q.query(`CREATE DATABASE ${name} TEMPLATE ${model} STRATEGY file_copy`);
    await q.query(`ALTER DATABASE ${name} SET timezone TO 'Asia/Kolkata'`); // nothing may depend on the server's zone
  });
  const drop = () => asAdministrator(server, (q) => q.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return { url: addressOf(server, name), file: null, drop };
}

/** Made once for all suites: the first one fills it, the others wait. */
async function templateOnServer(server: string, q: QueryRunner, { name, fill }: Template): Promise<string> {
  const model = name === MIGRATED.name ? 'template0' : await templateOnServer(server, q, MIGRATED);
  await q.query(`SELECT pg_advisory_lock(hashtext('${name}'))`);
  const [known] = (await q.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])) as unknown[];
  if (!known) {
    await q.query(`DROP DATABASE IF EXISTS ${name}_draft WITH (FORCE)`);
    await q.query(`CREATE DATABASE ${name}_draft TEMPLATE ${model}`);
    await fill({ url: addressOf(server, `${name}_draft`), file: null });
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
