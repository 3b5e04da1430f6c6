import { EntityPropertyNotFoundError, In, MoreThan, type FindOptionsWhere } from 'typeorm';
import type { Database } from '../../src/database/database.service';
import { newId } from '../../src/kernel/identifier';
import { Book, openSamples, Shelf } from './samples';

describe('reading', () => {
  let database: Database;
  let close: () => Promise<void>;
  const at = new Date('2026-03-01T10:20:30.456Z');
  const shelf = { id: newId(), name: 'Why? "Because"' };
  const books = ['a', 'b', 'c'].map((title, i) => ({ id: newId(), shelfId: shelf.id, title, pages: i, addedAt: at, tags: { n: i } }));

  beforeAll(async () => {
    ({ database, close } = await openSamples());
    await database.write(async (write) => {
      await write.insert(Shelf, shelf);
      await write.insert(Book, books);
    });
  });
  afterAll(() => close());

  describe('refuses conditions that nobody meant', () => {
    const odd = (where: unknown) => where as FindOptionsWhere<Book>;

    it.each([
      ['undefined', { id: undefined }, /undefined/i],
      ['null', { note: null }, /IsNull/],
      ['nothing', {}, /No condition/],
      ['no alternatives', [], /No condition/],
      ['an empty alternative', [{ title: 'a' }, {}], /No condition/],
      ['a list for a value', { title: ['a', 'b'] }, /a list/],
      ['an object for a value', { title: { a: 1 } }, /an object/],
      ['an unknown property', { titel: 'a' }, EntityPropertyNotFoundError],
    ])('%s', async (_, where, why) => {
      const read = database.read(Book);
      await expect(read.findOneBy(odd(where))).rejects.toThrow(why);
      await expect(read.findOne({ where: odd(where) })).rejects.toThrow(why);
      await expect(read.findBy(odd(where))).rejects.toThrow(why);
      await expect(read.countBy(odd(where))).rejects.toThrow(why);
      await expect(read.existsBy(odd(where))).rejects.toThrow(why);
      await expect(read.sum('pages', odd(where))).rejects.toThrow(why);
      await expect(database.write((write) => write.update(Book, odd(where), { pages: 9 }))).rejects.toThrow(why);
      await expect(database.write((write) => write.remove(Book, odd(where)))).rejects.toThrow(why);
    });

    it('and keeps everything as it was', async () => {
      expect(await database.read(Book).find({ order: { title: 'ASC' } })).toMatchObject(books);
    });
  });

  it('cannot write', () => {
    const read = database.read(Book) as unknown as Record<string, unknown>;
    for (const name of ['save', 'insert', 'update', 'upsert', 'delete', 'remove', 'clear', 'increment', 'query'])
      expect(read[name]).toBeUndefined();
  });

  it('finds, counts and adds up', async () => {
    const read = database.read(Book);
    expect(await read.findAndCount({ where: { shelfId: shelf.id }, order: { title: 'DESC' }, take: 1 })).toEqual([
      [expect.objectContaining({ title: 'c' })],
      3,
    ]);
    expect(await read.findBy([{ title: 'a' }, { pages: MoreThan(1) }])).toHaveLength(2);
    expect(await read.sum('pages', { shelfId: shelf.id })).toBe(3);
    expect(await read.count()).toBe(3);
    const titles = await read
      .createQueryBuilder('book')
      .select('book.title', 'title')
      .where('book.pages > :least', { least: 0 })
      .orderBy('book.title')
      .getRawMany();
    expect(titles).toEqual([{ title: 'b' }, { title: 'c' }]);
  });

  describe('by hand', () => {
    it('gives the same kinds of values on both databases', async () => {
      const sql = `SELECT count(*) AS "count", sum("pages") AS "sum", avg("pages") AS "average", max("addedAt") AS "lastAt",
        count(*) > 2 AS "many", max("note") AS "note", 1.5 AS "half", max("title") AS "title" FROM "books" WHERE "lent" = ?`;
      const expected = { count: 3, sum: 3, average: 1, lastAt: at, many: 1, note: null, half: 1.5, title: 'c' };
      expect(await database.rows(sql, [true])).toEqual([expected]);
      expect(await database.write(() => database.rows(sql, [true]))).toEqual([expected]);
      const [row] = await database.rows<{ tags: string; addedAt: Date }>('SELECT "tags", "addedAt" FROM "books" WHERE "title" = ?', ['b']);
      expect(JSON.parse(row!.tags)).toEqual({ n: 1 });
      expect(row!.addedAt).toEqual(at);
    });

    it('takes moments, lists, and question marks that are none', async () => {
      const titles = (sql: string, parameters: unknown[]) =>
        database.rows<{ title: string }>(`SELECT "title" FROM "books" WHERE ${sql} ORDER BY "title"`, parameters);
      const ids = books.map((book) => book.id);
      expect(await titles('"addedAt" >= ? AND "id" IN (?) AND "pages" > ?', [at, ids, 0])).toEqual([{ title: 'b' }, { title: 'c' }]);
      expect(await titles('"id" IN (?)', [[]])).toEqual([]);
      expect(await titles('"id" NOT IN (?) OR "title" = ?', [ids, 'a'])).toEqual([{ title: 'a' }]);
      expect(await database.rows('SELECT \'?\' AS "a?", "name" FROM "shelves" WHERE "name" = ?', [shelf.name])).toEqual([
        { 'a?': '?', name: shelf.name },
      ]);
    });

    it.each([
      ['undefined', 'SELECT ? AS "a"', [undefined], /undefined/],
      ['an object', 'SELECT ? AS "a"', [{ a: 1 }], /object/],
      ['too few values', 'SELECT ? AS "a", ? AS "b"', [1], /2 placeholders, 1 parameters/],
      ['too many values', 'SELECT 1 AS "a"', [1], /0 placeholders, 1 parameters/],
      ['an empty list after NOT', 'SELECT 1 AS "a" WHERE 1 NOT IN ( ?)', [[]], /NOT IN/],
      ['a mistake', 'SELECT nonsense', [], /nonsense/],
    ])('refuses %s', async (_, sql, parameters, why) => {
      await expect(database.rows(sql, parameters)).rejects.toThrow(why);
    });

    it('cannot write', async () => {
      const sql = `UPDATE "books" SET "pages" = 100 WHERE "title" = 'a'`;
      await expect(database.rows(sql)).rejects.toThrow(/Only SELECT/);
      await expect(database.write(() => database.rows(sql))).rejects.toThrow(/Only SELECT/);
    });
  });

  it('answers a ping', async () => {
    await expect(database.ping()).resolves.toBeUndefined();
    expect(await database.read(Book).findBy({ id: In(books.map((book) => book.id)) })).toHaveLength(3);
  });
});
