import { Person } from '../../../src/people/person.entity';
import { SimulationTable } from '../../../src/simulations/tables/simulation-table.entity';
import { TableClock } from '../../../src/simulations/together/table-clock.service';
import { all, textOf } from '../../support/html';
import { knock } from '../../support/knock';
import { read } from '../../support/page';
import { startLearning, type LearningWorld } from '../../support/world';
import { PeopleTable } from './people-table';

const SEATS = ['incumbent', 'exchange', 'providers', 'university', 'chair'];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WORDS = { phrase: 'simulations.chair.challenge-heard' };

let world: LearningWorld;
let table: PeopleTable;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const clock = () => world.app.get(TableClock, { strict: false });
const now = () => world.clock.now().getTime();
const state = async () => (await table.log()).state;
const stands = (as: string, clause: string) =>
  table.does(as, { do: 'set-stance', clause, stance: 'support', words: null, expectRevision: 1 });
/** The end of the phase as somebody reads it, and the moment behind it. */
const ends = async (as: string) => {
  const page = read(await knock(world, table.address, { who: table.people[as]! }), table.address);
  const [time] = [...all(page.root)].filter(({ attributes }) => 'data-deadline' in attributes);
  return { said: textOf(time!), at: Date.parse(time!.attributes['datetime']!) };
};

describe('a clock of the server that is set in the middle of a phase', () => {
  beforeEach(async () => {
    table = await PeopleTable.opened(world, SEATS);
    await table.enters('opening');
    await table.enters('first-round');
  });

  it('back: what is done is taken, nothing of the log lies before what came earlier, and the phase ends when it was said to end', async () => {
    await stands('incumbent', 'house');
    const { phase } = await state();
    const set = now();
    world.clock.set(new Date(set - HOUR));
    await stands('exchange', 'house');
    await table.does('university', {
      do: 'raise-objection',
      clause: 'house',
      kind: 'interest',
      words: WORDS,
      length: 9,
      written: null,
      remedy: null,
    });
    expect(await clock().round()).toBe(0);
    const { events, state: after } = await table.log();
    expect(after.phase).toEqual(phase);
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort((one, other) => one - other));
    expect(after.objections['o1']!.at).toBe(set);
    expect((await ends('providers')).at).toBe(phase.deadline);
    world.clock.set(new Date(phase.deadline! + 5_000));
    expect(await clock().round()).toBe(0);
    world.clock.set(new Date(phase.deadline! + 5_001));
    await clock().round();
    expect((await state()).phase.number).toBe(phase.number + 1);
  });

  it('forward, over several ends: the table goes one phase further, whose time begins now', async () => {
    const { phase } = await state();
    world.clock.set(new Date(now() + 5 * HOUR));
    await expect(stands('incumbent', 'house')).rejects.toThrow('phase-over');
    await Promise.all([clock().round(), clock().round()]);
    const after = (await state()).phase;
    expect([after.number, after.key, after.deadline]).toEqual([phase.number + 1, 'second-round', now() + 10 * MINUTE]);
    await stands('incumbent', 'house');
  });

  it('while it stands still: what was left is left, wherever the hands were moved', async () => {
    world.clock.advance({ minutes: 4 });
    await table.directs({ do: 'pause' });
    world.clock.set(new Date(now() - 3 * HOUR));
    await table.directs({ do: 'resume' });
    const { phase, at } = await state();
    expect(phase.deadline! - at).toBe(6 * MINUTE);
    expect(phase.deadline).toBeGreaterThan(now());
  });
});

describe('the night on which clocks are put forward, in the middle of a phase by letters', () => {
  it('costs nobody an hour: the window is as long as it was said, and its end is an hour of the morning there', async () => {
    world.clock.set('2027-03-27T21:30:00.000Z'); // Lisbon: 21:30; from 28 March at 01:00 on an hour more
    table = await PeopleTable.opened(world, SEATS, 'async');
    for (const { id } of Object.values(table.people))
      await world.database.write((write) => write.update(Person, { id }, { zone: 'Europe/Lisbon' }));
    await table.enters('opening');
    const { phase } = await state();
    expect(new Date(phase.deadline!).toISOString()).toBe('2027-03-29T07:00:00.000Z'); // 08:00 of the new time, not 09:00
    expect(phase.deadline! - now()).toBeGreaterThanOrEqual(24 * HOUR);
    const before = await ends('university');
    expect(before).toEqual({ said: expect.stringContaining('08:00') as string, at: phase.deadline });
    world.clock.set('2027-03-28T12:00:00.000Z');
    expect(await ends('university')).toEqual(before);
    const { dueAt } = await world.database.read(SimulationTable).findOneByOrFail({ id: table.id });
    expect(dueAt!.getTime()).toBe(phase.deadline! + 15 * MINUTE + 1);
  });

  it('is nothing to a pause: what was left comes back to the minute', async () => {
    world.clock.set('2027-10-30T20:00:00.000Z'); // on the 31st at 01:00 UTC an hour less
    table = await PeopleTable.opened(world, SEATS, 'async');
    for (const { id } of Object.values(table.people))
      await world.database.write((write) => write.update(Person, { id }, { zone: 'Europe/Lisbon' }));
    await table.enters('opening');
    const left = (await state()).phase.deadline! - now();
    await table.directs({ do: 'pause' });
    world.clock.set('2027-10-31T09:00:00.000Z');
    await table.directs({ do: 'resume' });
    const after = (await state()).phase.deadline! - now();
    expect(after).toBeGreaterThanOrEqual(left);
    const hour = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: 'numeric', timeZone: 'Europe/Lisbon' }).format(now() + after);
    expect(Number(hour.slice(0, 2))).toBeGreaterThanOrEqual(8);
    expect(Number(hour.slice(0, 2))).toBeLessThanOrEqual(21);
  });
});
