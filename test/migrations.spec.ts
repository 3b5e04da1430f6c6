import type { DataSource } from 'typeorm';
import { createDataSource } from '../src/database/open-database';
import { migrations } from '../src/database/migrations';
import { ENTITIES } from '../src/entities';
import { drift, type FreshDatabase, freshDatabase } from './support/database';

describe('migrations', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => (fresh = await freshDatabase({ template: 'empty' })));
  afterAll(() => fresh.drop());

  const opened = async (work: (source: DataSource) => Promise<void>) => {
    const source = await createDataSource({ url: fresh.url, file: fresh.file, entities: [] }).initialize();
    try {
      await work(source);
    } finally {
      await source.destroy();
    }
  };
  const entities = { entities: ENTITIES };

  it('build exactly the tables that the entities describe', async () => {
    await opened(async (source) => void (await source.runMigrations({ transaction: 'each' })));
    expect(await drift({ url: fresh.url, file: fresh.file, ...entities })).toEqual([]);
  });

  it('go back one by one to nothing, and forth again to the same', async () => {
    await opened(async (source) => {
      for (const _ of migrations) await source.undoLastMigration({ transaction: 'each' });
      expect(await tablesIn(source)).toEqual([]);
      await source.runMigrations({ transaction: 'each' });
    });
    expect(await drift({ url: fresh.url, file: fresh.file, ...entities })).toEqual([]);
  });

  it('a column that no migration made is noticed', async () => {
    await opened(async (source) => void (await source.query(`ALTER TABLE "people" DROP COLUMN "zone"`)));
    expect(await drift({ url: fresh.url, file: fresh.file, ...entities })).not.toEqual([]);
  });
});

async function tablesIn(source: DataSource): Promise<string[]> {
  const asked =
    source.options.type === 'postgres'
      ? `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`
      : `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`;
  const rows = await source.query<{ name: string }[]>(asked);
  return rows.map(({ name }) => name).filter((name) => !['migrations', 'typeorm_metadata'].includes(name));
}
