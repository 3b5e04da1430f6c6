import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sqlite3 from 'sqlite3';
import type { Database } from '../../src/database/database.service';
import { openDatabase } from '../../src/database/open-database';
import { SqliteConnection } from '../../src/database/sqlite/connection';
import { WriteLock } from '../../src/database/sqlite/write-lock';
import { newId } from '../../src/kernel/identifier';
import { onPostgres } from '../support/database';
import { Book, driverOf, Mark, openSamples, sampleEntities, sampleMigrations, Shelf, sleep } from './samples';

const suite = onPostgres ? describe.skip : describe;

suite('a SQLite file', () => {
  let database: Database;
  let file: string;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const opened = await openSamples();
    ({ database, close } = opened);
    file = opened.options.file!;
  });
  afterAll(() => close());

  const ask = async (connection: SqliteConnection, pragma: string) =>
    Object.values((await connection.run(`PRAGMA ${pragma}`, [])).rows![0] as object)[0];

  it('has its promises kept by every connection, also after writing', async () => {
    await database.write((write) => write.insert(Shelf, { id: newId(), name: 'Written' }));
    const { writer, readers } = driverOf(database);
    expect(readers).toHaveLength(2);
    for (const connection of [writer, ...readers]) {
      expect(await ask(connection, 'journal_mode')).toBe('wal');
      expect(await ask(connection, 'synchronous')).toBe(2);
      expect(await ask(connection, 'foreign_keys')).toBe(1);
      expect(await ask(connection, 'busy_timeout')).toBe(5000);
      expect(await ask(connection, 'secure_delete')).toBe(1);
      expect(await ask(connection, 'temp_store')).toBe(2);
    }
  });

  it('is not written by readers', async () => {
    for (const reader of driverOf(database).readers) await expect(reader.run('DELETE FROM shelves', [])).rejects.toThrow(/readonly/i);
  });

  it('is made with its folder, for nobody but its host', async () => {
    const fresh = join(dirname(file), 'data', 'chapterhouse.sqlite');
    const opened = await openDatabase({ url: null, file: fresh, entities: sampleEntities, migrations: sampleMigrations });
    const rights = [dirname(fresh), fresh, `${fresh}-wal`, `${fresh}-shm`].map((path) => statSync(path).mode & 0o077);
    expect(rights).toEqual([0, 0, 0, 0]);
    await opened.close();
  });

  it('keeps nothing of what was removed', async () => {
    const canary = 'Canary-of-the-deep';
    const id = newId();
    await database.write((write) => write.insert(Book, { id, title: canary, note: canary.repeat(500) }));
    await database.write((write) => write.remove(Book, { id }));
    await driverOf(database).writer.run('PRAGMA wal_checkpoint(TRUNCATE)', []);
    expect([file, `${file}-wal`].map((path) => readFileSync(path).includes(canary))).toEqual([false, false]);
  });

  it('is read while a transaction is open, without waiting for it', async () => {
    const order: string[] = [];
    let [begun, done] = [() => {}, () => {}];
    const [begins, ends] = [new Promise<void>((go) => (begun = go)), new Promise<void>((go) => (done = go))];
    const open = database.write(async () => {
      begun();
      await ends; // a reading that waited for it would wait for ever
      order.push('written');
    });
    await begins;
    await database.read(Shelf).find();
    order.push('read');
    done();
    await open;
    expect(order).toEqual(['read', 'written']);
  });

  it('keeps nothing of a transaction in which the disk was full', async () => {
    const { writer } = driverOf(database);
    const pages = (await ask(writer, 'page_count')) as number;
    const filled = database.write(async (write) => {
      await write.insert(Mark, { id: 'full-1', run: -1, place: 'before' });
      await writer.run(`PRAGMA max_page_count = ${pages + 20}`, []);
      await database
        .write((write) => write.insert(Book, { id: newId(), title: 'Endless', note: 'x'.repeat(1_000_000) }))
        .catch(() => undefined);
      await write.insert(Mark, { id: 'full-2', run: -1, place: 'after' });
    });
    const end = await filled.then(
      () => 'done',
      () => 'failed',
    );
    await writer.run('PRAGMA max_page_count = 1000000000', []);
    const kept = await database.read(Mark).countBy({ run: -1 });
    expect([end, kept]).toEqual(end === 'done' ? ['done', 2] : ['failed', 0]); // never one of the two
    await database.write((write) => write.insert(Mark, { id: 'full-3', run: -1, place: 'later' }));
  });

  it('waits for another process that writes', async () => {
    const other = await SqliteConnection.open(file, sqlite3.OPEN_READWRITE, []);
    await other.run('BEGIN IMMEDIATE', []);
    const mine = database.write((write) => write.insert(Mark, { id: 'waits', run: -2, place: 'a' }));
    await sleep(100);
    await other.run('COMMIT', []);
    await mine;
    expect(await database.read(Mark).countBy({ run: -2 })).toBe(1);
    await other.close();
  });

  it('forgets statements that were not used for long', async () => {
    const few = await SqliteConnection.open(file, sqlite3.OPEN_READONLY, [], 2);
    for (const n of [1, 2, 3, 1, 2, 3]) expect((await few.run(`SELECT ${n} AS n`, [])).rows).toEqual([{ n }]);
    await few.close();
    await expect(few.run('SELECT 1', [])).rejects.toThrow(/closed/i);
  });
});

describe('the turn to write', () => {
  it('goes round in the order of asking, one at a time', async () => {
    const lock = new WriteLock();
    const order: number[] = [];
    let inside = 0;
    const take = async (i: number) => {
      const release = await lock.acquire();
      expect(++inside).toBe(1);
      await sleep(1);
      order.push(i);
      inside--;
      release();
      release(); // a second time changes nothing
    };
    await Promise.all(Array.from({ length: 20 }, (_, i) => take(i)));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('is given up after a while, without being lost to the next', async () => {
    const lock = new WriteLock(20);
    const release = await lock.acquire();
    await expect(lock.acquire()).rejects.toThrow(/No turn/);
    const next = lock.acquire();
    release();
    (await next)();
    (await lock.acquire())();
  });
});
