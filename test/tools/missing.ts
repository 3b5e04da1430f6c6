import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource, EntityMetadata, QueryRunner } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { createDataSource } from '../../src/database/open-database';
import { boolean, column, type ColumnWords, id, integer, json, real, reference, table, text, timestamp } from '../../src/database/tables';
import { ENTITIES } from '../../src/entities';

const COLUMNS = { boolean, id, integer, json, real, reference, text, timestamp };

type Word = keyof typeof COLUMNS;
type Keys = NonNullable<Parameters<typeof table>[3]>;

/** A column in the words of tables.ts: as a migration has it, and as something that can be run here. */
interface Said {
  word: Word;
  code: string;
  words: ColumnWords;
}

interface Missing {
  /** The two halves of a migration, line by line, and the words that they use. */
  up: string[];
  down: string[];
  words: string[];
  /** What cannot be said with those words. */
  rest: string[];
}

/** What TypeORM calls the types of columns. */
const TYPES: Record<string, Word> = {
  text: 'text',
  integer: 'integer',
  boolean: 'boolean',
  'double precision': 'real',
  timestamptz: 'timestamp',
  jsonb: 'json',
};

/** Says as JSON what entities ask for and no migration makes, on a database made for it and thrown away. */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chapterhouse-migration-'));
  const source = await createDataSource({ url: null, file: join(folder, 'new.sqlite'), entities: ENTITIES }).initialize();
  try {
    await source.runMigrations();
    process.stdout.write(JSON.stringify(await missing(source)));
  } finally {
    await source.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

async function missing(source: DataSource): Promise<Missing> {
  const found: Missing = { up: [], down: [], words: [], rest: [] };
  const runner = source.createQueryRunner();
  for (const entity of referencedFirst(source.entityMetadatas)) {
    const there = await runner.getTable(entity.tableName);
    if (!there) await addTable(runner, entity, found);
    else {
      const added = entity.columns.filter(({ databaseName }) => !there.findColumnByName(databaseName));
      for (const column of added) await addColumn(runner, entity, column, found);
    }
  }
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  await runner.release();
  return { ...found, words: [...new Set(found.words)].sort(), rest: upQueries.map(({ query }) => query) };
}

async function addTable(runner: QueryRunner, entity: EntityMetadata, found: Missing): Promise<void> {
  const said = entity.columns.map((column) => [column.databaseName, wordFor(entity, column)] as const);
  const keys = keysOf(entity);
  const columns = said.map(([name, { code }]) => `${name}: ${code}`).join(', ');
  found.up.push(`await table(q, '${entity.tableName}', { ${columns} }${Object.keys(keys).length ? `, ${literal(keys)}` : ''});`);
  found.down.unshift(`await q.dropTable('${entity.tableName}');`);
  found.words.push('table', ...said.map(([, { word }]) => word));
  await table(runner, entity.tableName, Object.fromEntries(said.map(([name, each]) => [name, each.words])), keys);
}

async function addColumn(runner: QueryRunner, entity: EntityMetadata, own: ColumnMetadata, found: Missing): Promise<void> {
  const { word, code, words } = wordFor(entity, own);
  found.up.push(`await column(q, '${entity.tableName}', '${own.databaseName}', ${code});`);
  found.down.unshift(`await q.dropColumn('${entity.tableName}', '${own.databaseName}');`);
  found.words.push('column', word);
  await column(runner, entity.tableName, own.databaseName, words);
}

function wordFor(entity: EntityMetadata, own: ColumnMetadata): Said {
  const { isPrimary, isNullable, length, type, default: given } = own;
  const options = {
    ...(isPrimary ? { primary: true } : {}),
    ...(isNullable ? { nullable: true } : {}),
    ...(given === undefined ? {} : { default: given as string | number | boolean }),
  };
  const key = entity.foreignKeys.find(({ columnNames }) => columnNames.length === 1 && columnNames[0] === own.databaseName);
  const { onDelete } = key ?? {};
  if (key) return say('reference', key.referencedEntityMetadata.tableName, { ...(onDelete ? { onDelete } : {}), ...options });
  if (type === 'varchar' && isPrimary && length === '36') return say('id');
  if (type === 'varchar') return say('text', Number(length), options);
  const word = TYPES[String(type)];
  if (!word) throw new Error(`tables.ts has no word for ${entity.tableName}.${own.databaseName}, which is ${String(type)}`);
  return say(word, options);
}

function say(word: Word, ...given: unknown[]): Said {
  const told = given.filter((one) => typeof one !== 'object' || Object.keys(one as object).length);
  const run = COLUMNS[word] as (...given: unknown[]) => ColumnWords;
  return { word, code: `${word}(${told.map(literal).join(', ')})`, words: run(...told) };
}

function keysOf({ uniques, indices, checks }: EntityMetadata): Keys {
  const names = (columns: ColumnMetadata[]) => columns.map(({ databaseName }) => databaseName);
  return {
    ...(uniques.length ? { unique: uniques.map(({ columns }) => names(columns)) } : {}),
    ...(indices.length ? { index: indices.map(({ columns }) => names(columns)) } : {}),
    ...(checks.length ? { check: Object.fromEntries(checks.map(({ name, expression }) => [name, expression])) } : {}),
  };
}

/** Tables to which others refer come before those. */
function referencedFirst(entities: readonly EntityMetadata[]): EntityMetadata[] {
  const sorted = new Set<EntityMetadata>();
  const take = (entity: EntityMetadata, above: EntityMetadata[]): void => {
    if (sorted.has(entity) || above.includes(entity)) return;
    for (const { referencedEntityMetadata } of entity.foreignKeys) take(referencedEntityMetadata, [...above, entity]);
    sorted.add(entity);
  };
  for (const entity of entities) take(entity, []);
  return [...sorted];
}

const literal = (value: unknown): string => JSON.stringify(value);

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
