import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { Cohort } from '../src/cohorts/cohort.entity';
import { seeded } from '../src/kernel/random';
import { DemoTrainees } from '../src/seeding/demo-trainees.seeder';
import { TestClock } from './support/app';
import { CHAIR, loadSmall, MONTHS, WHY } from './quizzes/small-quiz';
import { all, change, damage, open } from './support/damage';
import { type Answerable, Learner, STARTER } from './support/learner';
import { endServers, startServer } from './support/server';
import { sessionFor } from './support/visitor';
import { type LearningWorld, makePerson, openCohort, startLearning } from './support/world';

/** How often the server is killed; `KILLS=200 npx jest test/kill` for a long afternoon. */
const KILLS = Number(process.env.KILLS ?? 20);
const LEARNERS = 9;
const SEED = process.env.SEED ?? 'kills';

/** The small quiz: two questions that are checked while they are answered, and a text that waits for somebody. */
const CHECKED: readonly Answerable[] = [
  { number: 1, kind: 'option', options: 3, checked: true },
  { number: 2, kind: 'number', checked: true },
  { number: 3, kind: 'text' },
];

describe('a server that is killed while people answer', () => {
  const chance = seeded(SEED);
  let folder: string;
  let secret: string;
  let learners: Learner[];

  /** A world made by an app in this process, taken over by servers of their own: the starter quiz, and small ones that are checked while they are answered. */
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chapterhouse-kill-'));
    const world = await startLearning({ clock: new TestClock(new Date()), settings: { databaseUrl: null, dataDir: folder } });
    const cohorts = [world.cohort];
    for (const behaviour of ['interactive', 'immediate'] as const) {
      await loadSmall(world, { settings: { behaviour, shuffle: { questions: false, options: false } }, questions: [CHAIR, MONTHS, WHY] });
      cohorts.push(await openCohort(world, world.kenya, { name: behaviour }));
    }
    learners = await Promise.all(Array.from({ length: LEARNERS }, (_, i) => learner(world, cohorts[i % cohorts.length]!, i)));
    secret = world.settings.sessionSecret;
    await world.stop();
  });
  afterAll(async () => {
    endServers();
    await rm(folder, { recursive: true, force: true });
  });

  async function learner(world: LearningWorld, cohort: Cohort, index: number): Promise<Learner> {
    const { app, database, clock } = world;
    const person = await makePerson(world, { name: `Learner ${index}`, email: `learner${index}@example.org`, language: 'en' });
    const read = { id: person.id, name: person.name, email: person.email, joined: 3, read: 6 };
    await database.write((write) => app.get(DemoTrainees, { strict: false }).study(write, cohort.id, read, clock.now()));
    const [enrolment] = await database.rows<{ id: string }>('SELECT "id" FROM "enrolments" WHERE "personId" = ?', [person.id]);
    const questions = cohort.id === world.cohort.id ? STARTER : CHECKED;
    return new Learner(
      await sessionFor(world, person),
      `/quizzes/${enrolment!.id}/rough-consensus/quiz`,
      seeded(`${SEED} ${index}`),
      questions,
    );
  }

  async function waiting(): Promise<number> {
    const database = await open(join(folder, 'chapterhouse.sqlite'));
    const found = await all<{ id: string }>(database, 'SELECT "id" FROM "attempts" WHERE "handedInAt" IS NOT NULL AND "share" IS NULL');
    await new Promise((closed) => database.close(closed));
    return found.length;
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
          `${sum((one) => one.handedIn.size)} handed in (${await waiting()} of them with a text that waits), ${sum((one) => one.checks)} checked at once, ` +
          `0 lost, 0 twice, ready again in ${usual} ms, at most ${slowest} ms`,
      );
      expect(sum((one) => one.acknowledged)).toBeGreaterThan(KILLS);
      expect(sum((one) => one.handedIn.size)).toBeGreaterThan(0);
      expect(learners.flatMap(({ surprises }) => surprises)).toEqual([]);
    },
    600_000 + KILLS * 15_000,
  );

  it('a lost answer, check, result or attempt, a try used twice and a second open attempt would be found', async () => {
    const file = join(folder, 'chapterhouse.sqlite');
    expect(await damage(file, learners)).toEqual([]);
    const [told] = [...learners[0]!.answers].find(([, { acknowledged }]) => acknowledged)!;
    await change(file, `DELETE FROM "answers" WHERE "attemptId" = '${told.split(' ')[0]}'`);
    const [checked] = [...learners[1]!.checked.keys()].at(-1)!.split(' ');
    await change(file, `UPDATE "answers" SET "tries" = NULL WHERE "attemptId" = '${checked}'`);
    const [other] = [...learners[2]!.checked.keys()].at(-1)!.split(' ');
    const twice = JSON.stringify(Array(2).fill({ type: 'single', option: 'a' }));
    await change(file, `UPDATE "answers" SET "tries" = '${twice}' WHERE "attemptId" = '${other}' AND "question" = 'chair'`);
    await change(file, `UPDATE "attempts" SET "marks" = NULL WHERE "id" = '${[...learners[2]!.handedIn][0]}'`);
    await change(file, `DELETE FROM "attempts" WHERE "id" = '${[...learners[1]!.begun][0]}'`);
    const found = (await damage(file, learners)).map((line) => line.split(':')[0]);
    for (const what of [
      'lost',
      'a check was lost',
      'a try was used twice',
      'handed in without its result',
      'an attempt that had begun is lost',
    ])
      expect(found).toContain(what);
    await change(file, 'UPDATE "attempts" SET "handedInAt" = NULL');
    const reopened = (await damage(file, learners)).map((line) => line.split(':')[0]);
    for (const what of ['handed in, and open again', 'two open attempts']) expect(reopened).toContain(what);
  });
});
