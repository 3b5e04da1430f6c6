import { seeded } from '../../../src/kernel/random';
import { finish } from '../../certificates/finished';
import { startApp, type TestApp } from '../../support/app';
import { type FreshDatabase, freshDatabase } from '../../support/database';
import { sessionFor } from '../../support/visitor';
import { enrol, makePerson, openCohort } from '../../support/world';
import { quizAddress } from '../sitter';
import { CHAIR, MONTHS, startSmall, WHY } from '../small-quiz';
import type { Fate } from './bad-line';
import { Schedule, type Taker } from './schedule';

/** `SCHEDULES=5000 SEED=… npx jest schedules` for a long afternoon. */
const SCHEDULES = Number(process.env.SCHEDULES ?? 500);
const SEED = process.env.SEED ?? 'schedules';
const AT_ONCE = 20;
const STEPS = 12;
/** In one wave of so many the server stops in the middle, and comes back at another address. */
const RESTARTS_EVERY = 5;

describe('answers on a bad line', () => {
  let files: FreshDatabase;
  let site: TestApp;
  let takers: Taker[];

  beforeAll(async () => {
    files = await freshDatabase();
    const settings = { shuffle: { questions: false, options: false } };
    const world = await startSmall({ settings, questions: [CHAIR, MONTHS, WHY] }, { database });
    site = world;
    const cohort = await openCohort(world, world.kenya, { name: 'Takers' });
    takers = [];
    for (let number = 0; number < AT_ONCE; number++) {
      const person = await makePerson(world, { name: `Taker ${number}`, email: `taker${number}@example.org`, language: 'en' });
      const enrolment = await enrol(world, person, cohort);
      await finish(world, person, enrolment, { but: ['quiz'] });
      takers.push({ session: await sessionFor(world, person), quiz: quizAddress(enrolment) });
    }
  });
  afterAll(async () => {
    await site.stop();
    await files.drop();
  });

  const database = async () => ({ ...files, drop: async () => {} });
  const together = (wave: Schedule[], work: (one: Schedule) => Promise<void>) => Promise.all(wave.map(work));
  const walk = (wave: Schedule[], count: number) =>
    together(wave, async (one) => {
      for (let step = 0; step < count; step++) await one.step();
    });

  it(
    'nothing that was said to be saved is lost, doubled or overtaken by something older',
    async () => {
      const began = performance.now();
      const played: Schedule[] = [];
      let restarts = 0;
      for (let wave = 0; played.length < SCHEDULES; wave++) {
        const now = Array.from({ length: Math.min(AT_ONCE, SCHEDULES - played.length) }, (_, i) => {
          return new Schedule(() => site, takers[i]!, seeded(`${SEED} ${played.length + i}`));
        });
        await together(now, (one) => one.begin());
        await walk(now, STEPS / 2);
        if (wave % RESTARTS_EVERY === 0) {
          await site.stop();
          site = await startApp({ clock: site.clock, database });
          restarts++;
        }
        await walk(now, STEPS / 2);
        await together(now, (one) => one.end());
        played.push(...now);
        site.clock.advance({ minutes: 5 });
      }
      const sum = (count: (one: Schedule) => number) => played.reduce((before, one) => before + count(one), 0);
      const fates = (fate: Fate | 'offline') => sum(({ line }) => line.counts[fate]);
      const [attempts] = await site.database.rows<{ count: number; open: number }>(
        'SELECT COUNT(*) AS "count", SUM(CASE WHEN "handedInAt" IS NULL THEN 1 ELSE 0 END) AS "open" FROM "attempts"',
      );
      const twice = Number(attempts!.count) - played.length;
      const [lost, disorder, dropped] = [
        sum(({ ledger }) => ledger.lost),
        sum(({ ledger }) => ledger.disorder),
        sum(({ ledger }) => ledger.dropped),
      ];
      console.log(
        `schedules: ${played.length}, seed ${SEED}, ${sum(({ ledger }) => ledger.answersAcknowledged)} answers acknowledged, ${lost} lost, ${twice} twice, ` +
          `${disorder} overtaken by an older one, ${dropped} given up without a word, ${sum(({ ledger }) => ledger.stale)} told that another page was quicker; ` +
          `the line: ${fates('offline')} offline, ${fates('lost')} lost, ${fates('reset')} reset, ${fates('slow')} slow, ${fates('late')} late, ` +
          `${fates('doubled')} doubled; ${restarts} restarts; ${Math.round((performance.now() - began) / 1000)} s`,
      );
      expect(played.flatMap(({ ledger }) => ledger.wrong)).toEqual([]);
      expect({ lost, twice, disorder, dropped, open: Number(attempts!.open) }).toEqual({
        lost: 0,
        twice: 0,
        disorder: 0,
        dropped: 0,
        open: 0,
      });
      expect(site.log.faults).toEqual([]);
    },
    600_000 + SCHEDULES * 600,
  );
});
