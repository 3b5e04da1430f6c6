import ICAL from 'ical.js';
import { newId } from '../../src/kernel/identifier';
import { Cohort } from '../../src/cohorts/cohort.entity';
import { Enrolment } from '../../src/cohorts/enrolment/enrolment.entity';
import { People } from '../../src/people/people.service';
import type { Person } from '../../src/people/person.entity';
import { post } from '../support/knock';
import { open } from '../support/page';
import { submit } from '../support/submit';
import { as, stranger } from '../support/visitor';
import { type LearningWorld, startLearning } from '../support/world';

describe('a calendar to subscribe to', () => {
  let world: LearningWorld;
  beforeEach(async () => (world = await startLearning()));
  afterEach(() => world.stop());

  const pathOf = (address: string) => new URL(address).pathname;
  const linkOn = async (who: Person, page = '/calendar') =>
    pathOf((await open(as(world, who), page)).field('Address of the calendar').value as string);
  const fetched = async (path: string) => {
    const { text, headers } = await stranger(world).get(path).buffer(true).expect(200);
    const root = new ICAL.Component(ICAL.parse(text) as unknown as string);
    return {
      headers,
      name: String(root.getFirstPropertyValue('x-wr-calname')).replaceAll('\\,', ','),
      events: root.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)),
    };
  };
  const days = ({ events }: Awaited<ReturnType<typeof fetched>>) => events.map(({ summary, startDate }) => [summary, startDate.toString()]);

  it('shows a trainee the first and the last day of all they study, without signing in', async () => {
    const learning = await open(as(world, world.wanjiku), '/learning');
    expect(learning.link('Dates for your own calendar')).toBe('/calendar');
    const feed = await fetched(await linkOn(world.wanjiku));
    const { startsOn, endsOn } = world.cohort;
    expect(feed.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(days(feed)).toEqual([
      ['Nairobi, March begins', startsOn],
      ['Nairobi, March: last day', endsOn],
    ]);
  });

  it('speaks the language of its reader', async () => {
    const address = (await open(as(world, world.yusuf), '/calendar')).fields.find(({ value }) => String(value).includes('/calendar/'))!;
    const feed = await fetched(pathOf(address.value as string));
    expect(feed.events[0]!.summary).toContain('البداية');
  });

  it('of one cohort is for its members and its team', async () => {
    const mine = `${await linkOn(world.wanjiku)}/cohorts/${world.cohort.id}`;
    expect((await fetched(mine)).name).toBe('Nairobi, March');
    const board = await open(as(world, world.tomas), `/cohorts/${world.cohort.id}`);
    const team = await linkOn(world.tomas, board.link('Dates for your own calendar'));
    expect((await fetched(team)).events[0]!.component.getFirstPropertyValue('url')).toBe(`${world.address}/cohorts/${world.cohort.id}`);
    for (const who of [world.wanjiku, world.nour]) await as(world, who).get(`/cohorts/${world.cohort.id}/calendar`).expect(404);
    const foreign = `${await linkOn(world.wanjiku)}/cohorts/${world.cohorts.lebanon.id}`;
    await stranger(world).get(foreign).expect(404);
  });

  it('follows when days change, as the same events', async () => {
    const link = await linkOn(world.wanjiku);
    const before = await fetched(link);
    await world.database.write((write) => write.changeAt(Cohort, { id: world.cohort.id, version: 1 }, { startsOn: '2027-04-05' }));
    const after = await fetched(link);
    expect(after.events.map(({ uid }) => uid)).toEqual(before.events.map(({ uid }) => uid));
    expect(after.events[0]!.startDate.toString()).toBe('2027-04-05');
    expect(after.events.map(({ sequence }) => sequence)).toEqual([1, 1]);
    world.clock.advance({ days: 300 });
    expect((await fetched(link)).events.map(({ uid }) => uid)).toEqual(before.events.map(({ uid }) => uid));
  });

  it('says nothing more to whoever has left or is suspended', async () => {
    const [trainee, trainer] = [await linkOn(world.wanjiku), await linkOn(world.tomas, `/cohorts/${world.cohort.id}/calendar`)];
    await world.database.write(async (write) => {
      await write.update(Enrolment, { id: world.studies.wanjiku }, { state: 'withdrawn' });
      await world.app.get(People, { strict: false }).change(write, world.tomas.id, { active: false });
    });
    expect(days(await fetched(trainee))).toEqual([]);
    await stranger(world).get(`${trainee}/cohorts/${world.cohort.id}`).expect(404);
    await stranger(world).get(trainer).expect(404);
  });

  it('gets a new address with one press, once; the old one is dead', async () => {
    const old = await linkOn(world.wanjiku);
    const page = await open(as(world, world.wanjiku), '/calendar');
    const after = await submit(as(world, world.wanjiku), page, 'Make a new address');
    const fresh = pathOf(after.field('Address of the calendar').value as string);
    expect(fresh).not.toBe(old);
    await stranger(world).get(old).expect(404);
    await stranger(world).get(`${old}/cohorts/${world.cohort.id}`).expect(404);
    await fetched(fresh);
    const form = newId();
    for (const _ of [1, 2]) await post(world, '/calendar/renewal', world.wanjiku, `form=${form}`);
    const third = await linkOn(world.wanjiku);
    await post(world, '/calendar/renewal', world.wanjiku, `form=${form}`);
    expect(await linkOn(world.wanjiku)).toBe(third);
  });

  it('cannot be guessed', async () => {
    const link = await linkOn(world.wanjiku);
    const token = link.split('/').at(-1)!;
    for (const wrong of ['x', token.slice(1), `${token}A`, token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), 'A'.repeat(44)]) {
      await stranger(world).get(`/calendar/${wrong}`).expect(404);
      await stranger(world).get(`/calendar/${wrong}/cohorts/${world.cohort.id}`).expect(404);
    }
    await stranger(world).get(`${link}/cohorts/x`).expect(404);
  });
});
