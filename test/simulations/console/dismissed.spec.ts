import { Chapters } from '../../../src/chapters/chapters.service';
import { newId } from '../../../src/kernel/identifier';
import type { Person } from '../../../src/people/person.entity';
import { TablePlace } from '../../../src/simulations/tables/table-place.entity';
import { knock, post } from '../../support/knock';
import { appoint, type LearningWorld, makePerson, startLearning } from '../../support/world';
import { PeopleTable } from '../together/people-table';

const SEATS = ['incumbent', 'exchange', 'providers', 'university', 'chair'];
const WORDS = 'What is said in this hall stays in this hall.';

describe('a facilitator who loses the role in the middle of a table', () => {
  let world: LearningWorld;
  let table: PeopleTable;
  let otieno: Person;
  beforeAll(async () => (world = await startLearning()));
  afterAll(() => world.stop());
  beforeEach(async () => {
    table = await (await PeopleTable.opened(world, SEATS)).seats('', { as: 'looker' });
    await table.enters('opening');
    await table.enters('first-round');
    await table.does('providers', { do: 'join-queue', remote: false });
    otieno = await makePerson(world, { name: 'Otieno', email: `otieno-${table.id.slice(-6)}@example.org`, language: 'en' });
    await appoint(world, otieno, world.kenya, 'trainer');
  });

  const console_ = () => `/cohorts/${table.cohort.id}/tables/${table.id}`;
  const sends = (path: string, fields: Record<string, string> = {}, who: Person = otieno, form = newId()) =>
    post(world, path, who, new URLSearchParams({ form, ...fields }).toString());
  const dismissed = () =>
    world.database.write((write) => world.app.get(Chapters, { strict: false }).dismiss(write, world.kenya.id, otieno.id, 'trainer', false));
  const count = async () => (await table.log()).events.length;

  it('finds nothing any more, and no form of a page that lies open does anything', async () => {
    const [looker] = await world.database.read(TablePlace).findBy({ tableId: table.id, role: '' });
    const forms: [string, Record<string, string>][] = [
      ['phase', { to: 'second-round', phase: '3' }],
      ['extension', { amount: '5', unit: 'minutes', text: WORDS, phase: '3' }],
      ['pause', {}],
      ['mode', { mode: 'async', phase: '3' }],
      ['floor', { role: 'providers' }],
      ['news/content-cache/release', {}],
      ['news/cable-cut/calling-off', {}],
      ['words', { to: 'university', text: WORDS }],
      ['notes', { text: WORDS }],
      ['roles/exchange/holder', { holder: looker!.id, from: 'person' }],
      ['end', { text: WORDS, phase: '3' }],
    ];
    const noted = newId();
    expect((await sends(`${console_()}/notes`, { text: WORDS }, otieno, noted)).status).toBe(303);
    await dismissed();
    const before = await count();
    for (const page of ['', '?clause=house', '/log', '/log?only=messages', '/fragments/now,text', '/stream', '/seats', '/hours'])
      expect([page, (await knock(world, console_() + page, { who: otieno })).status]).toEqual([page, 404]);
    for (const [form, fields] of forms) {
      const answer = await sends(`${console_()}/${form}`, fields);
      expect([form, answer.status, answer.text.includes('Table one')]).toEqual([form, 404, false]);
    }
    expect((await sends(`${console_()}/notes`, { text: WORDS }, otieno, noted)).status).toBe(404); // not even what was done already is said again
    expect(await count()).toBe(before);
    expect((await sends(`${console_()}/pause`, {}, world.amara)).status).toBe(303); // the table is not without a facilitator
  });

  it('has no voice in the seat that they played; the rest of the team goes on', async () => {
    await table.directs({ do: 'take-seat', role: 'regulator', holder: { kind: 'facilitator' } });
    const objects = { kind: 'rights', text: 'Nobody asked the people who pay for it.', remedy: '' };
    const room = (who: Person) => knock(world, table.address, { who });
    expect((await sends(`${table.address}/clauses/house/objections`, objects)).status).toBe(303);
    await dismissed();
    const before = await count();
    expect([(await room(otieno)).status, (await room(world.amara)).status]).toEqual([404, 200]);
    for (const page of ['/stream', '/fragments/now', '/record', '/brief'])
      expect([page, (await knock(world, table.address + page, { who: otieno })).status]).toEqual([page, 404]);
    expect((await sends(`${table.address}/clauses/traffic/objections`, objects)).status).toBe(404);
    expect(await count()).toBe(before);
    expect((await sends(`${table.address}/clauses/traffic/objections`, objects, world.amara)).status).toBe(303);
  });
});
