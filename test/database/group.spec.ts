import type { Database } from '../../src/database/database.service';
import { onPostgres } from '../support/database';
import { driverOf, Mark, openSamples, sleep } from './samples';

describe('works that arrive together', () => {
  let database: Database;
  let close: () => Promise<void>;
  let runs = 0;

  beforeAll(async () => ({ database, close } = await openSamples()));
  afterAll(() => close());

  const mark = (run: number, place: number | string) => ({ id: `${run}-${place}`, run, place: `${place}` });
  const places = async (run: number) => (await database.read(Mark).findBy({ run })).map(({ place }) => place).sort();

  /** How often the disk was waited for. On PostgreSQL the server decides. */
  const commitsDuring = async (work: () => Promise<unknown>) => {
    const statements = onPostgres ? null : jest.spyOn(driverOf(database).writer, 'run');
    await work();
    const commits = statements?.mock.calls.filter(([sql]) => sql === 'COMMIT').length ?? 0;
    statements?.mockRestore();
    return commits;
  };

  it('share commits', async () => {
    const run = ++runs;
    const commits = await commitsDuring(() =>
      Promise.all(Array.from({ length: 200 }, (_, i) => database.group((write) => write.insert(Mark, mark(run, i))))),
    );
    expect(await places(run)).toHaveLength(200);
    expect(commits).toBe(onPostgres ? 0 : 4); // at most 64 in one
    process.stdout.write(`group: 200 works, ${onPostgres ? 'commits grouped by the server' : `${commits} commits`}\n`);
  });

  it('share the next commit while one is running', async () => {
    const run = ++runs;
    const commits = await commitsDuring(async () => {
      const works: Promise<void>[] = [];
      for (let i = 0; i < 40; i++) {
        works.push(database.group((write) => write.insert(Mark, mark(run, i))));
        await new Promise((turn) => setImmediate(turn));
      }
      await Promise.all(works);
    });
    expect(await places(run)).toHaveLength(40);
    expect(commits).toBeLessThan(40);
  });

  it('fail alone: by an error, by a key that is taken, by a mistake that was caught', async () => {
    const run = ++runs;
    await database.group((write) => write.insert(Mark, mark(run, 'taken')));
    const work = (i: number) =>
      database.group(async (write) => {
        await write.insert(Mark, mark(run, i));
        if (i % 4 === 1) throw new Error('on purpose');
        if (i % 4 === 2) await write.insert(Mark, mark(run, 'taken'));
        if (i % 4 === 3) await write.insert(Mark, mark(run, 'taken')).catch(() => undefined);
        return i;
      });
    const ends = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => work(i)));
    expect(ends.map(({ status }) => status === 'fulfilled')).toEqual(ends.map((_, i) => i % 4 === 0));
    expect(await places(run)).toEqual(['0', '12', '16', '4', '8', 'taken']);
  });

  it('fail alone when they throw before anything was written, or at once', async () => {
    const run = ++runs;
    const ends = await Promise.allSettled([
      database.group(async () => Promise.reject(new Error('before'))),
      database.group(() => {
        throw new Error('at once');
      }),
      database.group((write) => write.insert(Mark, mark(run, 'kept'))),
    ]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(await places(run)).toEqual(['kept']);
  });

  it('are acknowledged only when they are durable', async () => {
    const run = ++runs;
    let acknowledged = false;
    const quick = database.group((write) => write.insert(Mark, mark(run, 'quick'))).then(() => (acknowledged = true));
    const slow = database.group(async (write) => {
      await write.insert(Mark, mark(run, 'slow'));
      await sleep(50);
      if (!onPostgres) expect(acknowledged).toBe(false);
    });
    await Promise.all([quick, slow]);
    expect(await places(run)).toEqual(['quick', 'slow']);
  });

  it('are all told when the commit fails', async () => {
    if (onPostgres) return;
    const run = ++runs;
    const { writer } = driverOf(database);
    const send = writer.run.bind(writer);
    const full = jest.spyOn(writer, 'run').mockImplementation(async (sql, parameters) => {
      if (sql === 'COMMIT') throw Object.assign(new Error('SQLITE_FULL: database or disk is full'), { code: 'SQLITE_FULL' });
      return send(sql, parameters);
    });
    const ends = await Promise.allSettled([1, 2, 3].map((i) => database.group((write) => write.insert(Mark, mark(run, i)))));
    full.mockRestore();
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await places(run)).toEqual([]);
    await database.group((write) => write.insert(Mark, mark(run, 'after')));
    expect(await places(run)).toEqual(['after']);
  });

  it('are all told when the turn to write never comes', async () => {
    if (onPostgres) return;
    const run = ++runs;
    const acquire = jest.spyOn(driverOf(database).lock, 'acquire').mockRejectedValueOnce(new Error('no turn'));
    const ends = await Promise.allSettled([1, 2].map((i) => database.group((write) => write.insert(Mark, mark(run, i)))));
    acquire.mockRestore();
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await database.group((write) => write.insert(Mark, mark(run, 'after')));
    expect(await places(run)).toEqual(['after']);
  });

  it('leave room for plain writes between them', async () => {
    const run = ++runs;
    const order: string[] = [];
    const groups = Array.from({ length: 130 }, (_, i) =>
      database.group((write) => write.insert(Mark, mark(run, i))).then(() => order.push('group')),
    );
    const plain = database.write((write) => write.insert(Mark, mark(run, 'plain'))).then(() => order.push('plain'));
    await Promise.all([...groups, plain]);
    if (!onPostgres) expect(order.indexOf('plain')).toBeLessThan(129);
    expect(await places(run)).toHaveLength(131);
  });
});
