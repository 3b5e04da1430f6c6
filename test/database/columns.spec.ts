import { In, IsNull, LessThan } from 'typeorm';
import type { Database } from '../../src/database/database.service';
import { newId } from '../../src/kernel/identifier';
import { Book, openSamples, Shelf } from './samples';

describe('columns', () => {
  let database: Database;
  let close: () => Promise<void>;
  const at = new Date('2026-03-01T10:20:30.456Z');

  beforeAll(async () => ({ database, close } = await openSamples()));
  afterAll(() => close());

  const stored = async (book: Partial<Book>) => {
    const id = newId();
    await database.write((write) => write.insert(Book, { id, title: `A title ${id}`, ...book }));
    return database.read(Book).findOneByOrFail({ id });
  };

  it('come back as they went in', async () => {
    const full = { note: 'نص عربي 你好 🙂 it’s', pages: -0 + 12, weight: 0.1 + 0.2, lent: false, state: '?', addedAt: at, version: 7 };
    expect(await stored(full)).toMatchObject(full);
  });

  it('have defaults, and null', async () => {
    const empty = { shelfId: null, note: null, pages: 0, weight: null, lent: true, state: 'new', tags: null, addedAt: null, version: 1 };
    expect(await stored({})).toMatchObject(empty);
  });

  it.each([
    ['an object', { a: [1, { b: null }], ü: 'x' }],
    ['a list', ['ä', 'b']],
    ['a text', 'plain "text"'],
    ['a number', 0],
    ['a truth', false],
  ])('keep JSON: %s', async (_, tags) => {
    expect((await stored({ tags })).tags).toEqual(tags);
  });

  it.each(['2026-03-01T10:20:30.000Z', '2026-06-30T23:59:59.999Z', '1969-12-31T23:59:59.001Z', '2100-01-01T00:00:00.100Z'])(
    'keep the moment %s to the millisecond, whatever the zone of the machine',
    async (text) => {
      const { id, addedAt } = await stored({ addedAt: new Date(text) });
      expect(addedAt).toEqual(new Date(text));
      expect(await database.read(Book).countBy({ id, addedAt: new Date(text) })).toBe(1);
      expect(await database.read(Book).countBy({ id, addedAt: LessThan(new Date(text)) })).toBe(0);
      expect(await database.rows('SELECT "id" FROM "books" WHERE "addedAt" = ? AND "id" = ?', [new Date(text), id])).toEqual([{ id }]);
    },
  );

  it('find nothing for an id that is none', async () => {
    expect(await database.read(Book).findOneBy({ id: 'not-an-id' })).toBeNull();
    expect(await database.read(Book).findBy({ id: In(["'; --", '']) })).toEqual([]);
  });

  it('keep references true, and follow a removal', async () => {
    const shelf = { id: newId(), name: 'Poems' };
    await database.write((write) => write.insert(Shelf, shelf));
    const { id } = await stored({ shelfId: shelf.id });
    await expect(stored({ shelfId: newId() })).rejects.toThrow(/foreign key/i);
    expect(await database.write((write) => write.remove(Shelf, { id: shelf.id }))).toBe(1);
    expect(await database.read(Book).findOneBy({ id })).toBeNull();
  });

  it('refuse what a check forbids', async () => {
    await expect(stored({ pages: -1 })).rejects.toThrow(/check constraint/i);
  });

  it('are changed by update, and asked for null by IsNull', async () => {
    const { id } = await stored({ addedAt: at, tags: ['x'] });
    expect(await database.write((write) => write.update(Book, { id }, { addedAt: null, tags: ['y'], lent: false }))).toBe(1);
    const found = await database.read(Book).findOneByOrFail({ id, addedAt: IsNull(), lent: false });
    expect(found.tags).toEqual(['y']);
    expect(found.thick).toBe(false);
  });

  it('are written in any number at once', async () => {
    const before = await database.read(Book).count();
    const rows = Array.from({ length: 9000 }, (_, i) => ({
      id: newId(),
      title: `Many ${i}`,
      pages: i,
      lent: i % 2 === 0,
      ...(i % 3 ? {} : { note: 'x' }),
    }));
    await database.write((write) => write.insert(Book, rows));
    expect(await database.read(Book).count()).toBe(before + 9000);
    expect(await database.read(Book).sum('pages', { note: 'x' })).toBe(
      rows.filter((row) => row.note).reduce((sum, row) => sum + row.pages, 0),
    );
  });

  it('are taken over by upsert, but for the id', async () => {
    const shelfId = newId();
    await database.write((write) => write.insert(Shelf, { id: shelfId, name: 'Upserts' }));
    const put = (book: Partial<Book>) =>
      database.write((write) => write.upsert(Book, { id: newId(), shelfId, title: 'T', ...book }, ['shelfId', 'title']));
    await put({ pages: 1, note: 'first' });
    const first = await database.read(Book).findOneByOrFail({ shelfId });
    await put({ pages: 2, tags: [2] });
    expect(await database.read(Book).findBy({ shelfId })).toEqual([{ ...first, pages: 2, tags: [2] }]);
    await put({});
    expect(await database.read(Book).countBy({ shelfId, pages: 2 })).toBe(1);
  });
});
