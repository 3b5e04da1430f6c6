import { setTimeout as later } from 'node:timers/promises';
import type { Asked, Found } from '../src/quizzes/bank-files/looking';
import type { Readings } from '../src/quizzes/bank-files/readings.service';
import { writeBankFile } from '../src/quizzes/formats/bank-file';
import { intoBank } from '../src/quizzes/formats/into-bank';
import { readGift } from '../src/quizzes/formats/gift';

// as it is built: sources have no file that a thread could run
const { Readings: Built } = jest.requireActual<{ Readings: typeof Readings }>('../dist/quizzes/bank-files/readings.service.js');

const asked = (text: string, name = ''): Asked => ({ source: { text }, name, language: 'en', fix: '' });
const memory = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };
const MANY = 1_600;

/** Our own file with many questions, which takes long to read. */
function large(): string {
  const one = (at: number) =>
    `// [id:q${at}] [tag:dns]\n::Root ${at}::Who looks after what stands in the root zone? {=IANA#Yes ~ITU ~WTO}\n\n`;
  const { questions } = readGift(Array.from({ length: MANY }, (_, at) => one(at)).join(''));
  return writeBankFile(questions.map((question) => intoBank(question, 'en').written));
}

/** How often others have their turn until something is done. */
async function turnsUntil<T>(done: Promise<T>): Promise<{ turns: number; result: T }> {
  let turns = 0;
  let over = false;
  const counting = (async () => {
    for (; !over; turns++) await later(1);
  })();
  const result = await done.finally(() => (over = true));
  await counting;
  return { turns, result };
}

describe('files of questions are read beside the server', () => {
  const readings = new Built();
  const good = asked('Who? {=a ~b}');

  it('so that others have their turns while a large one is read', async () => {
    const text = large();
    expect(text.length).toBeGreaterThan(500_000);
    const { turns, result } = await turnsUntil(readings.read(asked(text, 'questions.yml')));
    expect(result).toMatchObject({ format: 'yaml', problems: [] });
    expect((result as Found).text === text).toBe(true);
    expect(result).toHaveProperty('questions.length', MANY);
    expect(turns).toBeGreaterThan(20);
  }, 120_000);

  it('one after the other, and no more wait than can be served soon', async () => {
    const all = await Promise.all(Array.from({ length: 7 }, () => readings.read(good)));
    expect(all.map((one) => (typeof one === 'string' ? one : one.questions.length))).toEqual([
      1,
      1,
      1,
      1,
      1,
      'reading-busy',
      'reading-busy',
    ]);
    expect(await readings.read(good)).toHaveProperty('questions.length', 1);
  }, 120_000);

  it('until their time is over; the next is read', async () => {
    const [hostile, next] = [asked(`format: chapterhouse-questions\nquestions:\n${'- a: {b: c}\n'.repeat(150_000)}`), good];
    const both = [readings.read(hostile, { deadlineMs: 50, memory }), readings.read(next)];
    expect(await both[0]).toBe('reading-too-much');
    expect(await both[1]).toHaveProperty('questions.length', 1);
  }, 120_000);

  it('until their memory is used up; the next is read', async () => {
    const hostile = asked(`format: chapterhouse-questions\nquestions:\n${'- a: {b: c}\n'.repeat(150_000)}`);
    const little = { ...memory, maxOldGenerationSizeMb: 24 };
    expect(await readings.read(hostile, { deadlineMs: 100_000, memory: little })).toBe('reading-too-much');
    expect(await readings.read(good)).toHaveProperty('questions.length', 1);
  }, 120_000);
});
