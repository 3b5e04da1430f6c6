import { Cohort } from '../../src/cohorts/cohort.entity';
import { Cohorts } from '../../src/cohorts/cohorts.service';
import { open, read } from '../support/page';
import { fill, submit } from '../support/submit';
import { as } from '../support/visitor';
import { appoint, type LearningWorld, makePerson, startLearning } from '../support/world';
import { send, tamper, UNUSABLE } from '../chapters/sending';

let world: LearningWorld;
let address: string;
beforeAll(async () => {
  world = await startLearning();
  address = `/cohorts/${world.cohort.id}/settings`;
});
afterAll(() => world.stop());

const settings = () => open(as(world, world.amara), address);
const stored = async (): Promise<Cohort> => (await world.app.get(Cohorts).byId(world.cohort.id))!;

describe('changing a cohort', () => {
  it('saves and says so', async () => {
    const page = await submit(as(world, world.amara), await settings(), 'Save', { Name: 'Nairobi, spring', 'Places (optional)': '25' });
    expect([page.status, page.address, page.heading]).toEqual([200, address, 'Nairobi, spring']);
    expect(page.text).toContain('Saved.');
    expect(await stored()).toMatchObject({ name: 'Nairobi, spring', places: 25, version: 2 });
  });

  it('takes one change from a button that is pressed twice', async () => {
    const post = fill(await settings(), 'Save', { Name: 'Nairobi' });
    const before = (await stored()).version;
    const answers = await Promise.all([1, 2].map(() => send(as(world, world.amara), post)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await stored()).version).toBe(before + 1);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['an end before the start', { startsOn: '2027-05-02', endsOn: '2027-05-01' }, /must not be before the first day/],
    ['fewer places than people', { places: '1' }, /2 people are in this cohort already/],
    ['a day that does not exist', { endsOn: '2027-02-29' }, /last day that exists/],
  ])('refuses %s', async (_, changes, sentence) => {
    const before = await stored();
    const page = read(await tamper(as(world, world.amara), await settings(), 'Save', { Name: 'Kept' }, changes), address);
    expect([page.status, page.errors, page.field('Name').value]).toEqual([422, [expect.stringMatching(sentence)], 'Kept']);
    expect(await stored()).toEqual(before);
  });

  it('says what is wrong in the order of the page', async () => {
    const wrong = { name: '', startsOn: '2027-05-02', endsOn: '2027-05-01', zone: 'Mars/Olympus', places: '1' };
    const page = read(await tamper(as(world, world.amara), await settings(), 'Save', {}, wrong), address);
    expect(page.errors).toEqual(
      ['Give the cohort a name', 'must not be before', 'time zone', '2 people are'].map((words) => expect.stringContaining(words)),
    );
  });

  it.each(UNUSABLE)('refuses %s as a name', async (_, name, sentence) => {
    const before = await stored();
    const page = read(await tamper(as(world, world.amara), await settings(), 'Save', { 'Places (optional)': '77' }, { name }), address);
    expect([page.status, page.errors]).toEqual([422, [expect.stringMatching(sentence)]]);
    expect([page.field('Name').value, page.field('Places (optional)').value]).toEqual([name.trim(), '77']);
    expect(await stored()).toEqual(before);
  });
});

describe('two leads at once', () => {
  it('shows the second one both texts; nothing that was typed is lost', async () => {
    const grace = await makePerson(world, { name: 'Grace Achieng', email: 'grace@example.org', language: 'en' });
    await appoint(world, grace, world.kenya, 'lead');
    const [hers, his] = [await open(as(world, grace), address), await settings()];
    await submit(as(world, grace), hers, 'Save', { Name: 'From Grace', 'Last day': '2027-04-30' });
    const conflict = await submit(as(world, world.amara), his, 'Save', { Name: 'From Amara', 'Language of the cohort': 'Français' });
    expect([conflict.status, conflict.heading]).toEqual([409, 'Somebody changed this cohort while you were changing it']);
    expect(conflict.rows('From Amara')).toEqual([expect.stringMatching(/Name.*From Amara.*From Grace/)]);
    expect(conflict.rows(/Français English/)).toHaveLength(1);
    expect(conflict.rows('30 April 2027')).toHaveLength(1);
    expect(conflict.rows('Africa/Nairobi')).toEqual([]);
    expect(await stored()).toMatchObject({ name: 'From Grace' });

    const kept = await submit(as(world, world.amara), conflict, 'Keep mine');
    expect([kept.status, kept.heading, kept.field('Language of the cohort').value]).toEqual([200, 'From Amara', 'Français']);
    expect(await stored()).toMatchObject({ name: 'From Amara', language: 'fr', endsOn: '2027-04-11' });
  });

  it('shows the conflict again when a third change came in between', async () => {
    const first = await settings();
    await submit(as(world, world.amara), await settings(), 'Save', { Name: 'Second' });
    const conflict = await submit(as(world, world.amara), first, 'Save', { Name: 'First' });
    await submit(as(world, world.amara), await settings(), 'Save', { Name: 'Third' });
    const again = await submit(as(world, world.amara), conflict, 'Keep mine');
    expect([again.status, again.rows('Third').length]).toEqual([409, 1]);
    expect((await open(as(world, world.amara), again.link('Keep theirs'))).field('Name').value).toBe('Third');
  });
});

describe('who changes a cohort', () => {
  it('leads of its chapter and stewards; for anybody else it is not there', async () => {
    const page = await settings();
    const post = fill(page, 'Save');
    const before = await stored();
    for (const person of [world.tomas, world.wanjiku, world.nour, world.mei]) {
      await as(world, person).get(address).expect(404);
      expect((await send(as(world, person), post)).status).toBe(404);
    }
    expect(await stored()).toEqual(before);
    expect((await open(as(world, world.sofia), address)).status).toBe(200);
  });

  it.each(['abc', '-1', '1e9', '9'.repeat(400), '01890000-0000-7000-8000-000000000000', '%00'])(
    '%s is the same page as what belongs to others',
    async (id) => {
      const [others, none] = [await as(world, world.nour).get(address), await as(world, world.nour).get(`/cohorts/${id}/settings`)];
      expect([none.status, none.text]).toEqual([404, others.text]);
    },
  );
});
