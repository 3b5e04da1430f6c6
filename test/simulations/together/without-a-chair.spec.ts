import { newId } from '../../../src/kernel/identifier';
import { TableClock } from '../../../src/simulations/together/table-clock.service';
import { startLearning, type LearningWorld } from '../../support/world';
import { PeopleTable } from '../together/people-table';

const PEOPLE = ['incumbent', 'providers', 'regulator', 'university'];

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

describe('a live table at which no person has the chair', () => {
  it.each(['vacant', 'script'] as const)('gives the floor to whoever is next by itself: the chair is %s', async (kind) => {
    const table = await PeopleTable.opened(world, PEOPLE);
    await table.directs({ do: 'take-seat', role: 'consumers', holder: { kind: 'script' } });
    if (kind === 'script') await table.directs({ do: 'take-seat', role: 'chair', holder: { kind } });
    await table.enters('opening');
    const speaking = async () => (await table.log()).state.floor.speaking?.role ?? null;
    for (const seat of ['university', 'regulator']) await table.does(seat, { do: 'join-queue', remote: false });
    expect(await speaking()).toBe('university');
    const ref = newId();
    await table.does('university', { do: 'speak', words: { ref }, length: 3 }, { text: { ref, text: 'We host it.' } });
    expect(await speaking()).toBe('regulator');
    await table.does('incumbent', { do: 'join-queue', remote: false });
    world.clock.set(new Date((await table.log()).state.floor.speaking!.until! + 6_000));
    await world.app.get(TableClock, { strict: false }).round();
    expect(await speaking()).toBe('incumbent');
    await table.enters('first-round');
    expect((await table.log()).state.phase.key).toBe('first-round');
    expect(world.log.faults).toEqual([]);
  });
});
