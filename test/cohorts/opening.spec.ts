import { Cohort } from '../../src/cohorts/cohort.entity';
import { CohortInvitation } from '../../src/cohorts/invitation/cohort-invitation.entity';
import { OpenDoors } from '../../src/cohorts/requests/open-doors.service';
import { USUAL_RULES } from '../../src/oversight/today/needs';
import { NeedRulesOfCohorts } from '../../src/oversight/today/need-rules.service';
import { Content } from '../../src/content/content.service';
import { follow, open, type Page, read } from '../support/page';
import { fill, submit } from '../support/submit';
import { as } from '../support/visitor';
import { loadLibrary, openCohort, startWorld, type World } from '../support/world';
import { destination, send, tamper, UNUSABLE } from '../chapters/sending';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await loadLibrary(world);
});
afterAll(() => world.stop());

const form = () => open(as(world, world.amara), '/chapters/kenya/cohorts/new');
const count = () => world.database.read(Cohort).count();
const cohortOf = (page: Page) => world.database.read(Cohort).findOneByOrFail({ id: page.address.split('/')[2]! });

describe('opening a cohort', () => {
  it('takes a name: everything else is proposed', async () => {
    const amara = as(world, world.amara);
    const list = await open(amara, '/chapters/kenya/cohorts');
    expect(list.main).toContain('No cohorts yet');
    const page = await follow(amara, list, 'Start a cohort');
    const proposed = page.fields.map(({ label, value }) => [label, value]);
    expect(proposed).toEqual([
      ['Name', ''],
      ['Programme', 'Taking part in Internet governance'],
      ['Language of the cohort', 'English'],
      ['First day', '2027-03-08'],
      ['Last day', '2027-04-18'],
      ['Time zone', 'Africa/Nairobi'],
      ['Places (optional)', ''],
    ]);
    const board = await submit(amara, page, 'Start the cohort', { Name: 'Nairobi, March' });
    expect([board.status, board.heading]).toEqual([200, 'Nairobi, March']);
    expect(board.address).toMatch(/^\/cohorts\/[0-9a-f-]{36}\/roster\/add$/);
    expect(board.text).toContain('The cohort is open.');
    expect(String(board.field('Invitation link').value)).toMatch(new RegExp(`^${world.address}/join/[\\w-]{22}$`));
    expect((await open(amara, '/chapters/kenya/cohorts')).rows('Nairobi, March')).toEqual([
      expect.stringContaining('Begins on 8 March 2027'),
    ]);
  });

  it('pins what is published now', async () => {
    const board = await submit(as(world, world.amara), await form(), 'Start the cohort', { Name: 'Pinned' });
    const { pins, programmeVersionId } = await cohortOf(board);
    expect(Object.keys(pins).sort()).toEqual(['module:rough-consensus', 'programme:taking-part', 'quiz:rough-consensus']);
    expect((await world.app.get(Content).latest({ kind: 'programme', slug: 'taking-part' }))?.id).toBe(programmeVersionId);
  });

  it('opens one cohort, however often the button is pressed', async () => {
    const post = fill(await form(), 'Start the cohort', { Name: 'Pressed' });
    const answers = await Promise.all([1, 2, 3].map(() => send(as(world, world.amara), post)));
    expect(new Set(answers.map(destination)).size).toBe(1);
    expect(await world.database.read(Cohort).countBy({ name: 'Pressed' })).toBe(1);
  });

  it('takes places in any digits, and a name in one form of Unicode', async () => {
    const given = { Name: 'Bogota\u0301', 'Places (optional)': '٢٥' };
    expect(await cohortOf(await submit(as(world, world.amara), await form(), 'Start the cohort', given))).toMatchObject({
      name: 'Bogotá',
      places: 25,
      language: 'en',
      zone: 'Africa/Nairobi',
    });
  });

  it('may have begun already, or last one day', async () => {
    const given = { Name: 'Today', 'First day': '2027-03-01', 'Last day': '2027-03-01' };
    expect((await submit(as(world, world.amara), await form(), 'Start the cohort', given)).heading).toBe('Today');
    const earlier = { Name: 'Late', 'First day': '2027-02-01', 'Last day': '2027-03-31' };
    expect((await submit(as(world, world.amara), await form(), 'Start the cohort', earlier)).heading).toBe('Late');
  });

  it.each<[string, Record<string, string>, string, RegExp]>([
    ['a first day that does not exist', { startsOn: '2027-02-30' }, 'First day', /first day that exists/],
    ['a first day in another form', { startsOn: '8.3.2027' }, 'First day', /first day that exists/],
    ['no last day', { endsOn: '' }, 'Last day', /last day that exists/],
    ['an end before the start', { startsOn: '2027-05-02', endsOn: '2027-05-01' }, 'Last day', /must not be before the first day/],
    ['an end in the past', { startsOn: '2027-02-01', endsOn: '2027-02-28' }, 'Last day', /has passed already/],
    ['three years', { startsOn: '2027-03-08', endsOn: '2030-03-08' }, 'Last day', /two years at most/],
    ['places in words', { places: 'twenty' }, 'Places (optional)', /Places must be a number from 1 to 10,000/],
    ['no places at all', { places: '0' }, 'Places (optional)', /Places must be a number/],
    ['half a place', { places: '1.5' }, 'Places (optional)', /Places must be a number/],
    ['a zone that is none', { zone: 'Mars/Olympus' }, 'Time zone', /time zone from the list/],
    ['a language that is none', { language: 'xx' }, 'Language of the cohort', /one of the seven languages/],
    ['a programme that nobody published', { programme: 'nothing' }, 'Programme', /Choose a programme/],
    ['no programme', { programme: '' }, 'Programme', /Choose a programme/],
  ])('refuses %s', async (_, changes, field, sentence) => {
    const before = await count();
    const page = read(
      await tamper(as(world, world.amara), await form(), 'Start the cohort', { Name: 'Kept' }, changes),
      '/chapters/kenya/cohorts',
    );
    expect([page.status, page.errors]).toEqual([422, [expect.stringMatching(sentence)]]);
    expect([page.field('Name').value, page.field(field).description]).toEqual(['Kept', expect.stringMatching(sentence)]);
    expect(page.title).toMatch(/^Error: /);
    expect(await count()).toBe(before);
  });

  it('says everything that is wrong at once, in the order of the page', async () => {
    const wrong = { name: '', programme: '', language: 'xx', startsOn: '2027-02-30', endsOn: '', zone: 'Mars/Olympus', places: 'many' };
    const page = read(await tamper(as(world, world.amara), await form(), 'Start the cohort', {}, wrong), '/chapters/kenya/cohorts');
    const labels = ['Name', 'Programme', 'Language of the cohort', 'First day', 'Last day', 'Time zone', 'Places (optional)'];
    expect(page.fields.map(({ label }) => label)).toEqual(labels);
    expect(page.errors).toHaveLength(labels.length);
    labels.forEach((label, index) => expect(page.field(label).description).toContain(page.errors[index]));
  });

  it('says what is wrong with two good days where they stand, before what comes below them', async () => {
    const wrong = { startsOn: '2027-05-02', endsOn: '2027-05-01', places: 'many' };
    const page = read(
      await tamper(as(world, world.amara), await form(), 'Start the cohort', { Name: 'Kept' }, wrong),
      '/chapters/kenya/cohorts',
    );
    expect(page.errors).toEqual([expect.stringContaining('must not be before'), expect.stringContaining('Places must be')]);
  });

  it.each(UNUSABLE)('refuses %s as a name', async (_, name, sentence) => {
    const before = await count();
    const answer = await tamper(as(world, world.amara), await form(), 'Start the cohort', {}, { name });
    const page = read(answer);
    expect([page.status, page.errors, page.field('Name').value]).toEqual([422, [expect.stringMatching(sentence)], name.trim()]);
    expect(await count()).toBe(before);
  });

  it.each<[string, [string, string], number]>([
    ['a field that comes twice', ['name', 'Second'], 400],
    ['a field that does not belong to the form', ['chapterId', '2'], 422],
    ['a path into an object', ['name[a]', 'b'], 422],
  ])('refuses %s', async (_, pair, status) => {
    const before = await count();
    const post = fill(await form(), 'Start the cohort', { Name: 'First' });
    expect((await send(as(world, world.amara), { ...post, pairs: [...post.pairs, pair] })).status).toBe(status);
    expect(await count()).toBe(before);
  });

  it('says so when there is nothing to take yet', async () => {
    const bare = jest.spyOn(world.app.get(Content), 'all').mockResolvedValue([]);
    expect((await form()).main).toContain('There is no programme to take yet');
    bare.mockRestore();
  });
});

describe('who opens cohorts', () => {
  it('leads of the chapter and stewards; trainers look on; for anybody else it is not there', async () => {
    const post = fill(await form(), 'Start the cohort', { Name: 'Not mine' });
    const list = await open(as(world, world.tomas), '/chapters/kenya/cohorts');
    expect([list.status, list.offers('Start a cohort')]).toEqual([200, false]);
    for (const person of [world.tomas, world.wanjiku, world.nour, world.mei]) {
      await as(world, person).get('/chapters/kenya/cohorts/new').expect(404);
      expect((await send(as(world, person), post)).status).toBe(404);
    }
    const [hers, none] = [
      await as(world, world.nour).get('/chapters/kenya/cohorts'),
      await as(world, world.nour).get('/chapters/nothing/cohorts'),
    ];
    expect([hers.status, hers.text]).toEqual([404, none.text]);
    expect(await world.database.read(Cohort).countBy({ name: 'Not mine' })).toBe(0);
    expect(
      (
        await submit(as(world, world.sofia), await open(as(world, world.sofia), '/chapters/kenya/cohorts/new'), 'Start the cohort', {
          Name: 'By Sofia',
        })
      ).heading,
    ).toBe('By Sofia');
  });
});

describe('running a cohort again', () => {
  const USUAL = { rules: USUAL_RULES, asked: false, most: null };
  const kept = async (id: string) => ({
    rules: (await world.app.get(NeedRulesOfCohorts, { strict: false }).of(id)).rules,
    asked: await world.app.get(OpenDoors, { strict: false }).isOpen(id),
    most: (await world.database.read(CohortInvitation).findOneByOrFail({ cohortId: id })).most,
  });

  it('takes two presses from the list: everything is as it was, but the people and the days', async () => {
    const amara = as(world, world.amara);
    const details = { Name: 'Kisumu, evenings', 'Places (optional)': '12', 'Language of the cohort': 'Français', 'Last day': '2027-03-28' };
    const first = await cohortOf(await submit(amara, await form(), 'Start the cohort', details));
    world.clock.advance({ days: 10 });
    const page = await follow(amara, await open(amara, '/chapters/kenya/cohorts'), 'Run again Kisumu, evenings');
    const second = await cohortOf(await submit(amara, page, 'Start the cohort'));
    expect(second.id).not.toBe(first.id);
    expect(second).toMatchObject({ name: 'Kisumu, evenings', places: 12, language: 'fr', startsOn: '2027-03-15', endsOn: '2027-04-04' });
    expect(await kept(second.id)).toEqual(USUAL);
    world.clock.advance({ days: -10 });
  });

  it('takes along when somebody needs the team, who may ask to join, and how many a link lets in', async () => {
    const amara = as(world, world.amara);
    const first = await cohortOf(await submit(amara, await form(), 'Start the cohort', { Name: 'Kisumu, mornings' }));
    const rules = { notStartedDays: 5, failedTries: 3, wrongInARow: 6, silentDays: 10 };
    await world.database.write(async (write) => {
      await world.app.get(NeedRulesOfCohorts, { strict: false }).change(write, first.id, 0, rules);
      await world.app.get(OpenDoors, { strict: false }).set(write, first.id, true, world.clock.now());
      await write.update(CohortInvitation, { cohortId: first.id }, { most: 25 });
    });
    const page = await follow(amara, await open(amara, '/chapters/kenya/cohorts'), 'Run again Kisumu, mornings');
    const second = await cohortOf(await submit(amara, page, 'Start the cohort'));
    expect(await kept(second.id)).toEqual({ rules, asked: true, most: 25 });
  });

  it('is for leads of its chapter: a cohort of another chapter is no model', async () => {
    const foreign = await openCohort(world, world.lebanon, { name: 'بيروت' });
    for (const like of [foreign.id, 'abc', '']) await as(world, world.amara).get(`/chapters/kenya/cohorts/new?like=${like}`).expect(404);
    expect((await open(as(world, world.tomas), '/chapters/kenya/cohorts')).main).not.toContain('Run again');
  });
});
