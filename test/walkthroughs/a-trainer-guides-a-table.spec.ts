import { PeopleTable } from '../simulations/together/people-table';
import { view } from '../../src/simulations/engine/view';
import { PlainHands } from '../support/hands';
import { letters } from '../support/mail';
import type { Page } from '../support/page';
import { as } from '../support/visitor';
import { type LearningWorld, startLearning } from '../support/world';

const PRIVATE = 'Between us: we would live with the council.';
const WORD = 'The room would like to hear what the university thinks.';
const NOTE = 'Small providers named what hurts before they asked. Come back to this.';
const WHY = 'Two lines were down.';

describe('a trainer guides a table', () => {
  let world: LearningWorld;
  let table: PeopleTable;
  let tomas: PlainHands;
  const minutes = (count: number) => world.clock.set(new Date(world.clock.now().getTime() + count * 60_000));
  const state = async () => (await table.log()).state;

  /** The line of a seat in the list of seats. */
  const seat = (page: Page, role: string) => page.rows(`Change the seat: ${role}`).at(-1);

  beforeAll(async () => {
    world = await startLearning();
    table = await PeopleTable.opened(world, ['incumbent', 'exchange', 'providers', 'university', 'chair']);
    await table.seats('', { as: 'looker' });
    tomas = new PlainHands(as(world, world.tomas));
  });
  afterAll(() => world.stop());

  it('sees who sits where, and moves the table on when everybody is there', async () => {
    const page = await tomas.goTo(`/cohorts/${table.cohort.id}/tables/${table.id}`);
    expect(page.heading).toBe('Table one');
    expect(page.rows('Person of providers')).toHaveLength(1);
    expect(seat(page, 'Small providers')).toContain('never');
    const opening = await tomas.press('Move on to: Opening');
    expect(opening.main).toContain('7 minutes left');
    expect((await state()).phase).toMatchObject({ key: 'opening', number: 2 });
  });

  it('gives more time, and says why', async () => {
    expect((await tomas.press('Add 5 minutes')).main).toContain('12 minutes left');
    const page = await tomas.press('Give more time', {
      'How many minutes more?': '10',
      'Why? Everybody at the table reads it. (You may leave this empty)': WHY,
    });
    expect(page.main).toContain('22 minutes left');
    await tomas.press('Give more time', { 'How many minutes more?': 'ten' });
    expect((await tomas.page()).errors).toEqual(['Give a whole number from 1 to 336']);
    await tomas.goTo(`/cohorts/${table.cohort.id}/tables/${table.id}`);
  });

  it('stops the clock, and lets it run again', async () => {
    minutes(2);
    expect((await tomas.press('Pause')).main).toContain('The clock stands still');
    minutes(30);
    const page = await tomas.goTo(`/cohorts/${table.cohort.id}/tables/${table.id}`);
    expect(page.main).toContain('20 minutes left');
    expect((await tomas.press('Let the clock run again')).main).toContain('20 minutes left');
  });

  it('sees who has not spoken, and has a word with them alone', async () => {
    for (const seat of ['incumbent', 'exchange', 'providers']) {
      await table.does(seat, { do: 'join-queue', remote: false });
      await table.does('chair', { do: 'give-floor', role: null });
      await table.does(seat, { do: 'speak', words: { phrase: 'simulations.chair.challenge-heard' }, length: 12 });
    }
    const page = await tomas.follow('Look again');
    await table.does('university', { do: 'join-queue', remote: false });
    await tomas.follow('Look again');
    expect((await tomas.press('Give the floor: Universities')).main).toContain('Has the floor: Universities'); // the chair is away for a moment
    expect((await tomas.press('End this turn')).main).not.toContain('Has the floor');
    expect(page.rows('Has not spoken').map((row) => row.split(' ')[0])).toEqual(['Universities']);
    await tomas.press('Send', { 'To whom?': 'All who have not spoken yet', 'What do you want to say?': WORD });
    expect((await tomas.page()).rows(WORD)).toHaveLength(1);
    const { state: now, events, scenario } = await table.log();
    const nudges = (seat: string) => view(now, events, { seat }, scenario).nudges.length;
    expect(['university', 'providers', 'chair'].map(nudges)).toEqual([1, 0, 0]);
  });

  it('releases news, and calls other news off', async () => {
    await tomas.press('Move on to: First round');
    const page = await tomas.press('Release 4');
    expect(page.main).toContain('2 of 4 have come');
    expect(Object.values((await state()).injects).map(({ state: how }) => how)).toEqual(['released', 'released']);
    await tomas.press('Call off 3');
    expect((await state()).injects['cable-cut']!.state).toBe('cancelled');
  });

  it('reads private messages, as was announced, and never a hum', async () => {
    await table.does('incumbent', { do: 'send-message', to: ['providers'], words: { ref: 'w1' } }, { text: { ref: 'w1', text: PRIVATE } });
    await table.does('chair', { do: 'open-hum', words: { phrase: 'simulations.chair.challenge-heard' }, options: ['yes', 'no'] });
    const page = await tomas.follow('Look again');
    expect(page.main).toContain('Nobody can read a hum.');
    expect(page.main).not.toContain(PRIVATE);
    const log = await tomas.follow('1 private message');
    expect(log.main).toContain(PRIVATE);
  });

  it('takes words out of the record for good', async () => {
    await tomas.press('Erase for good');
    const log = await tomas.goTo(`/cohorts/${table.cohort.id}/tables/${table.id}/log?only=messages`);
    expect(log.html).not.toContain(PRIVATE);
    expect(log.main).toContain('These words were erased.');
    expect(await world.database.rows('SELECT "id" FROM "table_texts" WHERE "text" = ?', [PRIVATE])).toEqual([]);
  });

  it('has a script take over the seat of somebody who is not there', async () => {
    const page = await tomas.goTo(`/cohorts/${table.cohort.id}/tables/${table.id}`);
    expect(seat(page, 'Universities')).toContain('Has not spoken');
    expect((await tomas.press('Change the seat: Universities')).errors).toEqual(['Choose who takes the seat']);
    const after = await tomas.press('Change the seat: Universities', { 'Who takes the seat “Universities”?': 'Played by a script' });
    expect(seat(after, 'Universities')).toContain('Played by a script');
    expect(after.main).toContain('They look on: Person of university and Person of looker');
    await expect(table.does('university', { do: 'be-ready' })).rejects.toThrow(); // who looks on has no say
  });

  it('gives the seat to somebody who looks on, who has to read the brief first', async () => {
    const page = await tomas.press('Change the seat: Universities', { 'Who takes the seat “Universities”?': 'Person of looker' });
    expect(seat(page, 'Universities')).toMatch(/Person of looker.*Has not read the brief/);
    expect((await state()).seats['university']!.holder).toEqual({ kind: 'person', person: 'p6' });
  });

  it('keeps a note for the debrief, which nobody at the table can see', async () => {
    const page = await tomas.press('Keep this note', { 'What do you want to come back to?': NOTE });
    expect(page.rows(NOTE)).toHaveLength(1);
    const seen = await as(world, table.people['providers']!).get(`${table.address}/record`);
    expect(seen.text).not.toContain(NOTE);
  });

  it('goes on without meeting, and ends without agreement', async () => {
    const page = await tomas.press('Change it');
    expect(page.main).toContain('48 hours left');
    expect((await state()).mode).toBe('async');
    const over = await tomas.press('End the talk', { 'A last word, for the record': 'The hall closes.' });
    expect(over.main).toContain('No agreement');
    expect((await state()).outcome).toMatchObject({ outcome: 'no-agreement' });
    expect((await tomas.press('Move on to: Debrief')).main).toContain('Debrief');
  });

  it('is told once when a page is old: two facilitators cannot move a table twice', async () => {
    const other = await PeopleTable.opened(world, ['incumbent', 'exchange', 'providers', 'university', 'chair']);
    const address = `/cohorts/${other.cohort.id}/tables/${other.id}`;
    const amara = new PlainHands(as(world, world.amara));
    await Promise.all([tomas.goTo(address), amara.goTo(address)]);
    await tomas.press(/^Move on to/);
    const late = await amara.press(/^Move on to/);
    expect([late.status, late.main.includes('The table has moved on since you opened this page')]).toEqual([409, true]);
    expect((await other.log()).state.phase.number).toBe(2);
  });

  it('nobody else finds the page: neither who sits at the table nor another chapter', async () => {
    const address = `/cohorts/${table.cohort.id}/tables/${table.id}`;
    for (const person of [table.people['chair']!, table.people['looker']!, world.nour, world.wanjiku])
      for (const page of [address, `${address}/log`]) await as(world, person).get(page).expect(404);
    expect(world.log.faults).toEqual([]);
    console.log(`presses of the facilitator: ${tomas.presses}; letters: ${(await letters(world)).length}`);
  });
});
