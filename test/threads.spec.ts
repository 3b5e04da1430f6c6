import { setTimeout as later } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import { compile } from '../src/content/folders/folder';
import type { ScenarioStructure } from '../src/content/scenario';
import type { Log } from '../src/web/requests/log';
import type { ScenarioReadings } from '../src/simulations/writing/files/scenario-readings.service';
import type { Trials } from '../src/simulations/writing/trying/trials.service';
import { SCENARIO } from './content/sample-scenario';
import type { Asked, Found } from '../src/quizzes/bank-files/looking';
import type { Readings } from '../src/quizzes/bank-files/readings.service';
import { writeBankFile } from '../src/quizzes/formats/bank-file';
import { intoBank } from '../src/quizzes/formats/into-bank';
import { readGift } from '../src/quizzes/formats/gift';

// as it is built: sources have no file that a thread could run
const { Readings: Built } = jest.requireActual<{ Readings: typeof Readings }>('../dist/quizzes/bank-files/readings.service.js');
const { ScenarioReadings: BuiltScenarios } = jest.requireActual<{ ScenarioReadings: typeof ScenarioReadings }>(
  '../dist/simulations/writing/files/scenario-readings.service.js',
);
const { Trials: BuiltTrials } = jest.requireActual<{ Trials: typeof Trials }>('../dist/simulations/writing/trying/trials.service.js');

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
  });

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
  });

  it('until their time is over; the next is read', async () => {
    const [hostile, next] = [asked(`format: chapterhouse-questions\nquestions:\n${'- a: {b: c}\n'.repeat(150_000)}`), good];
    const both = [readings.read(hostile, { deadlineMs: 50, memory }), readings.read(next)];
    expect(await both[0]).toBe('reading-too-much');
    expect(await both[1]).toHaveProperty('questions.length', 1);
  });

  it('until their memory is used up; the next is read', async () => {
    const hostile = asked(`format: chapterhouse-questions\nquestions:\n${'- a: {b: c}\n'.repeat(150_000)}`);
    const little = { ...memory, maxOldGenerationSizeMb: 24 };
    expect(await readings.read(hostile, { deadlineMs: 100_000, memory: little })).toBe('reading-too-much');
    expect(await readings.read(good)).toHaveProperty('questions.length', 1);
  });
});

describe('scripts play drafts beside the server', () => {
  const scenario = compile('scenario', SCENARIO).document!.structure as ScenarioStructure;
  const faults: unknown[] = [];
  const log = { fault: (error: unknown) => void faults.push(error) } as unknown as Log;
  const bounds = { deadlineMs: 100_000, memory: { ...memory, maxOldGenerationSizeMb: 128 } };
  const first = (id: string) => ({ id, edition: 1 });

  it('so that others have their turns while they play, and to the end', async () => {
    const trial = new BuiltTrials(log).of(first('mast'), scenario, bounds)!;
    const { turns } = await turnsUntil(trial.over);
    expect(trial).toMatchObject({ state: 'done', room: { texts: 4 }, table: { role: 'council' } });
    expect(trial.fared.map(({ role }) => role)).toEqual(['council', 'cooperative']);
    expect(turns).toBeGreaterThan(20);
  });

  it('one after the other, and no more wait than can be served soon; what was found is kept at hand', async () => {
    const trials = new BuiltTrials(log);
    const all = Array.from({ length: 7 }, (_, at) => trials.of(first(`mast ${at}`), scenario, bounds));
    expect(all.map((one) => one?.state ?? 'busy')).toEqual(['waiting', 'waiting', 'waiting', 'waiting', 'waiting', 'busy', 'busy']);
    await Promise.all(all.flatMap((one) => (one ? [one.over] : [])));
    expect(all.map((one) => one?.state ?? 'busy')).toEqual(['done', 'done', 'done', 'done', 'done', 'busy', 'busy']);
    expect(trials.of(first('mast 1'), scenario, bounds)).toBe(all[1]);
  });

  it('of one draft only the newest edition: older ones give way, whether they wait or play', async () => {
    const trials = new BuiltTrials(log);
    const playing = trials.of(first('mast'), scenario, bounds)!;
    await turnsUntil(Promise.resolve());
    const editions = Array.from({ length: 9 }, (_, at) => trials.of({ id: 'mast', edition: at + 2 }, scenario, bounds));
    const other = trials.of(first('another'), scenario, bounds)!;
    await other.over;
    expect([playing, ...editions, other].map((one) => one?.state)).toEqual([...Array<string>(9).fill('stale'), 'done', 'done']);
    expect(trials.of({ id: 'mast', edition: 9 }, scenario, bounds)?.state).toBe('stale');
  });

  it('until their time or their memory is over, or something is wrong with what plays; the next is played', async () => {
    const trials = new BuiltTrials(log);
    const slow = trials.of(first('slow'), scenario, { ...bounds, deadlineMs: 1 })!;
    const large = trials.of(first('large'), scenario, {
      ...bounds,
      memory: { ...memory, maxOldGenerationSizeMb: 4, maxYoungGenerationSizeMb: 1 },
    })!;
    const broken = trials.of(first('broken'), { ...scenario, phases: [] }, bounds)!;
    const next = trials.of(first('next'), scenario, bounds)!;
    await Promise.all([slow, large, broken, next].map(({ over }) => over));
    expect([slow, large, broken, next].map(({ state }) => state)).toEqual(['stopped', 'stopped', 'stopped', 'done']);
    expect(faults).toHaveLength(1);
  });
});

describe('folders of role-plays are read beside the server', () => {
  const readings = new BuiltScenarios();
  const zip = (files: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
  const good = () => readings.read(zip(SCENARIO), { language: 'en' }, { deadlineMs: 100_000, memory });
  const hostile = zip({ 'scenario.yml': Array.from({ length: 20_000 }, (_, at) => `key-${at}: [a, b]`).join('\n') });

  it('so that others have their turns, and the draft is what they say', async () => {
    const { turns, result } = await turnsUntil(good());
    expect(result).toMatchObject({ structure: { status: 'draft' }, texts: { title: expect.any(String) } });
    expect(turns).toBeGreaterThan(20);
  });

  it('until their time or their memory is over; the next is read', async () => {
    const slow = readings.read(hostile, { language: 'en' }, { deadlineMs: 50, memory });
    const large = readings.read(hostile, { language: 'en' }, { deadlineMs: 100_000, memory: { ...memory, maxOldGenerationSizeMb: 16 } });
    expect(await slow).toEqual({ key: 'scenarios.folder.too-much', path: '' });
    expect(await large).toEqual({ key: 'scenarios.folder.too-much', path: '' });
    expect(await good()).toHaveProperty('structure');
  });

  it('and no more wait than can be served soon', async () => {
    const all = await Promise.all(Array.from({ length: 7 }, good));
    expect(all.filter((one) => 'key' in one && one.key === 'scenarios.folder.busy')).toHaveLength(2);
  });
});
