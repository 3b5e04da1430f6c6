import fc, { type Scheduler } from 'fast-check';
import { Conflict } from '../../src/database/conflict';
import type { Database } from '../../src/database/database.service';
import type { Writer } from '../../src/database/writer';
import { newId } from '../../src/kernel/identifier';
import { Board, Mark, openSamples, sleep } from './samples';

const SCHEDULES = Number(process.env.INTERLEAVINGS ?? 600);
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);

const KINDS = ['write', 'group', 'nested', 'count', 'edit', 'once', 'read', 'rows'] as const;
interface Operation {
  kind: (typeof KINDS)[number];
  /** After how many steps of the others it begins. */
  late: number;
  fails: boolean;
  innerFails: boolean;
}
const sometimes = fc.nat({ max: 2 }).map((n) => n === 0);
const operation = fc.record<Operation>({
  kind: fc.constantFrom(...KINDS),
  late: fc.nat({ max: 3 }),
  fails: sometimes,
  innerFails: fc.boolean(),
});

class OnPurpose extends Error {}
const totals = { acknowledged: 0, lost: 0, ghosts: 0, dirty: 0 };

/** One schedule: what the database said, beside what it turns out to hold. */
class Schedule {
  readonly board = newId();
  private readonly acknowledged = new Set<string>();
  private readonly seen = new Set<string>();
  private readonly winners: string[] = [];
  private readonly bases: number[] = [];
  private arrived = () => {};
  private counted = 0;
  private onceCommitted = 0;

  constructor(
    private readonly database: Database,
    private readonly run: number,
    private readonly scheduler: Scheduler,
    private readonly hurries: Generator<boolean>,
  ) {}

  async play(operations: Operation[]): Promise<void> {
    await this.database.write((write) => write.insert(Board, { id: this.board }));
    await this.scheduler.waitFor(Promise.all(operations.map((one, i) => this.perform(one, `${this.run}-${i}`))));
    await this.compare();
  }

  private async perform(operation: Operation, id: string): Promise<void> {
    for (let i = 0; i <= operation.late; i++) await this.pause();
    try {
      await this[operation.kind](operation, id);
    } catch (error) {
      if (!(error instanceof OnPurpose || error instanceof Conflict)) throw error;
    }
    this.arrived();
  }

  private async write(operation: Operation, id: string, how: 'write' | 'group' = 'write'): Promise<void> {
    await this.database[how]((write) => this.mark(write, id, operation.fails));
    this.acknowledged.add(id);
  }

  private group(operation: Operation, id: string): Promise<void> {
    return this.write(operation, id, 'group');
  }

  private async nested({ fails, innerFails }: Operation, id: string): Promise<void> {
    await this.database.write(async (write) => {
      await this.mark(write, id, false);
      const inner = this.database.write((write) => this.mark(write, `${id}-inner`, innerFails));
      await inner.catch((error: unknown) => expect(error).toBeInstanceOf(OnPurpose));
      await this.mark(write, `${id}-after`, fails);
    });
    for (const part of innerFails ? ['', '-after'] : ['', '-inner', '-after']) this.acknowledged.add(id + part);
  }

  /** Reads a number, thinks, writes the next one. */
  private async count({ fails }: Operation, id: string): Promise<void> {
    await this.database.write(async (write) => {
      await write.lock(Board, this.board);
      const { count } = await this.database.read(Board).findOneByOrFail({ id: this.board });
      await this.mark(write, id, false);
      await write.update(Board, { id: this.board }, { count: count + 1 });
      if (fails) throw new OnPurpose();
    });
    this.acknowledged.add(id);
    this.counted++;
  }

  /** Reads a text outside, thinks, and changes it at the version it was read at. */
  private async edit({ fails }: Operation, id: string): Promise<void> {
    const { version, text } = await this.database.read(Board).findOneByOrFail({ id: this.board });
    await this.pause();
    await this.database.write(async (write) => {
      await write.changeAt(Board, { id: this.board, version }, { text: `${text} ${id}` });
      await this.mark(write, id, fails);
    });
    this.acknowledged.add(id);
    this.bases.push(version);
  }

  private async once({ fails, innerFails }: Operation, id: string): Promise<void> {
    const first = await this.database[innerFails ? 'group' : 'write'](async (write) => {
      const first = await write.insertOnce(Mark, { id, run: this.run, place: 'only' });
      await this.pause();
      if (fails) throw new OnPurpose();
      return first;
    });
    this.onceCommitted++;
    if (!first) return;
    this.winners.push(id);
    this.acknowledged.add(id);
  }

  private read(): Promise<void> {
    return this.look(async () => (await this.database.read(Mark).findBy({ run: this.run })).map(({ id }) => id));
  }

  private rows(): Promise<void> {
    return this.look(async () =>
      (await this.database.rows<{ id: string }>('SELECT "id" FROM "marks" WHERE "run" = ?', [this.run])).map(({ id }) => id),
    );
  }

  /** What was acknowledged before must be there; what is there must turn out to be acknowledged. */
  private async look(ask: () => Promise<string[]>): Promise<void> {
    const before = [...this.acknowledged];
    const found = new Set(await ask());
    totals.lost += before.filter((id) => !found.has(id)).length;
    for (const id of found) this.seen.add(id);
  }

  private async mark(write: Writer, id: string, fails: boolean): Promise<void> {
    await this.pause();
    await write.insert(Mark, { id, run: this.run, place: id });
    await this.pause();
    expect(await this.database.read(Mark).existsBy({ id })).toBe(true);
    if (fails) throw new OnPurpose();
  }

  private async compare(): Promise<void> {
    const held = new Set((await this.database.read(Mark).findBy({ run: this.run })).map(({ id }) => id));
    totals.acknowledged += this.acknowledged.size;
    totals.lost += [...this.acknowledged].filter((id) => !held.has(id)).length;
    totals.ghosts += [...held].filter((id) => !this.acknowledged.has(id)).length;
    totals.dirty += [...this.seen].filter((id) => !this.acknowledged.has(id)).length;
    expect(totals).toMatchObject({ lost: 0, ghosts: 0, dirty: 0 });
    expect(this.winners).toHaveLength(Math.min(1, this.onceCommitted));
    const { count, version } = await this.database.read(Board).findOneByOrFail({ id: this.board });
    expect(count).toBe(this.counted);
    expect(this.bases.sort((a, b) => a - b)).toEqual(this.bases.map((_, i) => i + 1)); // every edit from another version
    expect(version).toBe(1 + this.bases.length);
  }

  /**
   * Waits for its turn among all operations. Whoever gets a turn mostly comes to its next pause before the next one is given, so
   * that everything happens between two steps of everything else; or it is kept waiting by the database, then others go on.
   */
  private pause(): Promise<void> {
    this.arrived();
    return this.scheduler.schedule(Promise.resolve(), undefined, undefined, async (go) => {
      const arrival = new Promise<void>((arrived) => (this.arrived = arrived));
      await go();
      if (!this.hurries.next().value) await Promise.race([arrival, sleep(1)]);
    });
  }
}

function* repeated(values: boolean[]): Generator<boolean> {
  for (;;) yield* values;
}

describe('whatever happens at the same time', () => {
  it(
    'nothing acknowledged is lost, nothing undone stays, nothing uncommitted is seen',
    async () => {
      const { database, close } = await openSamples();
      let run = 0;
      const operations = fc.array(operation, { minLength: 3, maxLength: 8 });
      const hurries = fc.array(sometimes, { minLength: 8, maxLength: 8 });
      const property = fc.asyncProperty(fc.scheduler(), operations, hurries, (scheduler, operations, hurries) =>
        new Schedule(database, ++run, scheduler, repeated(hurries)).play(operations),
      );
      process.stdout.write(`interleavings: seed ${SEED}\n`);
      await fc.assert(property, { numRuns: SCHEDULES, seed: SEED, endOnFailure: true });
      const { acknowledged, lost, ghosts, dirty } = totals;
      process.stdout.write(
        `interleavings: ${run} schedules, ${acknowledged} acknowledged, ${lost} lost, ${ghosts} ghosts, ${dirty} dirty reads\n`,
      );
      expect(acknowledged).toBeGreaterThan(SCHEDULES);
      await close();
    },
    600_000 + SCHEDULES * 600,
  );
});
