import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource } from '../../src/database/open-database';
import { ENTITIES } from '../../src/entities';

/** Prints the SQL that entities ask for and that no migration has run, on a database made for it and thrown away. */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chapterhouse-migration-'));
  const source = await createDataSource({ url: null, file: join(folder, 'new.sqlite'), entities: ENTITIES }).initialize();
  try {
    await source.runMigrations();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    const missing = upQueries.map(({ query }) => `${query};`);
    process.stdout.write(
      `${missing.length ? `What entities say and migrations do not make yet:\n${missing.join('\n')}` : 'Migrations make all that entities say.'}\n`,
    );
  } finally {
    await source.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

void main();
