import { ExtraTime } from '../../../src/cohorts/allowances/extra-time.entity';
import { SECTIONS } from '../../../src/home/privacy/own-data-sections';
import { LoggedEvent } from '../../../src/simulations/tables/table-event.entity';
import { TableClock } from '../../../src/simulations/together/table-clock.service';
import { PlainHands } from '../../support/hands';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { PeopleTable } from '../together/people-table';

const SEATS = ['incumbent', 'exchange', 'providers', 'university', 'chair'];
const UNCHAIRED = [...SEATS.filter((seat) => seat !== 'chair'), 'regulator'];
let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const tick = () => world.app.get(TableClock, { strict: false }).round();
const speaking = async (table: PeopleTable) => (await table.log()).state.floor.speaking;

/** In the opening; the person of the university has more time, as a lead has set it. */
async function opened(percent: number): Promise<PeopleTable> {
  const table = await PeopleTable.opened(world, SEATS);
  await world.database.write((write) => write.insert(ExtraTime, { id: table.enrolments['university']!, percent, version: 1 }));
  return table.enters('opening');
}

describe('somebody who has more time', () => {
  it('has a longer turn when the chair gives them the floor; everybody else’s are as long as ever', async () => {
    const table = await opened(50);
    await table.does('university', { do: 'join-queue', remote: false });
    await table.does('chair', { do: 'give-floor', role: null });
    const began = world.clock.now().getTime();
    expect(await speaking(table)).toEqual({ role: 'university', until: began + 180_000 });
    world.clock.advance({ seconds: 130 });
    await tick();
    expect((await speaking(table))?.role).toBe('university');
    world.clock.advance({ seconds: 56 });
    await tick();
    expect(await speaking(table)).toBeNull();
    await table.does('exchange', { do: 'join-queue', remote: false });
    await table.does('chair', { do: 'give-floor', role: null });
    expect((await speaking(table))!.until! - world.clock.now().getTime()).toBe(120_000);
  });

  it('reads on their own page until when they speak; nobody else does, nor the team', async () => {
    const table = await opened(50);
    await table.does('university', { do: 'join-queue', remote: false });
    await table.directs({ do: 'give-floor', role: 'university' });
    const { until } = (await speaking(table))!;
    const [end, usual] = [until!, until! - 60_000].map((at) => new Date(at).toISOString());
    const own = await new PlainHands(as(world, table.people['university']!)).goTo(table.address);
    expect(own.html).toContain(end);
    await table.seats('', { as: 'looks on' });
    const others = [...SEATS.filter((seat) => seat !== 'university'), 'looks on'].map(
      (seat) => [table.people[seat]!, table.address] as const,
    );
    const team = ['', '/log'].map((page) => [world.amara, `/cohorts/${table.cohort.id}${table.address}${page}`] as const);
    for (const [who, address] of [...others, ...team]) {
      const page = await new PlainHands(as(world, who)).goTo(address);
      expect([page.status, page.html.includes(end!), page.html.includes(usual!)]).toEqual([200, false, false]);
    }
    expect((await new PlainHands(as(world, table.people['chair']!)).goTo(table.address)).main).toContain('Has the floor · since');
  });

  it('has it, too, where no person has the chair and the floor goes on by itself', async () => {
    const table = await PeopleTable.opened(world, UNCHAIRED);
    await world.database.write((write) => write.insert(ExtraTime, { id: table.enrolments['university']!, percent: 100, version: 1 }));
    await table.enters('opening');
    await table.does('exchange', { do: 'join-queue', remote: false });
    await table.does('university', { do: 'join-queue', remote: false });
    expect((await speaking(table))!.until! - world.clock.now().getTime()).toBe(120_000);
    await table.does('exchange', { do: 'end-turn' });
    expect(await speaking(table)).toEqual({ role: 'university', until: world.clock.now().getTime() + 240_000 });
  });

  it('gets it by the clock as well, when the turn before is over', async () => {
    const table = await PeopleTable.opened(world, UNCHAIRED);
    await world.database.write((write) => write.insert(ExtraTime, { id: table.enrolments['university']!, percent: 25, version: 1 }));
    await table.enters('opening');
    await table.does('exchange', { do: 'join-queue', remote: false });
    await table.does('university', { do: 'join-queue', remote: false });
    world.clock.advance({ seconds: 126 });
    await tick();
    expect(await speaking(table)).toEqual({ role: 'university', until: world.clock.now().getTime() + 150_000 });
  });

  it('leaves the length in the log and nowhere else: whoever gave the floor does not find it in their own data', async () => {
    const table = await opened(50);
    await table.does('university', { do: 'join-queue', remote: false });
    await table.does('chair', { do: 'give-floor', role: null });
    const [line] = await world.database.read(LoggedEvent).findBy({ tableId: table.id, type: 'floor-given' });
    const until = String((await speaking(table))!.until);
    expect(line!.event).toContain(until);
    const rows = await world.database.rows(SECTIONS['seats']!, [table.people['chair']!.id]);
    const file = JSON.stringify(rows);
    expect([file.includes('floor-given'), file.includes(until)]).toEqual([true, false]);
    expect(world.log.faults).toEqual([]);
  });
});
