import { Outcomes } from '../../../src/database/outcomes.service';
import { newId } from '../../../src/kernel/identifier';
import { seeded } from '../../../src/kernel/random';
import type { Command } from '../../../src/simulations/engine/commands';
import type { TableEvent } from '../../../src/simulations/engine/events';
import type { TableState } from '../../../src/simulations/engine/state';
import { Logs } from '../../../src/simulations/tables/logs.service';
import { type OpenTable, OwnTable } from '../../../src/simulations/tables/own-table.guard';
import { SimulationTable } from '../../../src/simulations/tables/simulation-table.entity';
import { LoggedEvent } from '../../../src/simulations/tables/table-event.entity';
import { TableText } from '../../../src/simulations/tables/table-text.entity';
import { type Act, Tables } from '../../../src/simulations/tables/tables.service';
import { CohortTables } from '../../../src/simulations/together/cohort-tables.service';
import { TableClock } from '../../../src/simulations/together/table-clock.service';
import { startApp, type TestApp } from '../../support/app';
import { onPostgres } from '../../support/database';
import { knock } from '../../support/knock';
import { read } from '../../support/page';
import { startLearning, type LearningWorld } from '../../support/world';
import { PeopleTable } from './people-table';

const SEATS = ['incumbent', 'exchange', 'providers', 'university', 'chair'];
const ROUNDS = 24;
const AT_ONCE = 12;
const SEED = process.env.SEED ?? 'two processes';

/** Something that was sent: by a seat, or by the facilitator (''). */
interface Sent {
  role: string;
  act: Act;
}

let world: LearningWorld;
let other: TestApp;
let table: PeopleTable;
const chance = seeded(SEED);
const one = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)]!;
const sent = new Map<string, Sent & { by: Set<TestApp> }>();

beforeAll(async () => {
  if (!onPostgres) return; // one process has the file
  world = await startLearning();
  table = await PeopleTable.opened(world, SEATS);
  await table.directs({ do: 'take-seat', role: 'content', holder: { kind: 'script' } });
  await table.enters('opening');
  await table.enters('first-round');
  other = await startApp({
    clock: world.clock,
    settings: { sessionSecret: world.settings.sessionSecret },
    database: async () => ({ url: world.settings.databaseUrl, file: null, drop: async () => undefined }),
  });
});
afterAll(async () => {
  await other?.stop();
  await world?.stop();
});

/** What somebody may think of at a moment; much of it the table refuses, or somebody else was quicker. */
function thought(state: TableState): Sent {
  const id = newId();
  const text = { ref: newId(), text: `Words of ${id}` };
  const words = { ref: text.ref };
  const last = (of: object) => Object.keys(of).at(-1) ?? 'none';
  const clause = one(['house', 'traffic', 'trust']);
  const { revision: expectRevision } = state.clauses[clause]!;
  const seat = one(SEATS);
  const delegate = one(SEATS.slice(0, 4));
  const expectPhase = state.phase.number;
  const by = (role: string, command: Command, own: Act['text'] = null): Sent => ({ role, act: { id, command, text: own } });
  const answered = last(state.objections);
  return one<() => Sent>([
    () => by(delegate, { do: 'set-stance', clause, stance: one(['support', 'live-with', 'stand-aside']), words, expectRevision }, text),
    () => by(delegate, { do: 'join-queue', remote: false }),
    () => by(delegate, { do: 'leave-queue' }),
    () => by('chair', { do: 'give-floor', role: null }),
    () => by(seat, { do: 'speak', words, length: 6 }, text),
    () => by(seat, { do: 'send-message', to: [one(SEATS.filter((role) => role !== seat))], words }, text),
    () => by(delegate, { do: 'raise-objection', clause, kind: 'interest', words, length: 6, written: null, remedy: null }, text),
    () => by(delegate, { do: 'join-objection', objection: answered }),
    () => by(delegate, { do: 'answer-objection', objection: answered, kind: 'explains', words, length: 6, answer: null }, text),
    () =>
      by(
        delegate,
        {
          do: 'amend',
          clause: 'house',
          terms: { board: one(['council', 'association', 'operator']) },
          words,
          expectRevision: state.clauses['house']!.revision,
        },
        text,
      ),
    () =>
      by(
        'chair',
        {
          do: 'accept-amendment',
          amendment: last(state.amendments),
          words,
          expectRevision: state.clauses['house']!.revision,
          class: 'substantive',
        },
        text,
      ),
    () =>
      by(
        delegate,
        {
          do: 'offer-package',
          terms: { policy: one(['open', 'default']), costs: one(['port', 'sender']) },
          words,
          expectText: state.textNumber,
        },
        text,
      ),
    () => by(delegate, { do: 'answer-package', package: last(state.packages), accepts: chance() < 0.8, hurts: null }),
    () =>
      by(
        'chair',
        {
          do: 'rule-objection',
          objection: answered,
          ruling: 'out-of-scope',
          words,
          of: null,
          expectVersion: state.objections[answered]?.version ?? 1,
        },
        text,
      ),
    () => by('', { do: 'extend-phase', minutes: 2, words, expectPhase }, text),
    () => by('', { do: 'nudge', to: seat, words }, text),
    () => by('', state.paused ? { do: 'resume' } : { do: 'annotate', words }, state.paused ? null : text),
    () => by('', { do: state.paused ? 'resume' : chance() < 0.2 ? 'pause' : 'tick' }),
    () => by('', { do: state.paused ? 'resume' : 'tick' }),
    () => by('', { do: 'enter-phase', phase: chance() < 0.3 ? 'second-round' : 'opening', expectPhase }),
  ])();
}

/** In one of the processes, as its pages do it. */
async function happens({ app, clock }: TestApp, { role, act }: Sent): Promise<void> {
  const inside = <T>(what: new (...given: never[]) => T): T => app.get(what, { strict: false });
  const person = role ? table.people[role]! : world.amara;
  const open = role ? await inside(OwnTable).subject({ id: person.id } as never, { table: table.id }) : null;
  await inside(Outcomes).run(person.id, act.id, async (write) => {
    if (open) await inside(Tables).act(write, open, act, clock.now());
    else await inside(CohortTables).direct(write, table.id, 'facilitator', act, person.id, clock.now());
    return table.address;
  });
}

const lines = ({ database }: TestApp) => database.read(LoggedEvent).find({ where: { tableId: table.id }, order: { seq: 'ASC' } });
const wordsAt = async ({ database }: TestApp) =>
  (await database.read(TableText).find({ where: { tableId: table.id } })).map(({ id, text }) => `${id} ${text}`).sort();

/** The same acts in the order in which they counted, in one process with a database of its own. */
async function alone(setUp: readonly TableEvent[], all: readonly LoggedEvent[]): Promise<LearningWorld> {
  const single = await startLearning();
  const { app, database } = single; // its clock stands still, so that nothing happens there but these acts
  const [row, own] = await Promise.all([
    world.database.read(SimulationTable).findOneByOrFail({ id: table.id }),
    PeopleTable.opened(single, []),
  ]);
  const same = { ...row, cohortId: own.cohort.id, scenarioVersionId: own.cohort.pins['scenario:exchange-point-peering']! };
  await database.write((write) => write.insert(SimulationTable, { ...same, headSeq: 0, headHash: '0'.repeat(64), dueAt: null }));
  await database.write((write) => app.get(Logs, { strict: false }).begin(write, same, newId(), setUp));
  const acts = new Map(all.slice(setUp.length).map(({ commandId, at }) => [commandId, at]));
  for (const [id, at] of acts) {
    const was = sent.get(id);
    await database.write(async (write) => {
      const together = app.get(CohortTables, { strict: false });
      if (!was) return together.tick(write, table.id, at); // the clock's
      if (!was.role) return void (await together.direct(write, table.id, 'facilitator', was.act, single.amara.id, at));
      const alias = `p${SEATS.indexOf(was.role) + 1}`;
      const place = { placeId: '', enrolmentId: '', module: '', step: '', number: 1, standsBy: false, alias, debriefedAt: null };
      const now = await database.read(SimulationTable).findOneByOrFail({ id: table.id });
      const open: OpenTable = { table: { ...now, ...place, personId: single.amara.id, role: was.role }, study: () => Promise.reject() };
      await app.get(Tables, { strict: false }).act(write, open, was.act, at);
    });
  }
  return single;
}

describe('two processes that act at one table', () => {
  it('leave the log that one process leaves with the same acts: hash for hash, state for state, word for word', async () => {
    if (!onPostgres) return;
    const setUp = (await table.log()).events;
    let refused = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { state } = await table.log();
      const acts = Array.from({ length: AT_ONCE }, () => thought(state));
      const posts = acts.flatMap((act) => {
        const process = one([world, other]);
        const twice = chance() < 0.3 ? [world, other] : [process]; // sent again, and it comes to the other one
        return twice.map((to) => [to, act] as const);
      });
      for (const [to, act] of posts) {
        const known = sent.get(act.act.id) ?? { ...act, by: new Set() };
        sent.set(act.act.id, known);
        known.by.add(to);
      }
      const answers = await Promise.allSettled([
        ...posts.map(([to, act]) => happens(to, act)),
        ...[world, other].map(({ app }) => app.get(TableClock, { strict: false }).round()),
      ]);
      for (const answer of answers) {
        if (answer.status === 'fulfilled') continue;
        expect((answer.reason as Error).message).toMatch(/^simulations\.refusal\./);
        refused++;
      }
      world.clock.advance({ seconds: 70 });
    }
    const resume: Sent = { role: '', act: { id: newId(), command: { do: 'resume' }, text: null } };
    if ((await table.log()).state.paused) {
      sent.set(resume.act.id, { ...resume, by: new Set([world]) });
      await happens(world, resume);
    }
    world.clock.advance({ hours: 1 }); // the phase is over, and the clock alone ends it
    while (await world.app.get(TableClock, { strict: false }).round()); // until nothing more is due at this moment
    const together = await lines(world);
    const single = await alone(setUp, together);
    try {
      const [log, same] = await Promise.all([lines(world), lines(single)]);
      const differs = log.findIndex(({ event, hash }, at) => event !== same[at]?.event || hash !== same[at].hash);
      expect(differs < 0 ? [] : [log, same].map((one) => one.slice(Math.max(0, differs - 2), differs + 2))).toEqual([]);
      expect(same).toHaveLength(log.length);
      const heads = await Promise.all([world, other, single].map(({ app }) => app.get(Logs, { strict: false }).newest(table.id)));
      for (const head of heads.slice(1)) {
        expect([head!.hash, head!.events.length]).toEqual([heads[0]!.hash, heads[0]!.events.length]);
        expect(head!.state).toEqual(heads[0]!.state);
      }
      expect(await wordsAt(single)).toEqual(await wordsAt(world));
      const counted = new Set(log.slice(setUp.length).map(({ commandId }) => commandId));
      const by = (process: TestApp) =>
        [...sent].filter(([id, { by: all }]) => counted.has(id) && all.size === 1 && all.has(process)).length;
      const clock = [...counted].filter((id) => !sent.has(id)).length;
      console.log(
        `two processes: seed ${SEED}, ${log.length} lines; ${by(world)} acts of one, ${by(other)} of the other, ` +
          `${counted.size - by(world) - by(other) - clock} sent to both, ${clock} of the clock; ${refused} refused`,
      );
      for (const some of [by(world), by(other), refused]) expect(some).toBeGreaterThan(10);
      expect(clock).toBeGreaterThan(0);
    } finally {
      await single.stop();
    }
  });

  it('print the same pages', async () => {
    if (!onPostgres) return;
    for (const role of SEATS) {
      const pages = await Promise.all([world, other].map((process) => knock(process, table.address, { who: table.people[role]! })));
      const [here, there] = pages.map((page) => read(page, table.address).main);
      expect([role, there]).toEqual([role, here]);
    }
  });
});
