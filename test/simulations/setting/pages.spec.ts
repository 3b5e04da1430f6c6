import type { Cohort } from '../../../src/cohorts/cohort.entity';
import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { newId } from '../../../src/kernel/identifier';
import type { Person } from '../../../src/people/person.entity';
import { SittingClock } from '../../../src/simulations/setting/sitting-clock.service';
import { Sitting } from '../../../src/simulations/setting/sitting.entity';
import { TablePlace } from '../../../src/simulations/tables/table-place.entity';
import { Tables } from '../../../src/simulations/tables/tables.service';
import { CohortTables } from '../../../src/simulations/together/cohort-tables.service';
import { PlainHands } from '../../support/hands';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { room as setRoom, set, STEP, tablesOf as tablesIn } from './room';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const room = (count: number) => setRoom(world, count);
const tablesOf = (cohort: Cohort) => tablesIn(world, cohort);
async function seatsOf(cohort: Cohort) {
  const [table] = await tablesOf(cohort);
  return (await world.app.get(Tables, { strict: false }).logOf({ table: table! })).state.seats;
}

/** In the order of the people; whoever has no place is left out. */
async function rolesOf(people: Person[]): Promise<string[]> {
  const places = await world.database.read(TablePlace).find();
  return people.flatMap(({ id }) => places.find(({ personId }) => personId === id)?.role ?? []);
}

describe('the tables of a cohort', () => {
  it('are cast by wishes, when people have said what they would like', async () => {
    const here = await room(2);
    const waiting = await set(here, { 'How people get their seats': 'By their wishes' });
    expect(waiting.main).toContain('Of 2 people, 0 have said what they would like.');
    for (const [at, wish] of [
      [0, 'Universities'],
      [1, 'Small providers'],
    ] as const) {
      const hands = new PlainHands(as(world, here.people[at]!));
      const page = await hands.goTo(`/simulations/${here.studies[at]}/${STEP}`);
      expect(page.main).toContain('Your team is setting tables.');
      const option = page.field('Choice 1').options.find((one) => one.includes(wish.split(' ')[0]!))!;
      await hands.press('Save my wishes', { 'Choice 1': option });
    }
    const page = await here.tomas.goTo(`/cohorts/${here.cohort.id}/tables`);
    expect(page.offers('Begin')).toBe(false);
    await here.tomas.press('Cast by wishes');
    const roles = await rolesOf(here.people);
    expect(roles[0]).toBe('university');
    expect((await here.start(0)).main).toContain('It has not begun yet.');
  });

  it('are cast by hand: a seat, a shared one, one who stands by, one who looks on', async () => {
    const here = await room(5);
    await set(here, { 'How people get their seats': 'One by one', 'How many tables': '1' });
    await here.tomas.follow(/^Table 1/);
    const seat = (at: number, where: string) => here.tomas.press('Seat', { Who: here.people[at]!.name, Where: where });
    await seat(0, 'Universities');
    await seat(1, 'Universities');
    const full = await seat(2, 'Universities');
    expect([full.status, full.main.includes('Only 2 people share this seat.')]).toEqual([409, true]);
    await here.tomas.goTo(`/cohorts/${here.cohort.id}/tables`);
    await here.tomas.follow(/^Table 1/);
    await seat(2, 'Looks on, ready to take a seat');
    await seat(3, 'Only looks on');
    const page = await seat(4, 'No place at these tables');
    expect(page.rows('Ready to take a seat')[0]).toContain(here.people[2]!.name);
    expect(page.rows('Looking on')[0]).toContain(here.people[3]!.name);
    expect(await rolesOf(here.people)).toEqual(['university', 'university', '', '']);
    expect((await here.start(2)).main).toContain('You look on, ready to take a seat');
    expect((await here.start(3)).main).toContain('You look on');
    expect((await here.start(4)).main).toContain('Your team has set no table for you yet.');
  });

  it('let an alternate take a seat in one press, from a script or when somebody has left it', async () => {
    const here = await room(2);
    await set(here, { 'How people get their seats': 'One by one', 'How many tables': '1' });
    await here.tomas.follow(/^Table 1/);
    await here.tomas.press('Seat', { Who: here.people[0]!.name, Where: 'Universities' });
    const page = await here.tomas.press('Seat', { Who: here.people[1]!.name, Where: 'Looks on, ready' });
    const button = page.buttons.find((name) => name.startsWith(`Seat here: ${here.people[1]!.name}`))!;
    const after = await here.tomas.press(button);
    expect(after.rows('Ready to take a seat')[0]).toContain('Nobody');
    expect((await rolesOf(here.people)).filter(Boolean)).toHaveLength(2);
  });

  it('leave seats empty where they are told to, and let the facilitator have one voice', async () => {
    const here = await room(2);
    const page = await set(here, { 'Seats in which nobody sits': 'They stay empty', 'How many tables': '1' });
    expect(page.main).toContain('6 seats are empty');
    expect(page.main).toContain('A table begins its talk only when enough seats are taken.');
    await here.tomas.follow(/^Table 1/);
    const empty = Object.values(await seatsOf(here.cohort)).filter(({ holder }) => holder.kind === 'vacant');
    const seats = await here.tomas.page();
    const labels = seats.fields.filter(({ options }) => options.includes('The facilitator plays')).map(({ label }) => label);
    expect(labels).toHaveLength(empty.length);
    const filled = await here.tomas.press('Save', { [labels[0]!]: 'The facilitator plays' });
    expect(filled.text).toContain('Saved. Everybody at the table can see who plays these seats.');
    expect(Object.values(await seatsOf(here.cohort)).filter(({ holder }) => holder.kind === 'facilitator')).toHaveLength(1);
    const second = await here.tomas.press('Save', { [labels[1]!]: 'The facilitator plays' });
    expect([second.status, second.main.includes('one seat at a table, not more')]).toEqual([409, true]);
  });

  it('lend a seat the voice of the facilitator, for as long as it has nobody else', async () => {
    const here = await room(5);
    await set(here, { 'How many tables': '1', 'How people get their seats': 'One by one' });
    const [table] = await tablesOf(here.cohort);
    const [address, seats] = [`/tables/${table!.id}`, `/cohorts/${here.cohort.id}/tables/${table!.id}/seats`];
    await here.tomas.goTo(seats);
    await here.tomas.press('Seat', { Who: here.people[0]!.name, Where: 'Universities' });
    expect((await as(world, world.tomas).get(address)).status).toBe(404);
    await here.tomas.press('Save', { Regulator: 'The facilitator plays' });
    await here.tomas.goTo(`/cohorts/${here.cohort.id}/tables`);
    await here.tomas.press('Begin');
    await here.tomas.goTo(seats);
    expect((await here.tomas.follow('Speak for this seat')).status).toBe(200);
    expect((await as(world, world.amara).get(address)).status).toBe(200);
    for (const who of [world.nour, world.wanjiku, here.people[1]!]) expect((await as(world, who).get(address)).status).toBe(404);
    await here.tomas.goTo(seats);
    await here.tomas.press('Seat', { Who: here.people[1]!.name, Where: 'Regulator' });
    expect((await as(world, world.tomas).get(address)).status).toBe(404);
    expect((await seatsOf(here.cohort))['regulator']!.holder).toEqual({ kind: 'person', person: 'p2' });
  });

  it('can be cast again until they begin, and not afterwards', async () => {
    const here = await room(9);
    await set(here, { 'How many tables': '1' });
    const first = await rolesOf(here.people);
    const page = await here.tomas.press('Cast by chance');
    expect(page.text).toContain('Everybody has a place now.');
    const second = await rolesOf(here.people);
    expect([first.length, second.length, first.join() === second.join()]).toEqual([9, 9, false]);
    const begun = await here.tomas.press('Begin');
    expect(begun.offers('Cast by chance')).toBe(false);
    const late = await new PlainHands(as(world, world.tomas)).goTo(`/cohorts/${here.cohort.id}/tables`);
    expect(late.main).toContain('Running');
  });

  it('have begun as soon as a facilitator lets one of them run', async () => {
    const here = await room(6);
    const ready = await set(here, { 'How many tables': '2' });
    expect(ready.offers('Cast by chance')).toBe(true);
    const [table] = await tablesOf(here.cohort);
    const act = { id: newId(), command: { do: 'resume' as const }, text: null };
    const tables = world.app.get(CohortTables, { strict: false });
    await world.database.write((write) => tables.direct(write, table!.id, 'facilitator', act, world.tomas.id, world.clock.now()));
    const refused = await here.tomas.press('Cast by chance');
    expect([refused.status, refused.main.includes('These tables have begun.')]).toEqual([409, true]);
    const page = await here.tomas.goTo(`/cohorts/${here.cohort.id}/tables`);
    expect([page.main.includes('Running'), page.offers('Cast by chance'), page.offers('Begin at all 2 tables')]).toEqual([
      true,
      false,
      true,
    ]);
    expect((await here.tomas.press('Begin at all 2 tables')).offers('Begin at all 2 tables')).toBe(false);
    const logs = await Promise.all(
      (await tablesOf(here.cohort)).map((one) => world.app.get(Tables, { strict: false }).logOf({ table: one })),
    );
    expect(logs.map(({ state }) => state.paused)).toEqual([null, null]);
  });

  it('give away the seat of somebody who has left the cohort', async () => {
    const here = await room(2);
    await set(here, { 'How many tables': '1', 'How people get their seats': 'One by one' });
    await here.tomas.follow(/^Table 1/);
    await here.tomas.press('Seat', { Who: here.people[0]!.name, Where: 'Universities' });
    await world.database.write((write) => write.update(Enrolment, { id: here.studies[0]! }, { state: 'withdrawn' }));
    const page = await here.tomas.goTo((await here.tomas.page()).address);
    expect(page.rows('Universities')[0]).toContain('has left the cohort');
    const after = await here.tomas.press('Seat', { Who: here.people[1]!.name, Where: 'Universities' });
    expect(after.rows('Universities')[0]).not.toContain(here.people[0]!.name);
    expect(await rolesOf(here.people)).toEqual(['', 'university']);
    expect((await seatsOf(here.cohort))['university']!.holder).toEqual({ kind: 'person', person: 'p2' });
  });

  it('begin by themselves when their hour has come', async () => {
    const here = await room(3);
    const [day] = world.clock.now().toISOString().split('T');
    const page = await set(here, { 'Begins by itself': `${day}T23:30` });
    expect(page.main).toContain('begins');
    const round = () => world.app.get(SittingClock, { strict: false }).round();
    expect(await round()).toBe(0);
    const [sitting] = await world.database.read(Sitting).findBy({ cohortId: here.cohort.id });
    world.clock.set(sitting!.startsAt!);
    expect(await round()).toBe(1);
    expect(await round()).toBe(0);
    expect((await here.start(0)).main).toContain('The table is running.');
  });

  it('ask again for what is missing, with everything that was typed', async () => {
    const here = await room(1);
    const page = await set(here, { 'How many tables': 'many', Name: 'Evening', 'Begins by itself': '2020-01-01T10:00' });
    expect(page.status).toBe(422);
    expect(page.errors).toEqual(['Tables must be a number from 1 to 20', 'That moment has passed. Choose a later one, or leave it empty']);
    const unnamed = await here.tomas.press('Set the tables', { Name: '', 'Begins by itself': '' });
    expect(unnamed.errors).toEqual(['Tables must be a number from 1 to 20', 'Give it a name of at most 100 characters']);
    expect([page.field('Name').value, page.field('How many tables').value]).toEqual(['Evening', 'many']);
    expect(await tablesOf(here.cohort)).toEqual([]);
  });

  it('are found by nobody from another chapter, and not by those who sit at them', async () => {
    const here = await room(2);
    await set(here, { 'How many tables': '1' });
    const [table] = await tablesOf(here.cohort);
    for (const who of [world.nour, world.mei, here.people[0]!])
      for (const address of ['tables', `tables/${table!.id}/seats`, `tables/new?scenario=${STEP}`])
        expect((await as(world, who).get(`/cohorts/${here.cohort.id}/${address}`)).status).toBe(404);
    expect((await as(world, world.tomas).get(`/cohorts/${here.cohort.id}/tables/new?scenario=nothing/here`)).status).toBe(404);
  });
});
