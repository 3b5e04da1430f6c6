import { Chapters } from '../../src/chapters/chapters.service';
import { open, read } from '../support/page';
import { fill, submit } from '../support/submit';
import { as, stranger } from '../support/visitor';
import { appoint, loadLibrary, makePerson, startWorld, type World } from '../support/world';
import { send, tamper, UNUSABLE } from './sending';

const ADDRESS = '/chapters/kenya/settings';
let world: World;
beforeEach(async () => (world = await startWorld()));
afterEach(() => world.stop());

const settings = () => open(as(world, world.amara), ADDRESS);
const stored = async () => (await world.app.get(Chapters, { strict: false }).bySlug('kenya'))!;

describe('what a chapter says of itself', () => {
  it('is changed by its lead, and strangers read it at once', async () => {
    const told = {
      Name: 'Kenya, all counties',
      'About the chapter': 'We meet on Tuesdays.\n\nCome along!',
      'Country or territory': 'Kenya',
    };
    const page = await submit(as(world, world.amara), await settings(), 'Save', told);
    expect([page.status, page.address, page.heading]).toEqual([200, '/chapters/kenya', 'Kenya, all counties']);
    expect(page.text).toContain('The chapter is changed');
    const seen = await open(stranger(world), '/welcome/kenya');
    expect([seen.heading, seen.main]).toEqual(['Kenya, all counties', expect.stringContaining('We meet on Tuesdays.')]);
    expect(seen.main).toContain('Kenya · English · Africa/Nairobi');
    expect(await stored()).toMatchObject({ country: 'KE', version: 2, slug: 'kenya' });
  });

  it('can be kept from strangers: the page is then as if there were no chapter', async () => {
    const hidden = fill(await settings(), 'Save');
    await send(as(world, world.amara), { ...hidden, pairs: hidden.pairs.filter(([name]) => name !== 'shown') });
    const gone = await stranger(world).get('/welcome/kenya').expect(404);
    expect(gone.text).toBe((await stranger(world).get('/welcome/nowhere').expect(404)).text);
    expect((await open(stranger(world), '/welcome')).main).not.toContain('Kenya');
    expect((await open(as(world, world.amara), '/chapters/kenya')).main).not.toContain('public page');
  });

  it('shows the second of two leads both texts', async () => {
    const grace = await makePerson(world, { name: 'Grace Achieng', email: 'grace@example.org', language: 'en' });
    await appoint(world, grace, world.kenya, 'lead');
    const [hers, his] = [await open(as(world, grace), ADDRESS), await settings()];
    await submit(as(world, grace), hers, 'Save', { 'Country or territory': 'Uganda' });
    const conflict = await submit(as(world, world.amara), his, 'Save', { 'About the chapter': 'Line one\nLine two' });
    expect([conflict.status, conflict.rows('Uganda').length]).toEqual([409, 1]);
    const kept = await submit(as(world, world.amara), conflict, 'Keep mine');
    expect([kept.status, await stored()]).toEqual([200, expect.objectContaining({ about: 'Line one\nLine two', country: null })]);
  });

  it('has several languages: strangers read them, and a new cohort is offered them first', async () => {
    const page = await submit(as(world, world.amara), await settings(), 'Save', { 'Other languages': ['Français', 'العربية', 'English'] });
    expect(page.status).toBe(200);
    expect(await stored()).toMatchObject({ language: 'en', alsoIn: 'ar fr' });
    expect((await open(stranger(world), '/welcome/kenya')).main).toContain('English · العربية · Français · Africa/Nairobi');
    expect((await open(stranger(world), '/welcome')).main).toContain('English · العربية · Français');
    await loadLibrary(world);
    const cohort = await open(as(world, world.amara), '/chapters/kenya/cohorts/new');
    expect(cohort.field('Language of the cohort').options.slice(0, 4)).toEqual(['English', 'العربية', 'Français', 'Español']);
    expect(cohort.field('Language of the cohort').value).toBe('English');
    const again = await settings();
    expect(again.field('Other languages').value).toEqual(['Français', 'العربية']);
    const none = fill(again, 'Save', { 'Other languages': [] });
    await send(as(world, world.amara), none);
    expect(await stored()).toMatchObject({ alsoIn: '' });
  });

  it('shows the second of two leads both lists of languages, and keeps hers whole', async () => {
    const [first, second] = [await settings(), await settings()];
    await submit(as(world, world.amara), first, 'Save', { 'Other languages': ['Español'] });
    const conflict = await submit(as(world, world.amara), second, 'Save', { 'Other languages': ['Français', 'Русский'] });
    expect([conflict.status, conflict.rows(/Français and Русский.*Español/).length]).toEqual([409, 1]);
    await submit(as(world, world.amara), conflict, 'Keep mine');
    expect(await stored()).toMatchObject({ alsoIn: 'fr ru' });
  });

  it.each(UNUSABLE)('refuses %s as a name, and keeps the rest', async (_, name, sentence) => {
    const before = await stored();
    const answer = await tamper(as(world, world.amara), await settings(), 'Save', { 'About the chapter': 'Kept' }, { name });
    const page = read(answer, ADDRESS);
    expect([page.status, page.errors, page.field('About the chapter').value]).toEqual([422, [expect.stringMatching(sentence)], 'Kept']);
    expect(await stored()).toEqual(before);
  });

  it.each([
    ['a country that is none', { country: 'ZZ' }, 'Choose a country'],
    ['a text without end', { about: 'x'.repeat(1201) }, 'at most 1,200 characters'],
    ['a language that is none', { also: 'tlh' }, 'Choose the other languages'],
    ['a zone on Mars', { zone: 'Mars/Olympus' }, 'time zone'],
  ])('refuses %s', async (_, changes, sentence) => {
    const before = await stored();
    const page = read(await tamper(as(world, world.amara), await settings(), 'Save', {}, changes), ADDRESS);
    expect([page.status, page.errors]).toEqual([422, [expect.stringContaining(sentence)]]);
    expect(await stored()).toEqual(before);
  });

  it('is there for its leads and stewards only', async () => {
    const post = fill(await settings(), 'Save', { Name: 'Mine now' });
    for (const person of [world.tomas, world.wanjiku, world.nour, world.mei]) {
      await as(world, person).get(ADDRESS).expect(404);
      expect((await send(as(world, person), post)).status).toBe(404);
    }
    expect((await open(as(world, world.sofia), ADDRESS)).status).toBe(200);
  });
});
