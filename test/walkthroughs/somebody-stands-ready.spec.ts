import { newId } from '../../src/kernel/identifier';
import { Enrolment } from '../../src/cohorts/enrolment/enrolment.entity';
import { SeatLetterClock } from '../../src/simulations/setting/seat-letter-clock.service';
import { TablePlace } from '../../src/simulations/tables/table-place.entity';
import { Tables } from '../../src/simulations/tables/tables.service';
import { TableClock } from '../../src/simulations/together/table-clock.service';
import { room, type Room, set, tablesOf } from '../simulations/setting/room';
import { PlainHands } from '../support/hands';
import { post } from '../support/knock';
import { lettersTo } from '../support/mail';
import { as } from '../support/visitor';
import { type LearningWorld, startLearning } from '../support/world';

const HOUR = 3_600_000;
let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const tick = () => world.app.get(TableClock, { strict: false }).round();

/** A table of seven: the fifth and the sixth stand ready, in that order; the others are in seats. */
async function table(mode: 'Live' | 'Over days') {
  const here = await room(world, 7);
  await set(here, {
    'How many tables': '1',
    Name: 'Round',
    'How people get': 'One by one',
    'How it is played': mode,
    'Seats in which': 'They stay empty',
  });
  await here.tomas.follow(/^Table 1/);
  const seat = (at: number, Where: string) => here.tomas.press('Seat', { Who: here.people[at]!.name, Where });
  const seats = { 0: 'Universities', 1: 'Regulator', 2: 'Small providers', 3: 'Exchange office', 6: 'Main operator' };
  for (const [at, role] of Object.entries(seats)) await seat(Number(at), role);
  await seat(4, 'Looks on, ready');
  await seat(5, 'Looks on, ready');
  await here.tomas.goTo(`/cohorts/${here.cohort.id}/tables`);
  await here.tomas.press('Begin');
  await world.app.get(SeatLetterClock, { strict: false }).round();
  const { id } = (await tablesOf(world, here.cohort))[0]!;
  return { ...here, id, hands: (at: number) => new PlainHands(as(world, here.people[at]!)) };
}
type Table = Awaited<ReturnType<typeof table>>;

/** What somebody was told last, once the team has given them another place. */
async function told(here: Table, at: number, Where: string) {
  await here.tomas.goTo(`/cohorts/${here.cohort.id}/tables/${here.id}/seats`);
  await here.tomas.press('Seat', { Who: here.people[at]!.name, Where });
  const before = (await to(here, at)).length;
  await world.app.get(SeatLetterClock, { strict: false }).round();
  return (await to(here, at)).slice(before).map(({ subject }) => subject);
}

const logOf = async ({ cohort }: Room) => world.app.get(Tables, { strict: false }).logOf({ table: (await tablesOf(world, cohort))[0]! });
const places = ({ id }: Table) => world.database.read(TablePlace).findBy({ tableId: id });
const placeOf = async (here: Table, at: number) => (await places(here)).find(({ personId }) => personId === here.people[at]!.id)!;
const to = (here: Room, at: number) => lettersTo(world, here.people[at]!.email);

describe('somebody who stands ready, at a table that goes on in writing', () => {
  let here: Table;
  beforeAll(async () => (here = await table('Over days')));

  it('has heard by letter that they do', async () => {
    expect((await to(here, 4)).map(({ subject }) => subject)).toEqual(['Round: you stand ready']);
  });

  it('the team says that they take over from whoever is away', async () => {
    await here.tomas.goTo(`/cohorts/${here.cohort.id}/tables/${here.id}/hours`);
    const saved = await here.tomas.press('Save', { 'When somebody has done nothing': 'Give their seat to somebody who stands ready' });
    expect(saved.text).toContain('Saved.');
  });

  it('steps in by themselves when the window of somebody who did nothing is over', async () => {
    for (const at of [0, 2, 3, 6]) {
      const hands = here.hands(at);
      await hands.goTo(`/tables/${here.id}/brief`);
      await hands.press(/Take my seat/);
    }
    const before = (await logOf(here)).state;
    world.clock.set(new Date(before.phase.deadline! + HOUR));
    await tick();
    const { state } = await logOf(here);
    expect(state.phase.number).toBe(before.phase.number + 1);
    expect(state.seats['regulator']!.holder).toMatchObject({ kind: 'person', standsIn: true });
    expect([(await placeOf(here, 4)).role, (await placeOf(here, 4)).standsBy]).toEqual(['regulator', false]);
    expect([(await placeOf(here, 1)).role, (await placeOf(here, 5)).standsBy]).toEqual(['', true]);
  });

  it('is told by letter, and so is whoever had the seat', async () => {
    const [yours, gone] = [(await to(here, 4)).at(-1)!, (await to(here, 1)).at(-1)!];
    expect(yours.subject).toBe('Round: the seat Regulator is yours now');
    expect(yours.links[0]).toBe(`${world.settings.baseUrl}/tables/${here.id}/brief`);
    expect(gone.text).toContain('nothing had come from your seat Regulator by the end of a phase');
    expect([yours.stop, gone.stop]).not.toContain(null);
    expect(gone.text).not.toContain(here.people[4]!.name);
  });

  it('is briefed before they say anything, and everybody can read that they stood ready', async () => {
    const hands = here.hands(4);
    expect((await hands.goTo(`/tables/${here.id}`)).heading).toBe('Before you take your seat');
    const record = await here.hands(0).goTo(`/tables/${here.id}/record`);
    expect(record.main).toContain('somebody who stood ready has this seat from now on');
    expect(record.html).not.toContain(here.people[4]!.name);
    const log = await here.tomas.goTo(`/cohorts/${here.cohort.id}/tables/${here.id}/log`);
    expect(log.main).toContain('Somebody who stood ready takes the seat.');
    expect((await here.hands(1).goTo(`/tables/${here.id}`)).status).toBe(200); // looks on
  });

  it('leaves a table without anybody ready as it was: it goes on', async () => {
    await here.tomas.goTo(`/cohorts/${here.cohort.id}/tables/${here.id}/seats`);
    await here.tomas.press('Seat', { Who: here.people[5]!.name, Where: 'Only looks on' });
    const before = (await logOf(here)).state;
    world.clock.set(new Date(before.phase.deadline! + HOUR));
    await tick();
    const { state } = await logOf(here);
    expect(state.phase.number).toBe(before.phase.number + 1);
    expect(Object.values(state.seats).map(({ holder }) => holder)).toEqual(Object.values(before.seats).map(({ holder }) => holder));
  });

  it('hears of it when they stand ready again, and so does whoever gets their seat back', async () => {
    expect(await told(here, 4, 'Looks on, ready')).toEqual(['Round: you stand ready']);
    expect(await told(here, 1, 'Regulator')).toEqual(['Round: your seat is Regulator']);
  });
});

describe('somebody who stands ready, at a live table', () => {
  let here: Table;
  beforeAll(async () => (here = await table('Live')));

  it('takes the seat of somebody who has left, in one press from the table', async () => {
    const leaving = here.hands(1);
    await leaving.goTo(`/tables/${here.id}/brief`);
    await leaving.press(/Take my seat/);
    await leaving.goTo(`/tables/${here.id}/leave`);
    await leaving.press(/leave/i);
    for (const at of [4, 5]) {
      const letter = (await to(here, at)).at(-1)!;
      expect([letter.subject, letter.links[0]]).toEqual([
        'Round: the seat Regulator is free',
        `${world.settings.baseUrl}/tables/${here.id}/seat`,
      ]);
      expect(letter.text).not.toContain(here.people[1]!.name);
      expect(letter.stop).not.toBeNull();
    }
    expect((await to(here, 0)).at(-1)!.subject).toBe('Round: your seat is Universities'); // has a seat, and hears nothing
    const ready = here.hands(4);
    expect(
      (await ready.goTo(`/simulations/${here.studies[4]}/at-the-table/exchange-point-peering`)).offers('Take a seat that is empty'),
    ).toBe(true);
    await ready.goTo(`/tables/${here.id}`);
    const page = await ready.follow('Take a seat that is empty');
    expect(page.rows('Regulator')).toHaveLength(1);
    const brief = await ready.press('Take the empty seat: Regulator');
    expect([brief.heading, brief.text.includes('The seat is yours.')]).toEqual(['Before you take your seat', true]);
    expect((await logOf(here)).state.seats['regulator']!.holder).toMatchObject({ kind: 'person', standsIn: true });
    expect((await ready.goTo(`/tables/${here.id}/seat`)).main).toContain('You have a seat at this table.');
  });

  it('finds it taken when somebody was quicker, and gets the first answer for the same press', async () => {
    const [one, two] = [here.people[4]!, here.people[5]!];
    const address = `/tables/${here.id}/seat`;
    const late = await post(world, address, two, `form=${newId()}&seat=regulator`);
    expect([late.status, late.text.includes('This seat is not empty any more.')]).toEqual([409, true]);
    expect((await post(world, address, one, `form=${newId()}&seat=chair`)).status).toBe(409); // has a seat
    const form = newId();
    const presses = await Promise.all([1, 2].map(() => post(world, address, two, `form=${form}&seat=chair`)));
    expect(presses.map(({ status, headers }) => `${status} ${headers['location']}`)).toEqual(Array(2).fill(`303 /tables/${here.id}/brief`));
    expect((await places(here)).filter(({ role }) => role === 'chair')).toHaveLength(1);
  });

  it('hears of it when they stand ready again, and so does whoever has left and is given their seat back', async () => {
    expect(await told(here, 4, 'Looks on, ready')).toEqual(['Round: you stand ready']);
    expect(await told(here, 1, 'Regulator')).toEqual(['Round: your seat is Regulator']);
  });

  it('hears of it when the team gives them the seat of somebody else, who hears of it, too', async () => {
    const { id: place } = await placeOf(here, 4);
    const form = `form=${newId()}&from=person&holder=${place}`;
    await post(world, `/cohorts/${here.cohort.id}/tables/${here.id}/roles/regulator/holder`, world.tomas, form);
    await world.app.get(SeatLetterClock, { strict: false }).round();
    const last = await Promise.all([4, 1].map(async (at) => (await to(here, at)).at(-1)!.subject));
    expect(last).toEqual(['Round: your seat is Regulator', 'Round: you have no seat any more']);
  });

  it('of two who press at once one has the seat', async () => {
    const other = await table('Live');
    const address = `/tables/${other.id}/seat`;
    const pressed = await Promise.all([4, 5].map((at) => post(world, address, other.people[at]!, `form=${newId()}&seat=chair`)));
    expect(pressed.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await places(other)).filter(({ role }) => role === 'chair')).toHaveLength(1);
  });

  it('takes the seat of somebody who has left the cohort', async () => {
    const other = await table('Live');
    await world.database.write((write) => write.update(Enrolment, { id: other.studies[1]! }, { state: 'withdrawn' }));
    const ready = other.hands(4);
    await ready.goTo(`/tables/${other.id}/seat`);
    await ready.press('Take the empty seat: Regulator');
    expect((await placeOf(other, 4)).role).toBe('regulator');
    expect((await logOf(other)).state.seats['regulator']!.holder).toMatchObject({ standsIn: true });
  });

  it('is nobody else: not whoever only looks on, not a stranger, not a seat that there is not', async () => {
    const other = await table('Live');
    const address = `/tables/${other.id}/seat`;
    await other.tomas.goTo(`/cohorts/${other.cohort.id}/tables/${other.id}/seats`);
    await other.tomas.press('Seat', { Who: other.people[5]!.name, Where: 'Only looks on' });
    const looking = await other.hands(5).goTo(address);
    expect([looking.main.includes('Only those who stand ready'), looking.buttons.some((name) => name.startsWith('Take'))]).toEqual([
      true,
      false,
    ]);
    const answers = await Promise.all(
      [
        [other.people[5]!, 'chair'],
        [other.people[4]!, 'nowhere'],
        [other.people[4]!, ''],
        [world.nour, 'chair'],
        [world.tomas, 'chair'],
      ].map(([who, seat]) => post(world, address, who as never, `form=${newId()}&seat=${seat as string}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([409, 404, 422, 404, 404]);
    const bypass = await post(world, `/tables/${other.id}/leave`, other.people[5]!, `form=${newId()}&to=chair`);
    expect([bypass.status, bypass.text.includes('Only those who stand ready')]).toEqual([409, true]);
    expect(world.log.faults).toEqual([]);
  });
});
