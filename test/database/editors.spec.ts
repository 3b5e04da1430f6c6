import fc, { type Scheduler } from 'fast-check';
import { Conflict } from '../../src/database/conflict';
import type { Database } from '../../src/database/database.service';
import { newId } from '../../src/kernel/identifier';
import { Board, openSamples } from './samples';

const SCHEDULES = Number(process.env.EDITS ?? 600);
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const EDITORS = ['ada', 'ben', 'chi'];

/** Three people edit one text; each keeps what is there and adds a word. Returns the words that were accepted, and the text in the end. */
async function edited(database: Database, scheduler: Scheduler, edits: number[]) {
  const id = newId();
  const accepted: string[] = [];
  let conflicts = 0;
  await database.write((write) => write.insert(Board, { id }));

  const editor = async (name: string, times: number) => {
    for (let i = 0; i < times; i++) {
      const { text, version } = await database.read(Board).findOneByOrFail({ id });
      await scheduler.schedule(Promise.resolve());
      const word = `${name}${i}`;
      try {
        await database.write((write) => write.changeAt(Board, { id, version }, { text: `${text} ${word}` }));
        accepted.push(word);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        conflicts++;
      }
    }
  };
  await scheduler.waitFor(Promise.all(EDITORS.map((name, i) => editor(name, edits[i]!))));
  const { text, version } = await database.read(Board).findOneByOrFail({ id });
  return { accepted, conflicts, words: text.split(' ').slice(1), version };
}

it(
  'three editors never overwrite each other silently',
  async () => {
    const { database, close } = await openSamples();
    const totals = { schedules: 0, accepted: 0, conflicts: 0, overwrites: 0 };
    const times = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 3 });
    const property = fc.asyncProperty(fc.scheduler(), times, async (scheduler, edits) => {
      const { accepted, conflicts, words, version } = await edited(database, scheduler, edits);
      totals.schedules++;
      totals.accepted += accepted.length;
      totals.conflicts += conflicts;
      totals.overwrites += accepted.filter((word) => !words.includes(word)).length;
      expect(words.toSorted()).toEqual(accepted.toSorted());
      expect(version).toBe(1 + accepted.length);
    });
    process.stdout.write(`edits: seed ${SEED}\n`);
    await fc.assert(property, { numRuns: SCHEDULES, seed: SEED, endOnFailure: true });
    process.stdout.write(
      `edits: ${totals.schedules} schedules, ${totals.accepted} accepted, ${totals.conflicts} conflicts, ${totals.overwrites} silent overwrites\n`,
    );
    expect(totals.conflicts).toBeGreaterThan(0);
    await close();
  },
  600_000 + SCHEDULES * 600,
);
