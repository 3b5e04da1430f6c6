import { Logger } from '@nestjs/common';
import type { Database } from '../../src/database/database.service';
import { Conflict, isDuplicate } from '../../src/database/conflict';
import type { Writer } from '../../src/database/writer';
import { newId } from '../../src/kernel/identifier';
import { Board, Mark, openSamples, Shelf, sleep } from './samples';

describe('a transaction', () => {
  let database: Database;
  let close: () => Promise<void>;

  beforeAll(async () => ({ database, close } = await openSamples()));
  afterAll(() => close());

  const shelf = (name = newId()) => ({ id: newId(), name });
  const board = async () => {
    const id = newId();
    await database.write((write) => write.insert(Board, { id }));
    return id;
  };
  const there = (id: string) => database.read(Shelf).existsBy({ id });

  it('that rolls back takes nothing of the others with it, and nobody sees what it wrote', async () => {
    const [rolledBack, beside, plain] = [shelf(), shelf(), shelf()];
    const a = database.write(async (write) => {
      await write.insert(Shelf, rolledBack);
      await sleep(100);
      throw new Error('on purpose');
    });
    await sleep(20);
    const b = database.write((write) => write.insert(Shelf, beside));
    const c = sleep(20).then(() => database.group((write) => write.insert(Shelf, plain)));
    const d = sleep(30).then(() => there(rolledBack.id));
    await expect(a).rejects.toThrow('on purpose');
    expect(await d).toBe(false);
    await Promise.all([b, c]);
    expect(await Promise.all([rolledBack, beside, plain].map(({ id }) => there(id)))).toEqual([false, true, true]);
  });

  it('counts right when fifty read, think and write at once, and ten of them fail', async () => {
    const id = await board();
    const countUp = (i: number) =>
      database.write(async (write) => {
        await write.lock(Board, id);
        const { count } = await database.read(Board).findOneByOrFail({ id });
        await sleep(i % 3);
        await write.update(Board, { id }, { count: count + 1 });
        if (i % 5 === 4) throw new Error('on purpose');
      });
    const ends = await Promise.allSettled(Array.from({ length: 50 }, (_, i) => countUp(i)));
    const failures = ends.flatMap((end) => (end.status === 'rejected' ? [(end.reason as Error).message] : []));
    expect(failures).toEqual(Array(10).fill('on purpose'));
    expect((await database.read(Board).findOneByOrFail({ id })).count).toBe(40);
  });

  it('sees what it wrote, in every way of asking, while others do not', async () => {
    const mine = shelf();
    await database.write(async (write) => {
      await write.insert(Shelf, mine);
      expect(await there(mine.id)).toBe(true);
      expect(await database.rows('SELECT "id" FROM "shelves" WHERE "id" = ?', [mine.id])).toEqual([{ id: mine.id }]);
      expect(await database.read(Shelf).createQueryBuilder('shelf').where({ id: mine.id }).getCount()).toBe(1);
    });
  });

  it('reads several things at once without harm', async () => {
    const mine = [shelf(), shelf(), shelf()];
    await database.write(async (write) => {
      await Promise.all(mine.map((one) => write.insert(Shelf, one)));
      expect(await Promise.all(mine.map(({ id }) => there(id)))).toEqual([true, true, true]);
    });
  });

  describe('within another', () => {
    it('is undone alone when it fails', async () => {
      const [outer, inner, after] = [shelf(), shelf(), shelf()];
      await database.write(async (write) => {
        await write.insert(Shelf, outer);
        const nested = database.write(async (write) => {
          await write.insert(Shelf, inner);
          throw new Error('inside');
        });
        await expect(nested).rejects.toThrow('inside');
        await write.insert(Shelf, after);
      });
      expect(await Promise.all([outer, inner, after].map(({ id }) => there(id)))).toEqual([true, false, true]);
    });

    it('is undone with the one around it', async () => {
      const inner = shelf();
      const outer = database.write(async () => {
        await database.group((write) => write.insert(Shelf, inner));
        throw new Error('outside');
      });
      await expect(outer).rejects.toThrow('outside');
      expect(await there(inner.id)).toBe(false);
    });

    it('takes turns with the ones beside it', async () => {
      const all = Array.from({ length: 8 }, () => shelf());
      await database.write(async () => {
        const parts = all.map((one, i) =>
          database.write(async (write) => {
            await write.insert(Shelf, one);
            await sleep(2);
            if (i % 2) throw new Error('odd');
          }),
        );
        await Promise.allSettled(parts);
      });
      expect(await Promise.all(all.map(({ id }) => there(id)))).toEqual(all.map((_, i) => i % 2 === 0));
    });

    it.each(['write', 'group'] as const)('is not left behind when another one fails first (%s)', async (how) => {
      const [slow, queued, beside, kept] = [shelf(), shelf(), shelf(), shelf()];
      const insert = (one: Shelf) => database.write((write) => sleep(20).then(() => write.insert(Shelf, one)));
      const hasty = database[how](() =>
        Promise.all([database.write(() => sleep(5).then(() => Promise.reject(new Error('first')))), insert(slow), insert(queued)]),
      );
      const neighbours = [database[how]((write) => write.insert(Shelf, beside)), sleep(8).then(() => database.group(() => insert(kept)))];
      await expect(hasty).rejects.toThrow('first');
      await Promise.all(neighbours);
      expect(await Promise.all([slow, queued, beside, kept].map(({ id }) => there(id)))).toEqual([false, false, true, true]);
    });

    it('that nobody waited for still belongs to it', async () => {
      const [outer, inner] = [shelf(), shelf()];
      let left!: Promise<void>;
      await database.write(async (write) => {
        left = database.write((write) => sleep(20).then(() => write.insert(Shelf, inner)));
        await write.insert(Shelf, outer);
        await sleep(1);
      });
      await left;
      expect(await Promise.all([outer, inner].map(({ id }) => there(id)))).toEqual([true, true]);
    });

    it('may fail on a key that is taken, and the rest goes on', async () => {
      const [first, second] = [shelf('Taken'), shelf('Taken')];
      let error: unknown;
      await database.write(async (write) => {
        await write.insert(Shelf, first);
        error = await database.write((write) => write.insert(Shelf, second)).catch((error: unknown) => error);
      });
      expect(isDuplicate(error)).toBe(true);
      expect(await there(first.id)).toBe(true);
    });
  });

  describe('is not gone past', () => {
    it('by a reader taken outside', async () => {
      const outside = database.read(Shelf);
      await expect(database.write(() => outside.find())).rejects.toThrow(/past the open transaction/);
      await expect(database.write(async () => outside.createQueryBuilder())).rejects.toThrow(/past the open transaction/);
      expect(await outside.countBy({ name: 'nobody' })).toBe(0);
    });

    it('by a query that was prepared outside', async () => {
      const query = database.read(Shelf).createQueryBuilder('shelf');
      await expect(database.write(() => query.getMany())).rejects.toThrow(/past the open transaction/);
    });

    it('by its writer or reader when it is over', async () => {
      let kept!: Writer;
      const reader = await database.write(async (write) => {
        kept = write;
        return database.read(Shelf);
      });
      await expect(kept.insert(Shelf, shelf())).rejects.toThrow(/over/);
      await expect(kept.update(Shelf, { name: 'a' }, { name: 'b' })).rejects.toThrow(/over/);
      await expect(reader.find()).rejects.toThrow(/over/);
      expect(() => kept.afterCommit(() => undefined)).toThrow(/over/);
    });

    it('by a failed part of it', async () => {
      await database.write(async (write) => {
        let kept!: Writer;
        await database.write(async (write) => void (kept = write));
        await expect(kept.insert(Shelf, shelf())).rejects.toThrow(/over/);
        await write.insert(Shelf, shelf());
      });
    });

    it('and what outlives it stands outside', async () => {
      let late!: Promise<boolean>;
      const mine = shelf();
      await database.write(async (write) => {
        await write.insert(Shelf, mine);
        late = sleep(20).then(() => there(mine.id));
      });
      expect(await late).toBe(true);
    });
  });

  it('in which a statement failed is never reported as done, even when the error was caught', async () => {
    const [before, twin, after] = [shelf(), shelf(), shelf()];
    await database.write((write) => write.insert(Shelf, twin));
    const caught = database.write(async (write) => {
      await write.insert(Shelf, before);
      await write.insert(Shelf, twin).catch(() => undefined);
    });
    await expect(caught).rejects.toThrow(/earlier statement/i);
    const unnoticed = database.write(async (write) => {
      await write.insert(Shelf, before);
      void write.insert(Shelf, twin).catch(() => undefined);
    });
    await expect(unnoticed).rejects.toThrow(/earlier statement/i);
    const continued = database.group(async (write) => {
      await write.insert(Shelf, twin).catch(() => undefined);
      await write.insert(Shelf, after);
    });
    await expect(continued).rejects.toThrow(/earlier statement|aborted/i);
    expect(await Promise.all([before, after].map(({ id }) => there(id)))).toEqual([false, false]);
    await database.write((write) => write.insert(Shelf, after));
    expect(await there(after.id)).toBe(true);
  });

  it('announces what follows after the commit, and nothing of what was undone', async () => {
    const told = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const said: string[] = [];
    const say = (what: string) => async (write: Writer) => write.afterCommit(() => void said.push(what));
    await database.write(async (write) => {
      write.afterCommit(() => {
        throw new Error('too late to matter');
      });
      await say('outer')(write);
      await database.write(say('inner'));
      await database
        .write(async (write) => {
          await say('undone')(write);
          throw new Error('undone');
        })
        .catch(() => undefined);
      expect(said).toEqual([]);
    });
    await database.group(say('group'));
    await expect(database.write(async (write) => say('rolled back')(write).then(() => Promise.reject(new Error('no'))))).rejects.toThrow(
      'no',
    );
    expect(said).toEqual(['outer', 'inner', 'group']);
    expect(told).toHaveBeenCalledTimes(1);
    told.mockRestore();
  });

  it('survives two that want the same rows in opposite order', async () => {
    const [first, second] = [await board(), await board()];
    const take = (one: string, other: string) =>
      database.write(async (write) => {
        for (const id of [one, other]) {
          await write.lock(Board, id);
          const { count } = await database.read(Board).findOneByOrFail({ id });
          await write.update(Board, { id }, { count: count + 1 });
          await sleep(30);
        }
      });
    await Promise.all([take(first, second), take(second, first), take(first, second), take(second, first)]);
    expect(await database.rows('SELECT "count" FROM "boards" WHERE "id" IN (?)', [[first, second]])).toEqual([{ count: 4 }, { count: 4 }]);
  });

  describe('changing at a version', () => {
    it('moves the version on, once', async () => {
      const id = await board();
      await database.write((write) => write.changeAt(Board, { id, version: 1 }, { text: 'first' }));
      const stale = database.write((write) => write.changeAt(Board, { id, version: 1 }, { text: 'second' }));
      await expect(stale).rejects.toBeInstanceOf(Conflict);
      expect(await database.read(Board).findOneByOrFail({ id })).toMatchObject({ text: 'first', version: 2 });
    });

    it('cannot set the version or the id, and finds no row that is not there', async () => {
      const id = await board();
      await database.write((write) => write.changeAt(Board, { id, version: 1 }, { version: 9, id: newId(), text: 'x' } as never));
      expect(await database.read(Board).findOneByOrFail({ id })).toMatchObject({ text: 'x', version: 2 });
      await expect(database.write((write) => write.changeAt(Board, { id: newId(), version: 1 }, {}))).rejects.toBeInstanceOf(Conflict);
      await expect(database.write((write) => write.changeAt(Board, { id, version: undefined as never }, {}))).rejects.toThrow(/undefined/);
    });

    it('lets one of fifty be first', async () => {
      const id = await board();
      const edits = await Promise.allSettled(
        Array.from({ length: 50 }, (_, i) => database.write((write) => write.changeAt(Board, { id, version: 1 }, { text: `${i}` }))),
      );
      expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(edits.every((edit) => edit.status === 'fulfilled' || edit.reason instanceof Conflict)).toBe(true);
    });
  });

  it('inserts once what is unique, of fifty at once', async () => {
    const run = 1;
    const inserted = await Promise.all(
      Array.from({ length: 50 }, (_, i) => database.group((write) => write.insertOnce(Mark, { id: `once-${i}`, run, place: 'only' }))),
    );
    expect(inserted.filter(Boolean)).toHaveLength(1);
    expect(await database.read(Mark).countBy({ run })).toBe(1);
  });

  it('is told what is a duplicate and what is not', async () => {
    const taken = shelf('Taken twice');
    const write = (row: Partial<Shelf>) => database.write((write) => write.insert(Shelf, row)).catch((error: unknown) => error);
    await write(taken);
    expect(isDuplicate(await write({ ...taken, id: newId() }))).toBe(true);
    expect(isDuplicate(await write({ ...taken, name: 'Other' }))).toBe(true);
    expect(isDuplicate(await write({ id: newId() }))).toBe(false);
    expect([null, undefined, 'text', new Error('UNIQUE constraint failed')].map(isDuplicate)).toEqual([false, false, false, false]);
  });
});
