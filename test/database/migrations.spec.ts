import { Column, Entity, type QueryRunner } from 'typeorm';
import { Id } from '../../src/database/columns';
import { FormOutcome } from '../../src/database/form-outcome.entity';
import { openDatabase } from '../../src/database/open-database';
import { column, id, integer, reference, table, text } from '../../src/database/tables';
import { newId } from '../../src/kernel/identifier';
import { drift, freshDatabase, onPostgres } from '../support/database';
import { Book, openSamples, sampleEntities, sampleMigrations, Shelf } from './samples';

/** The table of shelves as it is not. */
@Entity('shelves')
class TallerShelf {
  @Id() id: string;
  @Column({ type: 'varchar', length: 80 }) name: string;
  @Column({ type: 'integer' }) height: number;
}

class Later1764000000002 {
  readonly name = 'Later1764000000002';

  async up(q: QueryRunner): Promise<void> {
    await column(q, 'shelves', 'room', text(40, { default: 'library' }));
    await column(q, 'shelves', 'aboveId', reference('shelves', { nullable: true, onDelete: 'SET NULL' }));
    await column(q, 'books', 'copies', integer({ default: 1 }));
  }

  async down(): Promise<void> {}
}

class Broken1764000000003 {
  readonly name = 'Broken1764000000003';

  async up(q: QueryRunner): Promise<void> {
    await table(q, 'halves', { id: id() });
    throw new Error('in the middle');
  }

  async down(): Promise<void> {}
}

describe('migrations', () => {
  const closing: (() => Promise<void>)[] = [];
  const samples = async () => {
    const opened = await openSamples();
    closing.push(opened.close);
    return opened;
  };

  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  it('build exactly what the entities of this folder say', async () => {
    const { url, file, drop } = await freshDatabase();
    expect(await drift({ url, file, entities: [FormOutcome] })).toEqual([]);
    await drop();
  });

  it('build exactly what entities with every kind of column, key and reference say', async () => {
    const { options } = await samples();
    expect(await drift(options)).toEqual([]);
  });

  it('are told apart from entities that say something else', async () => {
    const { options } = await samples();
    const sql = (await drift({ ...options, entities: [TallerShelf] })).join('\n');
    expect(sql).toContain('"height"');
    expect(sql).toMatch(/UNIQUE|UQ_|CREATE TABLE "temporary_shelves"/);
  });

  it('change a table that others refer to without emptying them', async () => {
    const { database, options } = await samples();
    const shelfId = newId();
    await database.write(async (write) => {
      await write.insert(Shelf, { id: shelfId, name: 'Atlases' });
      await write.insert(Book, { id: newId(), shelfId, title: 'A' });
    });
    const later = await openDatabase({ ...options, migrations: [...sampleMigrations, Later1764000000002] });
    expect(
      await later.rows(
        'SELECT "room", "aboveId", (SELECT count(*) FROM "books") AS "books", (SELECT sum("copies") FROM "books") AS "copies" FROM "shelves"',
      ),
    ).toEqual([{ room: 'library', aboveId: null, books: 1, copies: 1 }]);
    await expect(later.write((write) => write.insert(Book, { id: newId(), shelfId: newId(), title: 'B' }))).rejects.toThrow(/foreign key/i);
    await later.close();
  });

  it('happen entirely or not at all, and stop the start', async () => {
    const { database, options } = await samples();
    jest.spyOn(console, 'log').mockImplementation(); // TypeORM tells the host which migration failed
    const broken = { ...options, migrations: [...sampleMigrations, Broken1764000000003] };
    await expect(openDatabase(broken)).rejects.toThrow('in the middle');
    await expect(database.rows('SELECT * FROM "halves"')).rejects.toThrow(/halves/);
  });

  it('run once when several processes start together', async () => {
    if (!onPostgres) return; // one process has the file
    const { url, file, drop } = await freshDatabase({ template: 'empty' });
    const options = { url, file, entities: sampleEntities, migrations: sampleMigrations };
    const opened = await Promise.all([1, 2, 3].map(() => openDatabase(options)));
    expect(await opened[0]!.rows('SELECT count(*) AS "n" FROM "migrations"')).toEqual([{ n: sampleMigrations.length }]);
    for (const database of opened) await database.close();
    await drop();
  });
});
