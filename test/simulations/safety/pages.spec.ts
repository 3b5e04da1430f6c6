import { newId } from '../../../src/kernel/identifier';
import { TableReport } from '../../../src/simulations/safety/table-report.entity';
import { lettersTo } from '../../support/mail';
import { post } from '../../support/knock';
import { as } from '../../support/visitor';
import { enrol, type LearningWorld, startLearning } from '../../support/world';
import { CohortTables } from '../../../src/simulations/together/cohort-tables.service';
import { PeopleTable } from '../together/people-table';

const SEATS = ['incumbent', 'exchange', 'providers', 'university', 'chair'];
const SECRET = 'The regulator is with us, but nobody may know.';

let world: LearningWorld;
let table: PeopleTable;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());
beforeEach(async () => (table = await PeopleTable.opened(world, SEATS)));

const sends = (as: string, to: string, fields: Record<string, string>) =>
  post(world, `${table.address}/${to}`, table.people[as]!, new URLSearchParams({ form: newId(), ...fields }).toString());

describe('another seat', () => {
  it('is taken only while it is empty, and only before the talk', async () => {
    const taken = await sends('university', 'leave', { to: 'providers' });
    expect([taken.status, taken.text.includes('Somebody sits there already')]).toEqual([409, true]);
    expect((await sends('university', 'leave', { to: 'no-seat' })).status).toBe(409);
    await table.enters('opening');
    const late = await sends('university', 'leave', { to: 'content' });
    expect([late.status, late.text.includes('the team can give you another one')]).toEqual([409, true]);
    expect((await table.log()).state.seats['university']!.holder.kind).toBe('person');
  });
});

describe('a report', () => {
  it('points at nothing that its writer cannot read', async () => {
    const ref = newId();
    await table.enters('opening');
    await table.does('incumbent', { do: 'send-message', to: ['providers'], words: { ref } }, { text: { ref, text: SECRET } });
    const page = await as(world, table.people['university']!).get(`${table.address}/report?words=${ref}`).expect(200);
    expect(page.text).not.toContain(SECRET);
    await sends('university', 'report', { text: 'I heard something.', words: ref });
    await sends('providers', 'report', { text: 'This was written to me.', words: ref });
    const reports = await world.database.read(TableReport).find({ where: { tableId: table.id }, order: { id: 'ASC' } });
    expect(reports.map(({ words }) => words)).toEqual([null, ref]);
  });

  it('does not go by letter to somebody of the team who sits at the table', async () => {
    const enrolmentId = await enrol(world, world.tomas, table.cohort);
    const place = { study: { enrolmentId, personId: world.tomas.id }, module: 'at-the-table', step: 'exchange-point-peering' };
    const tables = world.app.get(CohortTables, { strict: false });
    await world.database.write((write) => tables.seat(write, table.id, place, 'content', newId(), world.clock.now()));
    const before = { tomas: await lettersTo(world, world.tomas.email), amara: await lettersTo(world, world.amara.email) };
    await sends('university', 'report', { text: 'It is about Tomás.' });
    expect(await lettersTo(world, world.tomas.email)).toHaveLength(before.tomas.length);
    expect(await lettersTo(world, world.amara.email)).toHaveLength(before.amara.length + 1);
    await as(world, world.tomas).get(`/cohorts/${table.cohort.id}/tables/${table.id}`).expect(404);
    await world.database.write((write) => tables.seat(write, table.id, place, '', newId(), world.clock.now()));
  });

  it('leaves no trace at the table: for everybody else every page is the same as before', async () => {
    await table.enters('opening');
    const masked = (text: string) => text.replace(/[0-9a-f-]{36}/g, ''); // forms have new ids each time
    const record = async () => masked((await as(world, table.people['chair']!).get(`${table.address}/record`).expect(200)).text);
    const before = await record();
    await sends('university', 'report', { text: 'He shouts.' });
    expect(await record()).toBe(before);
  });
});
