import { newId } from '../../../src/kernel/identifier';
import { Announcements } from '../../../src/simulations/tables/announcements.service';
import { HumClock } from '../../../src/simulations/hums/hum-clock.service';
import { post } from '../../support/knock';
import { rowsOf, TABLES } from '../../support/tables';
import { sessionFor } from '../../support/visitor';
import { startLearning, type LearningWorld } from '../../support/world';
import { PeopleTable } from '../together/people-table';

const DELEGATES = ['incumbent', 'providers', 'regulator', 'exchange', 'university'];
type Loud = [yes: number, no: number];

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

/** A table in its first round, with a hum open. */
async function humming(): Promise<PeopleTable> {
  const table = await PeopleTable.opened(world, [...DELEGATES, 'chair']);
  await table.enters('opening');
  await table.enters('first-round');
  for (const person of Object.values(table.people)) await sessionFor(world, person); // everybody has come in before anybody hums
  await send(table, 'chair', '/hums', { text: 'Could you go on with this text?' });
  return table;
}

const send = async (table: PeopleTable, seat: string, address: string, fields: Record<string, string> = {}, form = newId()) =>
  (await post(world, table.address + address, table.people[seat]!, new URLSearchParams({ form, ...fields }).toString())).status;

const hums = (table: PeopleTable, seat: string, [yes, no]: Loud, form = newId()) =>
  send(table, seat, '/hums/h1/ballots', { yes: `${yes}`, no: `${no}` }, form);

/** Every row of the database that is about a table or about somebody who sits at it. */
async function rowsAbout(table: PeopleTable): Promise<Record<string, string[]>> {
  const about = [table.id, ...Object.values(table.people).map(({ id }) => id), ...Object.values(table.enrolments)];
  const found = TABLES.map(async (name) => {
    const rows = (await rowsOf(world.database, name))
      .map((row) => JSON.stringify(row))
      .filter((row) => about.some((id) => row.includes(id)));
    return [name, rows] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

/** What came into it since, without what chance or the clock made of it. */
function since(before: Record<string, string[]>, after: Record<string, string[]>): Record<string, string[]> {
  const anonymous = (row: string) =>
    row
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
      .replace(/[0-9a-f]{64}/g, '<hash>')
      .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?|\b\d{13}\b/g, '<moment>');
  return Object.fromEntries(
    Object.entries(after).map(([name, rows]) => [
      name,
      rows
        .filter((row) => !before[name]!.includes(row))
        .map(anonymous)
        .sort(),
    ]),
  );
}

async function ballotsOf(table: PeopleTable): Promise<{ marks: string[]; hummed: string[]; text: string }[]> {
  const rows = (await rowsOf(world.database, 'hum_ballots')).filter(({ tableId }) => tableId === table.id) as { ballots: string }[];
  return rows.map(({ ballots }) => {
    const read = JSON.parse(ballots) as Record<string, { hummed: unknown }>;
    return { text: ballots, marks: Object.keys(read), hummed: Object.values(read).map(({ hummed }) => JSON.stringify(hummed)) };
  });
}

describe('a hum', () => {
  const RUNS: [Loud[], Loud[]] = [
    [[3, 0], [3, 0], [2, 1], [0, 3], [1, 2]],
    [[1, 2], [0, 3], [3, 0], [2, 1], [3, 0]],
  ]; // prettier-ignore

  it('leaves nothing behind that tells who hummed how: two runs with other hummers cannot be told apart', async () => {
    const left: unknown[] = [];
    const open: unknown[] = [];
    for (const [run, loud] of RUNS.entries()) {
      const table = await humming();
      const [before, seq] = [await rowsAbout(table), (await table.log()).events.length];
      let announced = 0;
      const stop = world.app.get(Announcements, { strict: false }).listen(table.id, () => announced++);
      const order = run === 0 ? DELEGATES : [...DELEGATES].reverse();
      for (const seat of order) expect(await hums(table, seat, loud[DELEGATES.indexOf(seat)]!)).toBe(303);
      expect([announced, (await table.log()).events.length]).toEqual([0, seq]);
      const during = since(before, await rowsAbout(table));
      const [ballots] = await ballotsOf(table);
      expect(ballots!.marks).toEqual([...ballots!.marks].sort());
      for (const seat of DELEGATES) {
        expect(ballots!.text).not.toContain(seat);
        expect(ballots!.text).not.toContain(table.people[seat]!.id);
      }
      open.push({ ...during, hum_ballots: [...ballots!.hummed].sort() });
      expect(await send(table, 'chair', '/hums/h1/closing')).toBe(303);
      expect(announced).toBe(1);
      stop();
      expect(await ballotsOf(table)).toEqual([]);
      left.push(since(before, await rowsAbout(table)));
    }
    expect(open[1]).toEqual(open[0]);
    expect(left[1]).toEqual(left[0]);
  });

  it('notes no form of those who hum; one that comes again late does not undo what was hummed after it', async () => {
    const table = await humming();
    for (const seat of DELEGATES) {
      const form = newId();
      await hums(table, seat, [3, 3], form);
      await hums(table, seat, [0, 3]);
      expect(await hums(table, seat, [3, 3], form)).toBe(303);
      expect((await rowsOf(world.database, 'form_outcomes')).filter(({ actor }) => actor === table.people[seat]!.id)).toEqual([]);
    }
    await send(table, 'chair', '/hums/h1/closing');
    expect((await table.log()).state.hums['h1']!.bands).toEqual({ yes: 'silence', no: 'strong' });
  });

  it('of fewer than five says nothing', async () => {
    const table = await humming();
    for (const seat of DELEGATES.slice(1)) await hums(table, seat, [3, 0]);
    await send(table, 'chair', '/hums/h1/closing');
    expect((await table.log()).state.hums['h1']).toMatchObject({ open: false, bands: null });
  });

  it('is not for the chair, for who looks on, or for who is late; and only the chair closes it', async () => {
    const table = await humming();
    await table.seats('', { as: 'observer' });
    expect([await hums(table, 'chair', [3, 0]), await hums(table, 'observer', [3, 0])]).toEqual([409, 409]);
    expect(await send(table, 'university', '/hums/h1/ballots', { yes: '4', no: '0' })).toBe(422);
    expect(await send(table, 'university', '/hums/h9/ballots', { yes: '3', no: '0' })).toBe(404);
    await hums(table, 'university', [3, 0]);
    expect(await send(table, 'university', '/hums/h1/closing')).toBe(409);
    expect(await ballotsOf(table)).toHaveLength(1);
    await send(table, 'chair', '/hums/h1/closing');
    expect(await hums(table, 'university', [3, 0])).toBe(409);
  });

  it('that nobody closed ends with its phase, and its ballots with it', async () => {
    const table = await humming();
    for (const seat of DELEGATES) await hums(table, seat, [3, 0]);
    const clock = world.app.get(HumClock, { strict: false });
    expect(await clock.round()).toBe(0);
    await table.enters('second-round');
    expect(await hums(table, 'university', [0, 3])).toBe(409);
    expect(await clock.round()).toBe(1);
    expect(await ballotsOf(table)).toEqual([]);
    expect((await table.log()).state.hums['h1']!.bands).toEqual({ yes: 'strong', no: 'silence' });
  });
});
