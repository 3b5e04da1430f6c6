import { Chapter } from '../../src/chapters/chapter.entity';
import { Chapters } from '../../src/chapters/chapters.service';
import { follow, open, read } from '../support/page';
import { fill, submit } from '../support/submit';
import { as, stranger } from '../support/visitor';
import { appoint, startWorld, type World } from '../support/world';
import { destination, send, tamper, UNUSABLE } from './sending';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const form = () => open(as(world, world.sofia), '/chapters/new');
const count = () => world.database.read(Chapter).count();

describe('starting a chapter', () => {
  const given = { Name: 'São Tomé', Language: 'Português', 'Time zone': 'Africa/Sao Tome' };

  it('needs a name; its address follows from that', async () => {
    const sofia = as(world, world.sofia);
    const page = await follow(sofia, await open(sofia, '/chapters'), 'Start a chapter');
    const chapter = await submit(sofia, page, 'Start the chapter', given);
    expect([chapter.status, chapter.address, chapter.heading]).toEqual([200, '/chapters/sao-tome', 'São Tomé']);
    expect((await open(sofia, '/chapters')).rows('São Tomé')).toEqual([expect.stringContaining('Needs a lead')]);
  });

  it('happens once, however often the button is pressed', async () => {
    const post = fill(await form(), 'Start the chapter', { Name: 'Praia' });
    const answers = await Promise.all([1, 2, 3].map(() => send(as(world, world.sofia), post)));
    expect(answers.map(destination)).toEqual(['/chapters/praia', '/chapters/praia', '/chapters/praia']);
    expect(await world.database.read(Chapter).countBy({ name: 'Praia' })).toBe(1);
  });

  it('keeps names as people write them, in one form of Unicode', async () => {
    await submit(as(world, world.sofia), await form(), 'Start the chapter', { Name: ' Bogota\u0301 ' });
    expect(await world.app.get(Chapters).bySlug('bogota')).toMatchObject({ name: 'Bogotá' });
  });

  it('asks for an address when none can be made from the name, and keeps what was typed', async () => {
    const page = await submit(as(world, world.sofia), await form(), 'Start the chapter', { Name: 'المغرب', Language: 'العربية' });
    expect(page.status).toBe(422);
    expect(page.errors).toEqual([expect.stringContaining('none can be made from the name')]);
    expect([page.field('Name').value, page.field('Language').value]).toEqual(['المغرب', 'العربية']);
    const chapter = await submit(as(world, world.sofia), page, 'Start the chapter', { 'Name in addresses': 'maroc' });
    expect([chapter.address, chapter.heading]).toEqual(['/chapters/maroc', 'المغرب']);
  });

  it.each([
    ['that another chapter has', 'kenya', /Another chapter has this address/],
    ['that is a page', 'new', /Use only small letters/],
    ['with capital letters', 'Kenya', /Use only small letters/],
    ['with a slash', 'a/b', /Use only small letters/],
  ])('refuses an address %s', async (_, slug, sentence) => {
    const before = await count();
    const page = await submit(as(world, world.sofia), await form(), 'Start the chapter', { Name: 'Kisumu', 'Name in addresses': slug });
    expect([page.status, page.errors]).toEqual([422, [expect.stringMatching(sentence)]]);
    expect(page.field('Name in addresses').value).toBe(slug);
    expect(await count()).toBe(before);
  });

  it.each(UNUSABLE)('refuses %s as a name', async (_, name, sentence) => {
    const before = await count();
    const answer = await tamper(as(world, world.sofia), await form(), 'Start the chapter', { 'Name in addresses': 'somewhere' }, { name });
    expect(answer.status).toBe(422);
    const page = read(answer);
    expect(page.errors[0]).toMatch(sentence);
    expect([page.field('Name').value, page.field('Name in addresses').value]).toEqual([name.trim(), 'somewhere']);
    expect(await count()).toBe(before);
  });

  it.each<[string, Record<string, string>, number, RegExp]>([
    ['a language that is none', { language: 'xx' }, 422, /one of the seven languages/],
    ['a time zone that is none', { zone: 'Mars/Olympus' }, 422, /time zone from the list/],
    ['a field that does not belong to the form', { version: '9' }, 422, /Unknown field/],
    ['a one-time id that is none', { form: 'abc' }, 400, /could not be read/],
  ])('refuses %s', async (_, changes, status, sentence) => {
    const before = await count();
    const answer = await tamper(as(world, world.sofia), await form(), 'Start the chapter', { Name: 'Kisumu' }, changes);
    expect(answer.status).toBe(status);
    expect(read(answer).main).toMatch(sentence);
    expect(await count()).toBe(before);
  });

  it('refuses a field that comes twice', async () => {
    const post = fill(await form(), 'Start the chapter', { Name: 'Kisumu' });
    const answer = await send(as(world, world.sofia), { ...post, pairs: [...post.pairs, ['name', 'Mombasa']] });
    expect(answer.status).toBe(400);
  });
});

describe('who sees which chapters', () => {
  it('takes the lead of one chapter straight to it', async () => {
    const page = await open(as(world, world.amara), '/chapters');
    expect([page.address, page.heading]).toEqual(['/chapters/kenya', 'Kenya']);
  });

  it('shows somebody on several teams theirs and no others', async () => {
    await appoint(world, world.nour, world.penang, 'trainer');
    const page = await open(as(world, world.nour), '/chapters');
    expect(page.links.map(({ name }) => name)).toEqual(expect.arrayContaining(['لبنان', '槟城']));
    expect(page.main).not.toContain('Kenya');
    expect(page.offers('Start a chapter')).toBe(false);
  });

  it('has nothing for trainees', async () => {
    for (const address of ['/chapters', '/chapters/new', '/chapters/kenya', '/chapters/kenya/people']) {
      await as(world, world.wanjiku).get(address).expect(404);
    }
  });

  it('asks strangers to sign in', async () => {
    const answer = await stranger(world).get('/chapters/kenya').expect(303);
    expect(destination(answer)).toBe('/sign-in?next=%2Fchapters%2Fkenya');
  });

  it('lets only stewards start one', async () => {
    await as(world, world.amara).get('/chapters/new').expect(404);
    const post = fill(await form(), 'Start the chapter', { Name: 'Kisumu' });
    expect((await send(as(world, world.amara), post)).status).toBe(404);
  });
});
