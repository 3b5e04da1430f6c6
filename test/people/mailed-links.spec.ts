import { newId } from '../../src/kernel/identifier';
import { Person } from '../../src/people/person.entity';
import { PlainHands } from '../support/hands';
import { letters, lettersTo } from '../support/mail';
import { read } from '../support/page';
import { contents } from '../support/tables';
import { signIn, stranger } from '../support/visitor';
import { makePerson, startWorld, type World } from '../support/world';
import { Phone } from './phone';

let world: World;
beforeAll(async () => (world = await startWorld()));
afterAll(() => world.stop());

const ask = (email: string, more: Record<string, string> = {}) =>
  stranger(world)
    .post('/sign-in/link')
    .send({ form: newId(), email, password: '', ...more });
const newest = async (email: string) => new URL((await lettersTo(world, email)).at(-1)!.links[0]!).pathname;
const press = (link: string, visitor = stranger(world), form = newId()) => visitor.post(link).send({ form });

describe('a link instead of a password', () => {
  it('is asked for on the sign-in page, opened in the mail, pressed once: three presses in all', async () => {
    const hands = new PlainHands(stranger(world));
    await hands.goTo('/sign-in?next=/certificates');
    const sent = await hands.press('Send me a link instead', { 'E-mail address': 'Wanjiku@example.org' });
    expect(sent.main).toContain('within 15 minutes');
    const page = await hands.goTo(await newest('wanjiku@example.org'));
    expect(page.buttons).toContain('Sign in');
    expect((await hands.press('Sign in')).address).toBe('/certificates');
    expect(hands.presses).toBe(2); // and one in the mail
  });

  it('works in another browser, and not twice', async () => {
    await ask('mei@example.org').expect(200);
    const link = await newest('mei@example.org');
    const other = stranger(world);
    await press(link, other).expect(303).expect('location', '/');
    await other.get('/learning').expect(200);
    const late = await press(link).expect(410);
    expect(read(late).heading).toBe('This link was already used');
  });

  it('is not used up by a mail program that looks at everything', async () => {
    await ask('mei@example.org').expect(200);
    const link = await newest('mei@example.org');
    const before = await contents(world.database);
    for (let i = 0; i < 5; i++) await stranger(world).get(link).expect(200);
    await stranger(world).head(link).expect(200);
    expect(await contents(world.database)).toEqual(before);
    await press(link).expect(303);
  });

  it('stops working after fifteen minutes, and when a newer one is asked for', async () => {
    await ask('baraka@example.org').expect(200);
    const old = await newest('baraka@example.org');
    await ask('baraka@example.org').expect(200);
    await press(old).expect(410);
    world.clock.advance({ minutes: 15 });
    await press(await newest('baraka@example.org')).expect(410);
  });

  it('of fifty presses at once, one signs in', async () => {
    await ask('tomas@example.org').expect(200);
    const link = await newest('tomas@example.org');
    const answers = await Promise.all(Array.from({ length: 50 }, () => press(link)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 49 }, () => 410)]);
  });

  it('a button that is pressed twice signs in; the same form sent again much later does not', async () => {
    await ask('tomas@example.org').expect(200);
    const link = await newest('tomas@example.org');
    const form = newId();
    const visitors = [stranger(world), stranger(world)];
    for (const visitor of visitors) await press(link, visitor, form).expect(303);
    for (const visitor of visitors) await visitor.get('/learning').expect(200);
    world.clock.advance({ minutes: 2 });
    const thief = stranger(world);
    await press(link, thief, form).expect(303);
    await thief.get('/learning').expect(303);
  });

  it('says the same for every address, and writes to nobody without an account', async () => {
    const masked = (text: string) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
    const before = (await letters(world)).length;
    const [known, unknown] = [await ask('amara@example.org').expect(200), await ask('nobody@example.org').expect(200)];
    expect(masked(known.text)).toBe(masked(unknown.text));
    expect(await letters(world)).toHaveLength(before + 1);
  });

  it('is not sent without end, to an account or to an address that has none', async () => {
    for (const email of ['nour@example.org', 'nobody-else@example.org']) {
      for (let i = 0; i < 11; i++) await ask(email).expect(200);
      await ask(email).expect(429);
    }
    expect(await lettersTo(world, 'nour@example.org')).toHaveLength(11);
  });

  it('shows what was interrupted, to be copied, and asks for an address when there is none', async () => {
    const kept = JSON.stringify([['name', 'Mombasa & coast']]);
    expect(read(await ask('sofia@example.org', { next: '/account', kept }).expect(200)).main).toContain('Mombasa & coast');
    const page = read(await ask('', { kept }).expect(422));
    expect([page.errors.length, page.html.includes('Mombasa &amp;')]).toEqual([1, true]);
  });

  it('never leads off the site', async () => {
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      await ask('sofia@example.org', { next }).expect(200);
      await press(await newest('sofia@example.org'))
        .expect(303)
        .expect('location', '/');
    }
  });

  it('shows that mail to the address arrives', async () => {
    const imani = await makePerson(world, { name: 'Imani', email: 'imani@example.org', language: 'en', confirmed: false });
    await ask(imani.email).expect(200);
    await press(await newest(imani.email)).expect(303);
    expect((await world.database.read(Person).findOneByOrFail({ id: imani.id })).emailVerifiedAt).not.toBeNull();
  });

  it('asks for the second step, too, and lets no suspended account in', async () => {
    const zuhura = await makePerson(world, { name: 'Zuhura', email: 'zuhura@example.org', language: 'en' });
    const phone = await Phone.setUp(world, await signIn(world, zuhura));
    world.clock.advance({ minutes: 2 });
    await ask(zuhura.email).expect(200);
    const visitor = stranger(world);
    await press(await newest(zuhura.email), visitor)
      .expect(303)
      .expect('location', '/sign-in/code');
    await visitor.get('/learning').expect(303);
    await visitor.post('/sign-in/code').send({ form: newId(), code: phone.code() }).expect(303);
    await visitor.get('/learning').expect(200);
    await ask(zuhura.email).expect(200);
    const link = await newest(zuhura.email);
    await world.database.write((write) => write.update(Person, { id: zuhura.id }, { active: false }));
    await press(link).expect(410);
  });
});
