import { join } from 'node:path';
import { directionOf, LANGUAGE_NAMES, LANGUAGES } from '../../src/kernel/language';
import { Phrases } from '../../src/languages/phrases';
import type { Person } from '../../src/people/person.entity';
import { all, textOf, tidied } from '../support/html';
import { open, type Page } from '../support/page';
import { as, stranger } from '../support/visitor';
import { appoint, enrol, type LearningWorld, makePerson, startLearning } from '../support/world';

const PHRASES = Phrases.read(join(__dirname, '../../views/translations'));

let world: LearningWorld;
beforeAll(async () => {
  world = await startLearning();
});
afterAll(() => world.stop());

/** The main navigation: what it offers, and where one is. */
function menuOf(page: Page): { items: [name: string, address: string][]; current: string[] } | null {
  const nav = [...all(page.root, 'nav')].find(({ attributes }) => attributes['class'] === 'nav');
  if (!nav) return null;
  const links = [...all(nav, 'a')];
  return {
    items: links.map((link) => [textOf(link), link.attributes['href']!]),
    current: links.filter(({ attributes }) => attributes['aria-current'] === 'page').map((link) => textOf(link)),
  };
}

describe('a stranger at the first page', () => {
  it.each(LANGUAGES)('reads what this place is, in %s', async (language) => {
    const page = await open(stranger(world), `/?language=${language}`);
    expect([page.status, page.language, page.direction]).toEqual([200, language, directionOf(language)]);
    const voice = PHRASES.in(language);
    const say = (key: string) => tidied(voice(key));
    expect(page.heading).toBe(say('home.welcome.heading'));
    expect(page.title).toBe(`${say('home.welcome.title')} · Chapterhouse`);
    expect(page.main).toContain(say('home.welcome.lead'));
    expect(page.link(say('people.sign-in.button'))).toBe('/sign-in');
    expect(page.links.filter(({ name }) => name === say('web.verify')).map(({ address }) => address)).toEqual(['/verify', '/verify']);
  });

  it('is offered every language by its own name, and sees which one it is', async () => {
    const page = await open(stranger(world), '/?language=ru');
    const languages = page.links.filter(({ address }) => address.startsWith('?language='));
    expect(languages.map(({ name, address }) => [address.split('=')[1], name])).toEqual(Object.entries(LANGUAGE_NAMES));
    const current = [...all(page.root, 'a')].filter(({ attributes }) => attributes['aria-current'] === 'true');
    expect(current.map((link) => textOf(link))[0]).toBe('Русский');
  });

  it('has nowhere else to go, and no account to sign out of', async () => {
    const page = await open(stranger(world), '/');
    expect(menuOf(page)).toBeNull();
    expect(page.buttons).toEqual([]);
  });
});

describe('whoever has signed in begins', () => {
  const begins = async (person: Person) => (await as(world, person).get('/').expect(303)).headers['location'];

  it('with what they learn', async () => {
    for (const person of [world.wanjiku, world.yusuf, world.mei]) expect(await begins(person)).toBe('/learning');
  });

  it('with the people they look after: leads, trainers, the steward', async () => {
    for (const person of [world.amara, world.tomas, world.nour, world.sofia]) expect(await begins(person)).toBe('/chapters');
  });

  it('with what they learn, when they do both', async () => {
    const both = await makePerson(world, { name: 'Achieng Otieno', email: 'achieng@example.org', language: 'en' });
    await appoint(world, both, world.kenya, 'trainer');
    expect(await begins(both)).toBe('/chapters');
    await enrol(world, both, world.cohort);
    expect(await begins(both)).toBe('/learning');
  });

  it('with an empty page that says what to do, when they are nowhere yet', async () => {
    const nobody = await makePerson(world, { name: 'Kofi Mensah', email: 'kofi@example.org', language: 'en' });
    expect(await begins(nobody)).toBe('/learning');
  });
});

describe('the navigation', () => {
  const menu = async (person: Person, address: string) => menuOf(await open(as(world, person), `${address}?language=en`))!;
  const LEARNING = ['My learning', '/learning'];
  const CERTIFICATES = ['Certificates', '/certificates'];
  const COHORTS = ['Cohorts', '/chapters'];
  const TODAY = ['Today', '/today'];

  it('of a trainee has what they learn and what they have earned', async () => {
    expect((await menu(world.wanjiku, '/learning')).items).toEqual([LEARNING, CERTIFICATES]);
  });

  it.each([
    ['amara', [TODAY, COHORTS, LEARNING, CERTIFICATES]],
    ['tomas', [TODAY, COHORTS, LEARNING, CERTIFICATES]],
    ['sofia', [COHORTS, LEARNING, CERTIFICATES]], // a steward who runs no chapter
  ] as const)('of those who look after others begins with them: %s', async (name, items) => {
    expect((await menu(world[name], '/learning')).items).toEqual(items);
  });

  it('says where one is, also below', async () => {
    const { studies, cohort } = world;
    expect((await menu(world.wanjiku, '/learning')).current).toEqual(['My learning']);
    expect((await menu(world.wanjiku, `/lessons/${studies.wanjiku}/rough-consensus/humming`)).current).toEqual(['My learning']);
    expect((await menu(world.wanjiku, `/quizzes/${studies.wanjiku}/rough-consensus/quiz`)).current).toEqual(['My learning']);
    expect((await menu(world.wanjiku, '/certificates')).current).toEqual(['Certificates']);
    expect((await menu(world.amara, '/chapters/kenya/people')).current).toEqual(['Cohorts']);
    expect((await menu(world.amara, `/cohorts/${cohort.id}`)).current).toEqual(['Cohorts']);
    expect((await menu(world.wanjiku, '/verify')).current).toEqual([]);
    expect((await menu(world.wanjiku, '/learning-more')).current).toEqual([]);
  });

  it('names the chapter of somebody who has exactly one', async () => {
    const where = async (person: Person) =>
      [...all((await open(as(world, person), '/learning')).root)]
        .filter(({ attributes }) => attributes['class'] === 'where')
        .map((one) => textOf(one));
    expect(await where(world.amara)).toEqual(['Kenya']);
    expect(await where(world.nour)).toEqual(['لبنان']);
    expect(await where(world.wanjiku)).toEqual(['Kenya']);
    expect(await where(world.sofia)).toEqual([]);
    const two = await makePerson(world, { name: 'Njeri Wairimu', email: 'njeri@example.org', language: 'en' });
    await appoint(world, two, world.kenya, 'trainer');
    await appoint(world, two, world.lebanon, 'trainer');
    expect(await where(two)).toEqual([]);
  });
});
