import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { Database, OPEN_READONLY, OPEN_READWRITE } from 'sqlite3';
import { seeded } from '../src/kernel/random';
import { DemoTrainees } from '../src/seeding/demo-trainees.seeder';
import { TestClock } from './support/app';
import { Learner, mayBe, type Promised } from './support/learner';
import { endServers, startServer } from './support/server';
import { sessionFor } from './support/visitor';
import { type LearningWorld, makePerson, startLearning } from './support/world';

/** How often the server is killed; `KILLS=200 npx jest test/kill` for a long afternoon. */
const KILLS = Number(process.env.KILLS ?? 20);
const LEARNERS = 8;
const SEED = process.env.SEED ?? 'kills';

describe('a server that is killed while people answer', () => {
  const chance = seeded(SEED);
  let folder: string;
  let secret: string;
  let learners: Learner[];

  /** A world made by an app in this process, taken over by servers of their own. */
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chapterhouse-kill-'));
    const world = await startLearning({ clock: new TestClock(new Date()), settings: { databaseUrl: null, dataDir: folder } });
    learners = await Promise.all(Array.from({ length: LEARNERS }, (_, i) => learner(world, i)));
    secret = world.settings.sessionSecret;
    await world.stop();
  }, 30_000);
  afterAll(async () => {
    endServers();
    await rm(folder, { recursive: true, force: true });
  });

  async function learner(world: LearningWorld, index: number): Promise<Learner> {
    const { app, database, clock, cohort } = world;
    const person = await makePerson(world, { name: `Learner ${index}`, email: `learner${index}@example.org`, language: 'en' });
    const read = { id: person.id, name: person.name, email: person.email, joined: 3, read: 6 };
    await database.write((write) => app.get(DemoTrainees, { strict: false }).study(write, cohort.id, read, clock.now()));
    const [enrolment] = await database.rows<{ id: string }>('SELECT "id" FROM "enrolments" WHERE "personId" = ?', [person.id]);
    return new Learner(await sessionFor(world, person), `/quizzes/${enrolment!.id}/rough-consensus/quiz`, seeded(`${SEED} ${index}`));
  }

  it(
    `loses nothing it acknowledged, does nothing twice, and is back at once (${KILLS} kills)`,
    async () => {
      const starts: number[] = [];
      for (let kill = 0; kill <= KILLS; kill++) {
        const server = await startServer({ dataDir: folder, sessionSecret: secret });
        starts.push(server.readyInMs);
        expect(await damage(join(folder, 'chapterhouse.sqlite'), learners)).toEqual([]);
        const working = learners.map((one) => one.work(server.address));
        if (kill < KILLS) await later(30 + chance() * Math.max(700, server.readyInMs)); // a slow machine needs longer for as much work
        expect(await server.end('SIGKILL')).toBe('SIGKILL');
        await Promise.all(working);
      }
      const sum = (count: (one: Learner) => number) => learners.reduce((before, one) => before + count(one), 0);
      const [usual, slowest] = [starts.sort((a, b) => a - b)[starts.length >> 1], starts.at(-1)];
      console.log(
        `kills: seed ${SEED}, ${KILLS} kills, ${sum((one) => one.acknowledged)} answers acknowledged, ${sum((one) => one.begun.size)} attempts, ` +
          `${sum((one) => one.handedIn.size)} handed in, 0 lost, 0 twice, ready again in ${usual} ms, at most ${slowest} ms`,
      );
      expect(sum((one) => one.acknowledged)).toBeGreaterThan(KILLS);
      expect(sum((one) => one.handedIn.size)).toBeGreaterThan(0);
      expect(learners.flatMap(({ surprises }) => surprises)).toEqual([]);
    },
    60_000 + KILLS * 9000,
  );

  it('a lost answer, a lost attempt and a second open one would be found', async () => {
    const file = join(folder, 'chapterhouse.sqlite');
    expect(await damage(file, learners)).toEqual([]);
    const [told] = [...learners[0]!.answers].find(([, { acknowledged }]) => acknowledged)!;
    await change(file, `DELETE FROM "answers" WHERE "attemptId" = '${told.split(' ')[0]}'`);
    await change(file, `DELETE FROM "attempts" WHERE "id" = '${[...learners[1]!.begun][0]}'`);
    await change(file, 'UPDATE "attempts" SET "handedInAt" = NULL');
    const found = (await damage(file, learners)).map((line) => line.split(':')[0]);
    for (const what of ['lost', 'an attempt that had begun is lost', 'handed in, and open again', 'two open attempts'])
      expect(found).toContain(what);
  });
});

interface Stored {
  attemptId: string;
  page: string;
  turn: number;
}

/** What is not as the learners were told. */
async function damage(file: string, learners: Learner[]): Promise<string[]> {
  expect(existsSync(file)).toBe(true);
  const database = await open(file);
  const rows = <R>(sql: string) =>
    new Promise<R[]>((found, failed) => database.all<R>(sql, (error, all) => (error ? failed(error) : found(all))));
  const [check, keys, answers, attempts, open_, ended] = [
    await rows<{ integrity_check: string }>('PRAGMA integrity_check'),
    await rows('PRAGMA foreign_key_check'),
    await rows<Stored>('SELECT "attemptId", "page", "turn" FROM "answers"'),
    await rows<{ id: string; ended: number; graded: number }>(
      'SELECT "id", "handedInAt" IS NOT NULL AS ended, "points" IS NOT NULL AS graded FROM "attempts"',
    ),
    await rows('SELECT "enrolmentId" FROM "attempts" WHERE "handedInAt" IS NULL GROUP BY "enrolmentId" HAVING COUNT(*) > 1'),
    await rows('SELECT "enrolmentId", "subject" FROM "completions" GROUP BY "enrolmentId", "subject" HAVING COUNT(*) > 1'),
  ];
  await new Promise((closed) => database.close(closed));
  const found = new Map(attempts.map((one) => [one.id, one]));
  const stored = (name: string, promised: Promised) => answers.some((one) => name.startsWith(one.attemptId) && mayBe(promised, one));
  const lost = learners.flatMap((one) => [...one.answers].filter(([name, promised]) => promised.acknowledged && !stored(name, promised)));
  return [
    ...check.filter((one) => one.integrity_check !== 'ok').map((one) => `integrity: ${one.integrity_check}`),
    ...keys.map((one) => `a key without its row: ${JSON.stringify(one)}`),
    ...lost.map(([name, promised]) => `lost: ${name}, ${JSON.stringify(promised)}`),
    ...learners.flatMap(({ begun }) => [...begun].filter((id) => !found.has(id)).map((id) => `an attempt that had begun is lost: ${id}`)),
    ...learners.flatMap(({ handedIn }) =>
      [...handedIn].filter((id) => !found.get(id)?.ended).map((id) => `handed in, and open again: ${id}`),
    ),
    ...attempts.filter(({ ended, graded }) => ended !== graded).map(({ id }) => `handed in without its result: ${id}`),
    ...open_.map((one) => `two open attempts: ${JSON.stringify(one)}`),
    ...ended.map((one) => `finished twice: ${JSON.stringify(one)}`),
  ];
}

function open(file: string, mode = OPEN_READONLY): Promise<Database> {
  return new Promise((opened, failed) => {
    const database = new Database(file, mode, (error) => (error ? failed(error) : opened(database)));
  });
}

async function change(file: string, sql: string): Promise<void> {
  const database = await open(file, OPEN_READWRITE);
  await new Promise<void>((done, failed) => database.run(sql, (error) => (error ? failed(error) : done())));
  await new Promise((closed) => database.close(closed));
}
