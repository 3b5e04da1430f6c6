import { tamper, send } from '../../chapters/sending';
import { open, read } from '../../support/page';
import { fill, submit } from '../../support/submit';
import { as } from '../../support/visitor';
import { appoint, makePerson } from '../../support/world';
import { Cohorts } from '../../../src/cohorts/cohorts.service';
import { FIRST, opensOn, SECOND, setTimes, startTwoModules, stored, type TwoModules } from './two-modules';

let world: TwoModules;
let address: string;
beforeAll(async () => {
  world = await startTwoModules();
  address = `/cohorts/${world.cohort.id}/timetable`;
});
afterAll(() => world.stop());

const amara = () => as(world, world.amara);
const timetable = (query = '') => open(amara(), address + query);
const SAVE = 'Save the timetable';
const [opens1, on1, due1, opens2, on2, due2] = [
  `opens.${FIRST}`,
  `opensOn.${FIRST}`,
  `dueOn.${FIRST}`,
  `opens.${SECOND}`,
  `opensOn.${SECOND}`,
  `dueOn.${SECOND}`,
];

describe('the timetable of a cohort', () => {
  it('stands beside the settings, and says what a deadline and an opening mean', async () => {
    const page = await open(amara(), (await open(amara(), `/cohorts/${world.cohort.id}/settings`)).link('Timetable'));
    expect([page.status, page.address]).toEqual([200, address]);
    expect(page.main).toContain('A deadline closes nothing: work after it still counts, and is shown as late.');
    expect(page.main).toContain('Before a module opens, nobody can begin anything in it');
  });

  it('fills in usual days with one press, which are saved only when somebody saves them', async () => {
    const filled = await open(amara(), (await timetable()).link('Fill in usual days'));
    expect(filled.main).toContain('These days are not saved yet.');
    expect((await stored(world)).timetable).toBeNull();
    const saved = await submit(amara(), filled, SAVE, { 'A deadline is over': filled.field('A deadline is over').options[1]! });
    expect([saved.status, saved.main.includes('not saved yet')]).toEqual([200, false]);
    expect(saved.text).toContain('The timetable is saved.');
    expect((await stored(world)).timetable).toMatchObject({
      ends: 'aoe',
      modules: { [FIRST]: opensOn('2027-03-01', '2027-03-21'), [SECOND]: opensOn('2027-03-22', '2027-04-11') },
    });
  });

  it('puts back what was there before, shown first', async () => {
    await setTimes(world, { [FIRST]: opensOn('2027-03-02') });
    await tamper(amara(), await timetable(), SAVE, {}, { [opens1]: 'start', [due1]: '2027-03-09' }).expect(303);
    const before = await open(amara(), (await timetable()).link('Fill in what it was before'));
    expect((await stored(world)).timetable!.modules[FIRST]).toEqual({ opens: 'start', opensOn: null, dueOn: '2027-03-09' });
    await submit(amara(), before, SAVE);
    expect((await stored(world)).timetable!.modules[FIRST]).toEqual(opensOn('2027-03-02'));
  });

  it('takes one change from a button that is pressed twice', async () => {
    const post = fill(await timetable('?fill=usual'), SAVE);
    const { version } = await stored(world);
    for (const answer of await Promise.all([1, 2].map(() => send(amara(), post)))) expect(answer.status).toBe(303);
    expect((await stored(world)).version).toBe(version + 1);
  });

  it.each<[string, Record<string, string>, string[]]>([
    [
      'a deadline before the opening',
      { [opens1]: 'on', [on1]: '2027-03-09', [due1]: '2027-03-08' },
      ['must not be before the day on which the module opens'],
    ],
    ['an opening without a day', { [opens1]: 'on', [on1]: '' }, ['Choose the day on which it opens']],
    [
      'days outside the cohort',
      { [opens1]: 'on', [on1]: '2027-02-28', [opens2]: 'start', [due2]: '2027-04-12' },
      ['It must open between', 'must lie between'],
    ],
    ['a day that does not exist', { [due1]: '2027-02-30', [opens2]: 'on', [on2]: '<b>' }, ['a day that exists', 'a day that exists']],
    ['another way to open', { [opens1]: 'never' }, ['This is missing']],
    ['another end of a day', { ends: 'noon' }, ['This is missing']],
  ])('refuses %s, keeps what was typed, and changes nothing', async (_, changes, sentences) => {
    const before = await stored(world);
    const page = read(await tamper(amara(), await timetable(), SAVE, {}, changes), address);
    expect([page.status, page.errors]).toEqual([422, sentences.map((words) => expect.stringContaining(words) as string)]);
    const shown = page.fields.map(({ value }) => value);
    for (const day of [on1, due1, due2].flatMap((field) => changes[field] ?? [])) expect(shown).toContain(day);
    expect(await stored(world)).toEqual(before);
  });

  it('forgets the day of a module that is open from the start', async () => {
    await tamper(
      amara(),
      await timetable(),
      SAVE,
      {},
      { [opens1]: 'start', [on1]: '1999-01-01', [due1]: '', [opens2]: 'after', [due2]: '' },
    ).expect(303);
    expect((await stored(world)).timetable!.modules).toEqual({
      [FIRST]: { opens: 'start', opensOn: null, dueOn: null },
      [SECOND]: { opens: 'after', opensOn: null, dueOn: null },
    });
  });

  it('has no module before the first one, whatever a form says, and no modules that are not there', async () => {
    await tamper(amara(), await timetable(), SAVE, {}, { [opens1]: 'after', 'opens.nothing': 'on', 'dueOn.nothing': 'x' }).expect(303);
    expect((await stored(world)).timetable!.modules).toMatchObject({ [FIRST]: { opens: 'start' } });
    expect(Object.keys((await stored(world)).timetable!.modules).sort()).toEqual([SECOND, FIRST]);
  });
});

describe('two leads at once', () => {
  it('shows the second one both timetables; the second one decides', async () => {
    const grace = await makePerson(world, { name: 'Grace Achieng', email: 'grace@example.org', language: 'en' });
    await appoint(world, grace, world.kenya, 'lead');
    const [hers, mine] = [await open(as(world, grace), address), await timetable()];
    await tamper(as(world, grace), hers, SAVE, {}, { [due1]: '2027-03-10' }).expect(303);
    const conflict = read(await tamper(amara(), mine, SAVE, {}, { [due1]: '2027-03-11', ends: 'aoe' }), address);
    expect([conflict.status, conflict.heading]).toEqual([409, 'Somebody changed this cohort while you filled in its timetable']);
    expect(conflict.rows('Thursday 11 March')).toEqual([expect.stringMatching(/Deadline.*Thursday.*11 March.*Wednesday.*10 March/)]);
    expect((await stored(world)).timetable!.modules[FIRST]!.dueOn).toBe('2027-03-10');
    await submit(amara(), conflict, 'Keep mine');
    expect((await stored(world)).timetable).toMatchObject({ ends: 'aoe', modules: { [FIRST]: { dueOn: '2027-03-11' } } });
  });
});

describe('running a cohort again', () => {
  it('takes the timetable along, as many days later as the cohort', async () => {
    await setTimes(world, { [FIRST]: opensOn('2027-03-01', '2027-03-14'), [SECOND]: opensOn('2027-03-15', '2027-04-11') }, 'aoe');
    const again = await open(amara(), `/chapters/kenya/cohorts/new?like=${world.cohort.id}`);
    const opened = await submit(amara(), again, 'Start the cohort', { 'First day': '2027-09-06', 'Last day': '2027-10-17' });
    const id = /cohorts\/([^/]+)/.exec(opened.address)![1]!;
    expect((await world.app.get(Cohorts, { strict: false }).byId(id))!.timetable).toEqual({
      ends: 'aoe',
      modules: { [FIRST]: opensOn('2027-09-06', '2027-09-19'), [SECOND]: opensOn('2027-09-20', '2027-10-17') },
      before: null,
    });
  });

  it.each<[string, { programme?: string; like?: string }, number]>([
    ['another programme', { programme: 'the-table' }, 303],
    ['a cohort of another chapter', { like: 'lebanon' }, 303],
    ['something that is no cohort', { like: "' OR 1=1" }, 422],
  ])('takes none along for %s', async (_, changes, status) => {
    await setTimes(world, { [FIRST]: opensOn('2027-03-01', '2027-03-14') });
    const like = changes.like === 'lebanon' ? world.cohorts.lebanon.id : changes.like;
    const page = await open(amara(), `/chapters/kenya/cohorts/new?like=${world.cohort.id}`);
    const answer = await tamper(amara(), page, 'Start the cohort', {}, { ...changes, ...(like ? { like } : {}) });
    expect(answer.status).toBe(status);
    if (status !== 303) return;
    const id = /cohorts\/([^/]+)/.exec(answer.headers['location']!)![1]!;
    expect((await world.app.get(Cohorts, { strict: false }).byId(id))!.timetable).toBeNull();
  });
});

describe('who sets a timetable', () => {
  it('leads of the chapter and stewards; for anybody else it is not there', async () => {
    const post = fill(await timetable(), SAVE);
    const before = await stored(world);
    for (const person of [world.tomas, world.wanjiku, world.nour, world.mei]) {
      await as(world, person).get(address).expect(404);
      expect((await send(as(world, person), post)).status).toBe(404);
    }
    expect(await stored(world)).toEqual(before);
    expect((await open(as(world, world.sofia), address)).status).toBe(200);
    expect(world.log.faults).toEqual([]);
  });
});
