import { Enrolment } from '../../src/cohorts/enrolment/enrolment.entity';
import { newId } from '../../src/kernel/identifier';
import { Person } from '../../src/people/person.entity';
import { WindowClock } from '../../src/simulations/hours/window-clock.service';
import { awakeAt } from '../../src/simulations/hours/waking';
import { SimulationTable } from '../../src/simulations/tables/simulation-table.entity';
import { TableClock } from '../../src/simulations/together/table-clock.service';
import { PeopleTable } from '../simulations/together/people-table';
import { lettersTo } from '../support/mail';
import { knock, post } from '../support/knock';
import { Page } from '../support/page';
import { digestOf } from '../support/tour-hours';
import { type LearningWorld, startLearning } from '../support/world';

const HOUR = 3_600_000;
const ZONES = {
  incumbent: 'Africa/Nairobi',
  exchange: 'Asia/Kathmandu',
  providers: 'America/Sao_Paulo',
  university: 'Europe/Paris',
  chair: 'Africa/Lagos',
};

let world: LearningWorld;
let table: PeopleTable;
beforeAll(async () => {
  world = await startLearning();
  table = await PeopleTable.opened(world, [], 'async');
});
afterAll(() => world.stop());

const look = () => world.app.get(WindowClock, { strict: false }).round();
const tick = () => world.app.get(TableClock, { strict: false }).round();
const phase = async () => (await table.log()).state.phase;
const to = (seat: string) => lettersTo(world, table.people[seat]!.email);
/** Lets it be this share of the window. */
async function goesTo(percent: number): Promise<void> {
  const { since, deadline } = await phase();
  world.clock.set(new Date(since + ((deadline! - since) * percent) / 100));
}
async function says(seat: string, text: string): Promise<void> {
  const ref = newId();
  await table.does(seat, { do: 'speak', words: { ref }, length: text.split(' ').length }, { text: { ref, text } });
}

describe('a table of people who are never awake at the same time', () => {
  it('tells each of them by mail that they sit there, by their own clock', async () => {
    for (const [seat, zone] of Object.entries(ZONES)) {
      await table.seats(seat, { briefed: seat !== 'providers' });
      await world.database.write((write) => write.update(Person, { id: table.people[seat]!.id }, { zone }));
    }
    expect(await look()).toBe(5);
    expect(await look()).toBe(0);
    const [letter] = await to('providers');
    expect(letter!.subject).toContain('Table one');
    expect(letter!.text).toContain('Read your briefing');
    expect(letter!.stop).not.toBeNull();
    expect((await to('chair'))[0]!.text).not.toContain('Read your briefing');
  });

  it('ends every window while four in five of them are awake', async () => {
    await goesTo(100);
    world.clock.set(new Date(world.clock.now().getTime() + HOUR));
    await tick();
    const { number, deadline } = await phase();
    expect(number).toBe(2);
    expect(awakeAt(deadline!, Object.values(ZONES))).toBeGreaterThanOrEqual(4);
  });

  it('reminds whoever has not done their part, at half time and near the end, once', async () => {
    expect(await look()).toBe(5); // the phase has begun
    await goesTo(20);
    expect(await look()).toBe(0);
    await says('university', 'Our students wait for their lectures.');
    await goesTo(50);
    expect(await look()).toBe(3); // the incumbent, the exchange and the providers; a chair makes no statement
    expect(await look()).toBe(0);
    await says('exchange', 'We keep local traffic local.');
    await goesTo(90);
    expect(await look()).toBe(2);
    expect((await to('university')).map(({ subject }) => subject)).toHaveLength(2);
    expect((await to('incumbent')).at(-1)!.subject).toContain('ends soon');
  });

  it('lets the link of a letter read what everybody can read, without signing in, and nothing else', async () => {
    const letter = (await to('incumbent')).at(-1)!;
    const link = letter.links.find((address) => address.includes('/digest/'))!.replace(world.settings.baseUrl, '');
    const links = [link, await digestOf(world, table, 'exchange'), await digestOf(world, table, 'university')];
    const read = () => Promise.all(links.map((address) => knock(world, address, {})));
    const pages = await read();
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(pages[0]!.headers['x-robots-tag']).toContain('noindex');
    const page = new Page(pages[0]!.text, link, 200);
    expect(page.text).toContain('We keep local traffic local.');
    expect(page.text).toContain('Say in an opening statement what your role wants.');
    expect(page.html).not.toContain('<form');
    for (const { name, id } of Object.values(table.people))
      expect([page.html.includes(name), page.html.includes(id)]).toEqual([false, false]);
    const words = { ref: newId() };
    const text = { ref: words.ref, text: 'Only between us: we would give way.' };
    await table.does('incumbent', { do: 'send-message', to: ['university'], words }, { text });
    expect((await read()).map((answer) => answer.text)).toEqual(pages.map((answer) => answer.text)); // not a byte tells of it
  });

  it('has a script sit in for whoever was away, when the team has said so, until they come back', async () => {
    const page = `/cohorts/${table.cohort.id}/tables/${table.id}/hours`;
    const read = await knock(world, page, { who: world.tomas });
    expect(new Page(read.text, page, read.status).text).toContain('When somebody has done nothing');
    const sent = await post(world, page, world.tomas, `form=${newId()}&rule=script&version=0`);
    expect([sent.status, sent.headers['location']]).toEqual([303, page]);
    const theirs = await post(world, page, world.amara, `form=${newId()}&rule=wait&version=0`);
    expect(theirs.status).toBe(409);
    await goesTo(100);
    world.clock.set(new Date(world.clock.now().getTime() + HOUR));
    await tick();
    const { state } = await table.log();
    expect([state.phase.number, state.seats['incumbent']!.holder.kind, state.seats['university']!.holder.kind]).toEqual([
      3,
      'script',
      'person',
    ]);
    await look();
    expect((await to('incumbent')).at(-1)!.text).toContain('a script plays your seat');
    await says('incumbent', 'Here I am again.');
    expect((await table.log()).state.seats['incumbent']!.holder.kind).toBe('person');
  });

  it('does not open to its people what is for the team, nor to others', async () => {
    const page = `/cohorts/${table.cohort.id}/tables/${table.id}/hours`;
    const asked = [table.people['chair']!, world.nour, null];
    const answers = await Promise.all(asked.map((who) => knock(world, page, { who })));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 303]);
  });

  it('writes to nobody while it is stopped, or live; and says so when it goes on in writing', async () => {
    await table.directs({ do: 'pause' });
    await goesTo(60);
    expect(await look()).toBe(0);
    await table.directs({ do: 'resume' });
    await table.directs({ do: 'switch-mode', mode: 'live' });
    await table.enters((await table.log()).scenario.phases[3]!.key);
    expect(await look()).toBe(0);
    await table.directs({ do: 'switch-mode', mode: 'async' });
    expect(await look()).toBe(5);
    expect((await to('chair')).at(-1)!.text).toContain('goes on in writing');
    expect((await world.database.read(SimulationTable).findOneByOrFail({ id: table.id })).mode).toBe('async');
  });

  it('writes no more to whoever has stopped such letters', async () => {
    const { stop } = (await to('providers')).at(-1)!;
    const address = stop!.address.replace(world.settings.baseUrl, '');
    const body = 'List-Unsubscribe=One-Click';
    await knock(world, address, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });
    const before = (await to('providers')).length;
    await goesTo(90);
    expect(await look()).toBeGreaterThan(0);
    expect(await to('providers')).toHaveLength(before);
  });

  it('closes the links of letters a month after the talk, and at once for whoever has left', async () => {
    const link = await digestOf(world, table, 'chair');
    expect((await knock(world, link, {})).status).toBe(200);
    const forged = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
    const elsewhere = link.replace(table.id, newId());
    const answers = await Promise.all([forged, elsewhere].map((address) => knock(world, address, {})));
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    await world.database.write((write) => write.update(Enrolment, { id: table.enrolments['chair'] }, { state: 'withdrawn' }));
    expect((await knock(world, link, {})).status).toBe(404);
    const other = await digestOf(world, table, 'university');
    await table.directs({ do: 'close-without-outcome', words: null });
    world.clock.advance({ days: 29 });
    expect((await knock(world, other, {})).status).toBe(200);
    world.clock.advance({ days: 2 });
    expect((await knock(world, other, {})).status).toBe(404);
  });
});
