import { SimulationTable } from '../../../src/simulations/tables/simulation-table.entity';
import { TableClock } from '../../../src/simulations/together/table-clock.service';
import { startLearning, type LearningWorld } from '../../support/world';
import { PeopleTable } from './people-table';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const ROLES = ['incumbent', 'exchange', 'providers', 'university', 'chair'];
const clock = () => world.app.get(TableClock, { strict: false });

describe('a table of people', () => {
  it('is taken by aliases: the log does not know who they are', async () => {
    const table = await PeopleTable.opened(world, ROLES);
    const { events, state } = await table.log();
    expect(Object.fromEntries(ROLES.map((role) => [role, state.seats[role]!.holder]))).toMatchObject({
      incumbent: { kind: 'person', person: 'p1' },
      chair: { kind: 'person', person: 'p5' },
    });
    const text = JSON.stringify(events);
    for (const { id, name } of Object.values(table.people)) expect([text.includes(id), text.includes(name)]).toEqual([false, false]);
  });

  it('lets two share a seat: the second stays when the first is gone', async () => {
    const table = await PeopleTable.opened(world, ROLES);
    await table.seats('providers', { as: 'second', briefed: false });
    const before = (await table.log()).events.length;
    await table.seats('', { as: 'looker' });
    expect((await table.log()).events).toHaveLength(before); // who looks on is no event of the table
    await expect(table.does('looker', { do: 'be-ready' })).rejects.toThrow();
    await table.does('second', { do: 'be-ready' });
    expect((await table.log()).state.seats['providers']!.ready).toBe(1);
  });

  it('goes on by the clock, whoever is there', async () => {
    const table = await PeopleTable.opened(world, ROLES);
    const first = (await table.log()).state.phase;
    const { dueAt } = await world.database.read(SimulationTable).findOneByOrFail({ id: table.id });
    expect(dueAt!.getTime()).toBe(first.deadline! + 5_001);
    world.clock.set(dueAt!);
    await clock().round();
    const { state } = await table.log();
    expect(state.phase.number).toBe(2);
    expect(state.phase.deadline).toBeGreaterThan(first.deadline!);
    expect(await clock().round()).toBe(0);
  });

  it('that waits for people asks nothing of the clock', async () => {
    const table = await PeopleTable.opened(world, ['chair']);
    expect((await world.database.read(SimulationTable).findOneByOrFail({ id: table.id })).dueAt).toBeNull();
  });
});
