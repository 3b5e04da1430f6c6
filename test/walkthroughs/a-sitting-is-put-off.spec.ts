import type { Cohort } from '../../src/cohorts/cohort.entity';
import { newId } from '../../src/kernel/identifier';
import { Plans } from '../../src/simulations/setting/plans.service';
import { SeatLetterClock } from '../../src/simulations/setting/seat-letter-clock.service';
import { SittingClock } from '../../src/simulations/setting/sitting-clock.service';
import { Sitting } from '../../src/simulations/setting/sitting.entity';
import { SimulationTable } from '../../src/simulations/tables/simulation-table.entity';
import { TablePlace } from '../../src/simulations/tables/table-place.entity';
import { meanwhile, room, type Room, set, STEP, tablesOf } from '../simulations/setting/room';
import { PlainHands } from '../support/hands';
import { post } from '../support/knock';
import { lettersTo } from '../support/mail';
import { as } from '../support/visitor';
import { enrol, type LearningWorld, makePerson, startLearning } from '../support/world';

const DAY = 86_400_000;

describe('tables that were set are put off, and called off', () => {
  let world: LearningWorld;
  let here: Room;
  let cohort: Cohort;
  beforeAll(async () => {
    world = await startLearning();
    here = await room(world, 4);
    ({ cohort } = here);
  });
  afterAll(() => world.stop());

  const in_ = (days: number) => `${new Date(world.clock.now().getTime() + days * DAY).toISOString().slice(0, 10)}T18:00`;
  const to = (at: number) => lettersTo(world, here.people[at]!.email);
  const clock = (which: typeof SittingClock | typeof SeatLetterClock) => world.app.get<SittingClock>(which, { strict: false }).round();
  const sittings = () => world.database.read(Sitting).findBy({ cohortId: cohort.id });
  const body = (what: string) => `form=${newId()}${what === 'time' ? '&version=1&starts=' : ''}`;
  const page = (what: string) => sittings().then(([one]) => `/cohorts/${cohort.id}/sittings/${one!.id}/${what}`);

  it('everybody has a seat at them, and has heard of it', async () => {
    await set(here, { 'How many tables': '1', Name: 'Evening round', 'Begins by itself': in_(2) });
    world.clock.advance({ minutes: 10 });
    expect(await clock(SeatLetterClock)).toBe(4);
  });

  it('Tomás puts them off by a day; all of them hear the new time by letter', async () => {
    const form = await here.tomas.follow('Another time');
    expect([form.heading, form.field('Begins by itself').value]).toEqual(['Another time', in_(2)]);
    const after = await here.tomas.press('Save the time', { 'Begins by itself': in_(3) });
    expect(after.text).toContain('Saved. Whoever has a place there is told by letter.');
    const told = await to(0);
    expect(told.map(({ subject }) => subject)).toEqual([expect.stringContaining('your seat is'), 'Evening round: another time']);
    expect(told[1]!.text).toContain('at 18:00 (15:00 UTC)');
    expect(told[1]!.stop).not.toBeNull();
    const start = await here.start(0);
    expect(start.main).toContain('It begins');
  });

  it('nothing begins at the old time', async () => {
    const before = world.clock.now();
    const [{ startsAt }] = (await sittings()) as [Sitting];
    world.clock.set(new Date(startsAt!.getTime() - DAY));
    expect(await clock(SittingClock)).toBe(0);
    world.clock.set(before);
  });

  it('the same time again tells nobody anything, and what is wrong stands on the page with what was typed', async () => {
    await here.tomas.follow('Another time');
    await here.tomas.press('Save the time');
    expect(await to(0)).toHaveLength(2);
    await here.tomas.follow('Another time');
    const wrong = await here.tomas.press('Save the time', { 'Begins by itself': '2020-01-01T10:00' });
    expect([wrong.status, wrong.errors]).toEqual([422, ['That moment has passed. Choose a later one, or leave it empty']]);
    expect(wrong.field('Begins by itself').value).toBe('2020-01-01T10:00');
  });

  it('of two who change the time at once, the second sees both', async () => {
    const [tomas, amara] = [new PlainHands(as(world, world.tomas)), new PlainHands(as(world, world.amara))];
    for (const hands of [tomas, amara]) await hands.goTo(await page('time'));
    await amara.press('Save the time', { 'Begins by itself': '' });
    const conflict = await tomas.press('Save the time', { 'Begins by itself': in_(5) });
    expect([conflict.status, conflict.main.includes('Somebody else has changed the time meanwhile')]).toEqual([409, true]);
    expect((await sittings())[0]!.startsAt).toBeNull();
    expect((await to(1)).at(-1)!.text).toContain('Your team lets it begin.');
  });

  it('whoever has not heard of a seat yet hears of it with the right time, and not of the change', async () => {
    const late = await makePerson(world, { name: 'Zawadi Late', email: 'zawadi@example.org', language: 'en' });
    await enrol(world, late, cohort);
    await here.tomas.goTo(`/cohorts/${cohort.id}/tables`);
    await here.tomas.press('Seat: Zawadi Late');
    await here.tomas.goTo(await page('time'));
    await here.tomas.press('Save the time', { 'Begins by itself': in_(4) });
    expect(await lettersTo(world, late.email)).toEqual([]);
    expect((await to(2)).at(-1)!.subject).toBe('Evening round: another time');
    world.clock.advance({ minutes: 10 });
    expect(await clock(SeatLetterClock)).toBe(1);
    const [letter] = await lettersTo(world, late.email);
    expect(letter!.text).toContain(`It begins on ${Number(in_(4).slice(8, 10))} March 2027 at 18:00`);
  });

  it('nobody else can: not another chapter, not the people, and nobody once they run', async () => {
    for (const what of ['time', 'removal'])
      for (const who of [world.nour, world.mei, here.people[0]!]) {
        expect((await as(world, who).get(await page(what))).status).toBe(404);
        expect((await post(world, await page(what), who, body(what))).status).toBe(404);
      }
    const other = await room(world, 2);
    await set(other, { 'How many tables': '1' });
    await other.tomas.press('Begin');
    const [running] = await world.database.read(Sitting).findBy({ cohortId: other.cohort.id });
    const address = `/cohorts/${other.cohort.id}/sittings/${running!.id}`;
    expect((await other.tomas.goTo(`/cohorts/${other.cohort.id}/tables`)).offers('Call it off')).toBe(false);
    for (const what of ['time', 'removal']) {
      const read = await other.tomas.goTo(`${address}/${what}`);
      expect([read.status, read.main.includes('These tables have begun.'), read.offers('Call it off')]).toEqual([200, true, false]);
      expect((await post(world, `${address}/${what}`, world.tomas, body(what))).status).toBe(409);
    }
    expect(await world.database.read(SimulationTable).countBy({ cohortId: other.cohort.id })).toBe(1);
    const stranger = `/cohorts/${other.cohort.id}/sittings/${(await sittings())[0]!.id}/removal`;
    expect((await post(world, stranger, world.tomas, `form=${newId()}`)).status).toBe(404);
  });

  it('they stay while what somebody has reported about them waits for the team', async () => {
    const [table] = await tablesOf(world, cohort);
    const reporter = new PlainHands(as(world, here.people[3]!));
    await reporter.goTo(`/tables/${table!.id}/report`);
    await reporter.press('Send it to the team', { 'What happened?': 'Somebody writes to me about my seat.' });
    const refused = await post(world, await page('removal'), world.tomas, body('removal'));
    expect([refused.status, refused.text.includes('something about this table that has to be looked at first')]).toEqual([409, true]);
    await here.tomas.goTo(`/cohorts/${cohort.id}/tables/${table!.id}`);
    await here.tomas.press('I have looked after it 1');
  });

  it('whoever had heard of a seat and has just lost it is told that they are called off, too', async () => {
    const other = await room(world, 3);
    await set(other, { 'How many tables': '1', Name: 'Morning round' });
    world.clock.advance({ minutes: 10 });
    await clock(SeatLetterClock);
    await other.tomas.follow(/^Table 1/);
    await other.tomas.press('Seat', { Who: other.people[0]!.name, Where: 'No place at these tables' });
    const [sitting] = await world.database.read(Sitting).findBy({ cohortId: other.cohort.id });
    await post(world, `/cohorts/${other.cohort.id}/sittings/${sitting!.id}/removal`, world.tomas, body('removal'));
    const told = await Promise.all(other.people.map(async ({ email }) => (await lettersTo(world, email)).map(({ subject }) => subject)));
    expect(told).toEqual(Array(3).fill([expect.stringContaining('your seat is'), 'Morning round is called off']));
  });

  it('what is pressed on a page of tables that somebody calls off meanwhile finds none', async () => {
    const other = await room(world, 2);
    await set(other, { 'How many tables': '1' });
    const [sitting] = await world.database.read(Sitting).findBy({ cohortId: other.cohort.id });
    const address = `/cohorts/${other.cohort.id}/sittings/${sitting!.id}`;
    const presses = { time: body('time'), removal: body('removal'), beginning: body(''), casting: `${body('')}&by=chance` };
    const answers = await meanwhile(
      world,
      (write) => world.app.get(Plans, { strict: false }).callOff(write, other.cohort.id, sitting!.id),
      () => Promise.all(Object.entries(presses).map(([what, form]) => post(world, `${address}/${what}`, world.tomas, form))),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(world.log.faults).toEqual([]);
  });

  it('Tomás calls them off after a second press; whoever knew of a seat is told, and nothing of the tables is left', async () => {
    await here.tomas.goTo(`/cohorts/${cohort.id}/tables`);
    const ask = await here.tomas.follow('Call it off');
    expect(ask.main).toContain('1 table goes for good');
    expect(ask.main).toContain('5 people have a place there');
    const [known] = await sittings();
    const form = newId();
    const address = await page('removal');
    const [one, two] = [
      await post(world, address, world.tomas, `form=${form}`),
      await post(world, address, world.tomas, `form=${form}`), // the press arrived twice
    ];
    expect([one.status, two.status, one.headers['location'], two.headers['location']]).toEqual([
      303,
      303,
      `/cohorts/${cohort.id}/tables`,
      `/cohorts/${cohort.id}/tables`,
    ]);
    expect((await to(0)).at(-1)!.subject).toBe('Evening round is called off');
    expect(await sittings()).toEqual([]);
    expect(await world.database.read(SimulationTable).countBy({ cohortId: cohort.id })).toBe(0);
    expect(await world.database.read(TablePlace).countBy({ tableId: known!.tables[0]! })).toBe(0);
    expect((await as(world, here.people[0]!).get(`/tables/${known!.tables[0]!}`)).status).toBe(404);
    const start = await new PlainHands(as(world, here.people[0]!)).goTo(`/simulations/${here.studies[0]}/${STEP}`);
    expect(start.main).toContain('Your team has set no table for you yet.');
    expect((await here.tomas.goTo(`/cohorts/${cohort.id}/tables`)).main).toContain('There is no table yet.');
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
  });
});
