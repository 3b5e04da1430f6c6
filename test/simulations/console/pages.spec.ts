import { Chapters } from '../../../src/chapters/chapters.service';
import { newId } from '../../../src/kernel/identifier';
import { TablePlace } from '../../../src/simulations/tables/table-place.entity';
import { post } from '../../support/knock';
import { read } from '../../support/page';
import { as } from '../../support/visitor';
import { appoint, type LearningWorld, makePerson, startLearning } from '../../support/world';
import { PeopleTable } from '../together/people-table';

const SEATS = ['incumbent', 'exchange', 'providers', 'university', 'chair'];

let world: LearningWorld;
let table: PeopleTable;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());
beforeEach(async () => (table = await PeopleTable.opened(world, SEATS)));

const address = () => `/cohorts/${table.cohort.id}/tables/${table.id}`;
const sends = (to: string, fields: Record<string, string> = {}, form = newId()) =>
  post(world, `${address()}/${to}`, world.tomas, new URLSearchParams({ form, ...fields }).toString());
const seat = async (role: string) => (await table.log()).state.seats[role]!;
const places = () => world.database.read(TablePlace).findBy({ tableId: table.id });

describe('somebody else in a seat', () => {
  it('a script takes over a whole delegation: all of them look on from then on, and nobody became its voice on the way', async () => {
    await table.seats('providers', { as: 'second', briefed: false });
    const before = (await table.log()).events.length;
    expect((await sends('roles/providers/holder', { holder: 'script', from: 'person' })).status).toBe(303);
    const seatings = (await table.log()).events.slice(before).flatMap((event) => (event.type === 'seat-taken' ? [event.holder.kind] : []));
    expect(seatings).toEqual(['vacant', 'script']);
    expect(
      (await places())
        .filter(({ role }) => role === '')
        .map(({ alias }) => alias)
        .sort(),
    ).toEqual(['p3', 'p6']);
    await expect(table.does('second', { do: 'be-ready' })).rejects.toThrow();
  });

  it('gives a seat back to whoever sat there', async () => {
    await sends('roles/providers/holder', { holder: 'vacant', from: 'person' });
    const [gone] = (await places()).filter(({ role }) => role === '');
    expect((await sends('roles/providers/holder', { holder: gone!.id, from: 'vacant' })).status).toBe(303);
    expect((await seat('providers')).holder).toEqual({ kind: 'person', person: 'p3' });
  });

  it('of two who change a seat at once, the later one is told', async () => {
    await sends('roles/providers/holder', { holder: 'script', from: 'person' });
    const late = await sends('roles/providers/holder', { holder: 'vacant', from: 'person' });
    expect([late.status, late.text.includes('The table has moved on')]).toEqual([409, true]);
    expect((await seat('providers')).holder.kind).toBe('script');
  });

  it('takes nobody from another table, and knows no seat that is not there', async () => {
    const other = await (await PeopleTable.opened(world, SEATS)).seats('', { as: 'looker' });
    const [stranger] = await world.database.read(TablePlace).findBy({ tableId: other.id, role: '' });
    expect((await sends('roles/content/holder', { holder: stranger!.id, from: 'vacant' })).status).toBe(404);
    expect((await sends('roles/nobody/holder', { holder: 'script', from: 'vacant' })).status).toBe(404);
  });
});

describe('what is not there', () => {
  it('news, words and reports of other tables are not there', async () => {
    for (const to of ['news/nothing/release', 'news/nothing/calling-off', `words/${newId()}/removal`, `reports/${newId()}/settling`])
      expect([to, (await sends(to)).status]).toEqual([to, 404]);
  });

  it('a page of the log that is not there', async () => {
    for (const query of ['page=2', 'page=0', 'page=x', 'only=messages&page=2'])
      await as(world, world.tomas).get(`${address()}/log?${query}`).expect(404);
  });
});

describe('whoever is no longer on the team', () => {
  it('has no page of the table any more, in the middle of it all', async () => {
    const helper = await makePerson(world, { name: 'Otieno', email: `otieno-${table.id.slice(-6)}@example.org`, language: 'en' });
    await appoint(world, helper, world.kenya, 'trainer');
    await as(world, helper).get(address()).expect(200);
    const chapters = world.app.get(Chapters, { strict: false });
    await world.database.write((write) => chapters.dismiss(write, world.kenya.id, helper.id, 'trainer', false));
    await as(world, helper).get(address()).expect(404);
    const answer = await post(world, `${address()}/pause`, helper, `form=${newId()}`);
    expect([answer.status, (await table.log()).state.paused]).toEqual([404, null]);
  });
});

describe('an old page', () => {
  it.each([
    ['phase', { to: 'opening', phase: '1' }],
    ['extension', { amount: '5', unit: 'minutes', text: 'Because.', phase: '1' }],
    ['mode', { mode: 'async', phase: '1' }],
    ['end', { text: 'That is all.', phase: '1' }],
    ['floor/ending', { role: 'providers' }],
  ])('%s does nothing, and what was written is on the page that says so', async (to, fields) => {
    await table.enters('opening');
    const { events } = await table.log();
    const answer = await sends(to, fields as Record<string, string>);
    expect(answer.status).toBe(409);
    if ('text' in fields) expect(answer.text).toContain(fields.text);
    expect((await table.log()).events).toHaveLength(events.length);
  });
});

describe('what a facilitator sees of a hum', () => {
  it('is nothing while it goes on: the page is the same with one open', async () => {
    await table.enters('opening');
    await table.enters('first-round');
    const shown = async () => read((await as(world, world.tomas).get(address()).expect(200)).text).main;
    const before = await shown();
    await table.does('chair', { do: 'open-hum', words: { phrase: 'simulations.chair.challenge-heard' }, options: ['yes', 'no'] });
    expect(await shown()).toEqual(before);
  });
});
