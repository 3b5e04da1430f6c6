import { newId } from '../../src/kernel/identifier';
import { LANGUAGES } from '../../src/kernel/language';
import { Phrases } from '../../src/languages/phrases';
import { Person } from '../../src/people/person.entity';
import { FirstSteward } from '../../src/people/stewards/first-steward.service';
import { startApp, type TestApp } from '../support/app';
import { open, read } from '../support/page';
import { stranger } from '../support/visitor';

describe('the first steward of a new site', () => {
  let world: TestApp;
  let used: string;
  beforeAll(async () => {
    world = await startApp();
  });
  afterAll(() => world.stop());

  const invite = () => world.app.get(FirstSteward, { strict: false }).invite(world.clock.now());
  const person = { name: 'Inês Duarte', email: 'ines@example.org', password: 'four quiet boats at the pier' };

  it.each<[string, Record<string, string>, string]>([
    ['a password of eleven characters', { password: 'four quiet ' }, 'Use at least 12 characters.'],
    ['a password of 5,000 characters', { password: 'x'.repeat(5000) }, 'Use at most 128 characters.'],
    ['a password on a public list', { password: 'password1234' }, 'public list'],
    ['a name of spaces', { name: ' \u3000 ' }, '1 to 200 characters'],
    ['a name that turns the direction of writing round', { name: 'In\u202ees' }, 'turn the direction of writing round'],
    ['an address that is none', { email: 'ines' }, 'Enter an e-mail address'],
  ])('does not become one with %s: a sentence, the rest kept, the link unused', async (_, wrong, sentence) => {
    const link = `/steward/${await invite()}`;
    const page = read(
      await stranger(world)
        .post(link)
        .send({ form: newId(), ...person, ...wrong })
        .expect(422),
      link,
    );
    expect(page.errors).toEqual([expect.stringContaining(sentence)]);
    const typed = { ...person, ...wrong };
    expect([page.field('Your name').value, page.field('E-mail address').value]).toEqual([typed.name.trim(), typed.email]);
    expect(page.field('Password').value).toBe('');
    expect(await world.database.read(Person).count()).toBe(0);
    await stranger(world).get(link).expect(200);
  });

  it('is whoever opens the one-time link, and may then start chapters', async () => {
    const visitor = stranger(world);
    const link = (used = `/steward/${await invite()}`);
    expect(read(await visitor.get(link).expect(200)).heading).toBe('Become the first steward');
    await visitor
      .post(link)
      .send({ form: newId(), ...person })
      .expect(303)
      .expect('location', '/chapters');
    await visitor.get('/chapters').expect(200);
    expect(await invite()).toBeNull();
    await stranger(world)
      .post(link)
      .send({ form: newId(), ...person, email: 'second@example.org' })
      .expect(410);
  });

  it.each(LANGUAGES)('does not become one with a link that nobody made; the page says so and offers to sign in: %s', async (language) => {
    const say = world.app.get(Phrases).in(language);
    const dead = '/steward/AAAAAAAAAAAAAAAAAAAAAA';
    const visitor = stranger(world);
    const page = await open(visitor, `${dead}?language=${language}`);
    expect([page.status, page.language, page.heading]).toEqual([404, language, say('people.link.unknown.title')]);
    expect(page.main).toContain(say('people.link.unknown.text'));
    expect(page.link(say('people.sign-in.button'))).toBe('/sign-in');
    const sent = read(
      await visitor
        .post(dead)
        .send({ form: newId(), ...person, email: 'nobody@example.org' })
        .expect(404),
    );
    expect([sent.language, sent.heading]).toEqual([language, say('people.link.unknown.title')]);
    expect(await world.database.read(Person).countBy({ email: 'nobody@example.org' })).toBe(0);
  });

  it('is told when the link was used already, and where to sign in', async () => {
    const page = read(await stranger(world).get(used).expect(410), used);
    expect([page.heading, page.link('Sign in')]).toEqual(['This link was already used', '/sign-in']);
  });
});
