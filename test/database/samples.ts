import { Check, Column, Entity, Index, Unique, type MigrationInterface, type QueryRunner } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../../src/database/columns';
import type { DatabaseOptions } from '../../src/database/database.options';
import type { Database } from '../../src/database/database.service';
import { FormOutcome } from '../../src/database/form-outcome.entity';
import { CreateFormOutcomes1764000000000 } from '../../src/database/migrations/1764000000000-create-form-outcomes';
import { openDatabase } from '../../src/database/open-database';
import type { SqliteDriver } from '../../src/database/sqlite/sqlite-driver';
import { boolean, id, integer, json, real, reference, table, text, timestamp } from '../../src/database/tables';
import { freshDatabase } from '../support/database';

/** Things to store, made only for these tests: one of every kind of column, key and reference. */

@Entity('shelves')
export class Shelf {
  @Id() id: string;
  @Column({ type: 'varchar', length: 80, unique: true }) name: string;
}

@Entity('books')
@Unique(['shelfId', 'title'])
@Index(['title', 'addedAt'])
@Check('books_pages', '"pages" >= 0')
export class Book {
  @Id() id: string;
  @Reference('shelves', { onDelete: 'CASCADE', nullable: true }) shelfId: string | null;
  @Column({ type: 'varchar', length: 200 }) title: string;
  @Column({ type: 'text', nullable: true }) note: string | null;
  @Column({ type: 'integer', default: 0 }) pages: number;
  @Column({ type: 'double precision', nullable: true }) weight: number | null;
  @Column({ type: 'boolean', default: true }) lent: boolean;
  @Column({ type: 'varchar', length: 20, default: 'new' }) state: string;
  @Json({ nullable: true }) tags: unknown;
  @Timestamp({ nullable: true }) addedAt: Date | null;
  @Column({ type: 'integer', default: 1 }) version: number;

  get thick(): boolean {
    return this.pages > 500;
  }
}

/** What one operation of a schedule wrote. */
@Entity('marks')
@Index(['run'])
@Unique(['run', 'place'])
export class Mark {
  @Column({ type: 'varchar', length: 40, primary: true }) id: string;
  @Column({ type: 'integer' }) run: number;
  /** At most one mark of a run stands in a place. */
  @Column({ type: 'varchar', length: 40 }) place: string;
}

/** A text that several people edit, and a number that they count up. */
@Entity('boards')
export class Board {
  @Id() id: string;
  @Column({ type: 'text', default: '' }) text: string;
  @Column({ type: 'integer', default: 0 }) count: number;
  @Column({ type: 'integer', default: 1 }) version: number;
}

export class CreateSamples1764000000001 implements MigrationInterface {
  readonly name = 'CreateSamples1764000000001';

  async up(q: QueryRunner): Promise<void> {
    await table(q, 'shelves', { id: id(), name: text(80) }, { unique: [['name']] });
    await table(
      q,
      'books',
      {
        id: id(),
        shelfId: reference('shelves', { onDelete: 'CASCADE', nullable: true }),
        title: text(200),
        note: text({ nullable: true }),
        pages: integer({ default: 0 }),
        weight: real({ nullable: true }),
        lent: boolean({ default: true }),
        state: text(20, { default: 'new' }),
        tags: json({ nullable: true }),
        addedAt: timestamp({ nullable: true }),
        version: integer({ default: 1 }),
      },
      { unique: [['shelfId', 'title']], index: [['title', 'addedAt']], check: { books_pages: '"pages" >= 0' } },
    );
    await table(
      q,
      'marks',
      { id: text(40, { primary: true }), run: integer(), place: text(40) },
      { unique: [['run', 'place']], index: [['run']] },
    );
    await table(q, 'boards', { id: id(), text: text({ default: '' }), count: integer({ default: 0 }), version: integer({ default: 1 }) });
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['boards', 'marks', 'books', 'shelves']) await q.dropTable(name);
  }
}

export const sampleEntities = [Shelf, Book, Mark, Board, FormOutcome];
export const sampleMigrations = [CreateFormOutcomes1764000000000, CreateSamples1764000000001];

export async function openSamples() {
  const fresh = await freshDatabase({ template: 'empty' });
  const options: DatabaseOptions = { url: fresh.url, file: fresh.file, entities: sampleEntities, migrations: sampleMigrations };
  const database = await openDatabase(options);
  const close = async () => {
    await database.close();
    await fresh.drop();
  };
  return { database, options, close };
}

/** The connections behind the door of a SQLite file, for tests about them. */
export const driverOf = (database: Database) => database['engine'].source.driver as SqliteDriver;

export const sleep = (milliseconds: number) => new Promise<void>((wake) => setTimeout(wake, milliseconds));
