import ICAL from 'ical.js';
import { newId } from '../../../src/kernel/identifier';
import { People } from '../../../src/people/people.service';
import { tamper } from '../../chapters/sending';
import { finish } from '../../certificates/finished';
import { open, read } from '../../support/page';
import { fill, submit } from '../../support/submit';
import { as, stranger } from '../../support/visitor';
import { due, FIRST, lesson, opensOn, quiz, SECOND, setTimes, startTwoModules, type TwoModules } from './two-modules';

let world: TwoModules;
beforeEach(async () => (world = await startTwoModules()));
afterEach(async () => {
  expect(world.log.faults).toEqual([]);
  await world.stop();
});

const [wanjiku, amara, tomas] = [() => as(world, world.wanjiku), () => as(world, world.amara), () => as(world, world.tomas)];
const learning = async () => (await open(wanjiku(), '/learning')).main;
const person = (enrolment = world.ours.wanjiku) => `/cohorts/${world.cohort.id}/people/${enrolment}`;
const board = () => open(amara(), `/cohorts/${world.cohort.id}`);
const move = (zone: string) =>
  world.database.write((write) => world.app.get(People, { strict: false }).change(write, world.wanjiku.id, { zone }));

describe('a deadline', () => {
  it('is told on the cohort’s clock, and on one’s own where that differs', async () => {
    await setTimes(world, { [FIRST]: due('2027-03-14') });
    expect(await learning()).toContain('Due by the end of Sunday 14 March · 23:59 (Africa/Nairobi)');
    expect(await learning()).not.toContain('(Europe/Lisbon)');
    await move('Europe/Lisbon');
    for (const address of ['/learning', lesson(world.ours.wanjiku), quiz(world.ours.wanjiku)])
      expect((await open(wanjiku(), address)).main).toContain('23:59 (Africa/Nairobi) · 20:59 (Europe/Lisbon)');
    await move('Africa/Kampala'); // another zone with the same clock
    expect(await learning()).not.toContain('Kampala');
  });

  it('anywhere on Earth is told with the weekday on which it ends for the reader', async () => {
    await setTimes(world, { [FIRST]: due('2027-03-14') }, 'aoe');
    await move('Pacific/Kiritimati');
    expect(await learning()).toContain(
      'Due by the end of Sunday 14 March, anywhere on Earth · Monday 15 March, 14:59 (Africa/Nairobi) · Tuesday 16 March, 01:59 (Pacific/Kiritimati)',
    );
  });

  it('closes nothing: what comes later counts and is shown as late, to the person and to the team', async () => {
    await setTimes(world, { [FIRST]: due('2027-03-14') });
    await finish(world, world.wanjiku, world.ours.wanjiku, { but: ['humming', 'quiz'] });
    world.clock.set('2027-03-14T20:59:59.999Z');
    expect(await learning()).not.toContain('Was due');
    expect((await board()).rows('Wanjiku').join()).not.toContain('late');
    world.clock.set('2027-03-14T21:00:00.000Z');
    expect(await learning()).toContain('Was due Sunday 14 March. It still counts, and will be shown as late.');
    expect((await board()).rows('Wanjiku').join()).toContain('late');
    await wanjiku()
      .post(`${lesson(world.ours.wanjiku, 'humming')}/read`)
      .send({ form: newId() })
      .expect(303);
    await finish(world, world.wanjiku, world.ours.wanjiku, { but: ['nothing'] });
    expect(await learning()).toMatch(/Was due Sunday 14 March\. late/);
    const page = await open(tomas(), person());
    expect(page.rows('Humming').join()).toContain('late');
    expect(page.main).toContain('Was due Sunday 14 March');
    expect((await board()).rows('Baraka').join()).toContain('late');
  });

  it('is nobody’s once it is done in time', async () => {
    await setTimes(world, { [FIRST]: due('2027-03-14') });
    await finish(world, world.wanjiku, world.ours.wanjiku, { but: ['nothing'] });
    world.clock.advance({ days: 30 });
    expect(await learning()).not.toContain('Was due');
    expect((await board()).rows('Wanjiku').join()).not.toContain('late');
  });
});

describe('another deadline for one person', () => {
  const give = async (who = tomas(), more: Record<string, string> = {}) =>
    submit(who, await open(who, person()), 'Give this deadline', {
      'Deadline for this person': '2027-03-20',
      'Why (optional)': 'Her son is ill.',
      ...more,
    });
  beforeEach(() => setTimes(world, { [FIRST]: due('2027-03-14'), [SECOND]: due('2027-03-28') }));

  it('is theirs alone, and the word why is the team’s alone', async () => {
    const page = await give();
    expect(page.text).toContain('The deadline is given.');
    expect(page.main).toContain('Her son is ill.');
    const hers = await open(wanjiku(), '/learning');
    expect(hers.main).toContain('Due by the end of Saturday 20 March');
    for (const address of ['/learning', lesson(world.ours.wanjiku), quiz(world.ours.wanjiku), '/calendar'])
      expect((await wanjiku().get(address)).text).not.toContain('son is ill');
    const his = (await as(world, world.baraka).get('/learning')).text;
    expect(his).toContain('Sunday 14 March');
    expect(his).not.toContain('20 March');
    world.clock.set('2027-03-18T09:00:00Z');
    expect((await board()).rows('Wanjiku').join()).not.toContain('late');
    expect((await board()).rows('Baraka').join()).toContain('late');
  });

  it('is taken back with one press', async () => {
    await give();
    const page = await submit(tomas(), await open(tomas(), person()), 'Take it back');
    expect(page.main).not.toContain('son is ill');
    expect(await learning()).toContain('Due by the end of Sunday 14 March');
  });

  it('can be for all modules: each gets the later day', async () => {
    await give(tomas(), { Module: 'All modules' });
    const said = await learning();
    expect(said).toContain('Due by the end of Saturday 20 March');
    expect(said).toContain('Due by the end of Sunday 28 March');
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a day that is not later', { dueOn: '2027-03-14' }, /after the deadline of the cohort/],
    ['a day that does not exist', { dueOn: '2027-02-30' }, /a day that exists/],
    ['a day too far away', { dueOn: '2031-01-01' }, /at most a year/],
    ['a module that is not there', { module: 'nothing' }, /no deadline/],
    ['a whole story', { why: 'a'.repeat(501) }, /at most 500 characters/],
  ])('refuses %s, and keeps what was typed', async (_, changes, sentence) => {
    const form = await open(tomas(), person());
    const page = read(await tamper(tomas(), form, 'Give this deadline', { 'Deadline for this person': '2027-03-20' }, changes), person());
    expect([page.status, page.errors]).toEqual([422, [expect.stringMatching(sentence)]]);
    expect(page.field('Deadline for this person').value).toBe(changes['dueOn'] ?? '2027-03-20');
    expect(await learning()).not.toContain('20 March');
  });

  it('two of the team at once: the second one sees both and decides', async () => {
    const [hers, his] = [await open(amara(), person()), await open(tomas(), person())];
    await submit(amara(), hers, 'Give this deadline', { 'Deadline for this person': '2027-03-21', 'Why (optional)': 'Exams.' });
    const conflict = await submit(tomas(), his, 'Give this deadline', { 'Deadline for this person': '2027-03-20' });
    expect([conflict.status, conflict.rows('20 March 2027')]).toEqual([409, [expect.stringContaining('21 March 2027')]]);
    expect(await learning()).toContain('Sunday 21 March');
    await submit(tomas(), conflict, 'Keep mine');
    expect(await learning()).toContain('Saturday 20 March');
  });

  it('is not there for others’ teams, nor for trainees', async () => {
    const { address, pairs } = fill(await open(tomas(), person()), 'Give this deadline', { 'Deadline for this person': '2027-03-20' });
    for (const who of [world.wanjiku, world.nour, world.mei])
      expect((await as(world, who).post(address).send(new URLSearchParams(pairs).toString())).status).toBe(404);
    const elsewhere = address.replace(world.ours.wanjiku, world.studies.yusuf);
    expect((await tomas().post(elsewhere).send(new URLSearchParams(pairs).toString())).status).toBe(404);
    expect(await learning()).not.toContain('20 March');
  });
});

describe('calendars', () => {
  const feed = async (who: TwoModules['wanjiku'], page = '/calendar') => {
    const link = new URL((await open(as(world, who), page)).field('Address of the calendar').value as string).pathname;
    const { text } = await stranger(world)
      .get(`${link}${page === '/calendar' ? `/cohorts/${world.cohort.id}` : ''}`)
      .buffer(true)
      .expect(200);
    return new ICAL.Component(ICAL.parse(text) as unknown as string).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  };
  const moments = (events: ICAL.Event[]) =>
    events
      .slice(2)
      .map(({ summary, startDate, endDate }) => [
        summary.split(' ')[0],
        startDate.toJSDate().toISOString(),
        endDate.toJSDate().toISOString(),
      ]);

  it('carry openings and deadlines as moments, each person’s own', async () => {
    await setTimes(world, { [FIRST]: opensOn('2027-03-08', '2027-03-14') }, 'aoe');
    const [before] = [await feed(world.wanjiku)];
    expect(moments(before)).toEqual([
      ['Rough', '2027-03-07T21:00:00.000Z', '2027-03-07T21:30:00.000Z'],
      ['Due:', '2027-03-15T11:30:00.000Z', '2027-03-15T12:00:00.000Z'],
    ]);
    await submit(tomas(), await open(tomas(), person()), 'Give this deadline', { 'Deadline for this person': '2027-03-20' });
    const after = await feed(world.wanjiku);
    expect(moments(after)[1]).toEqual(['Due:', '2027-03-21T11:30:00.000Z', '2027-03-21T12:00:00.000Z']);
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(after[3]!.sequence).toBe(before[3]!.sequence + 1);
    for (const other of [await feed(world.baraka), await feed(world.tomas, `/cohorts/${world.cohort.id}/calendar`)])
      expect(moments(other)[1]![1]).toBe('2027-03-15T11:30:00.000Z');
  });
});
