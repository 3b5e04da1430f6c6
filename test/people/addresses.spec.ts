import { newId } from '../../src/kernel/identifier';
import { LANGUAGES } from '../../src/kernel/language';
import { Person } from '../../src/people/person.entity';
import { finish } from '../certificates/finished';
import { PlainHands } from '../support/hands';
import { lettersTo } from '../support/mail';
import { open, read } from '../support/page';
import { Story } from '../support/story';
import { submit } from '../support/submit';
import { contents } from '../support/tables';
import { as, PASSWORD, signIn, stranger } from '../support/visitor';
import { enrol, invitationTo, type LearningWorld, makePerson, startLearning } from '../support/world';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const stored = (id: string) => world.database.read(Person).findOneByOrFail({ id });
const linkTo = async (email: string) => new URL((await lettersTo(world, email)).at(-1)!.links[0]!).pathname;
const person = (word: string, confirmed = false) =>
  makePerson(world, { name: word, email: `${word}@example.org`, language: 'en', confirmed });

describe('an address that is not confirmed', () => {
  it('gets its letter when somebody joins, and the certificate asks for nothing more once it was opened: one press', async () => {
    const hands = new PlainHands(stranger(world));
    await new Story().join(hands, await invitationTo(world, world.cohort).then((path) => `${world.address}${path}`), {
      name: 'Njeri',
      email: 'njeri@example.org',
    });
    const id = (await world.database.read(Person).findOneByOrFail({ emailKey: 'njeri@example.org' })).id;
    expect(await lettersTo(world, 'njeri@example.org')).toHaveLength(1);
    const before = hands.presses;
    await hands.goTo(await linkTo('njeri@example.org'));
    expect((await stored(id)).emailVerifiedAt).toBeNull();
    const page = await hands.press('Yes, this is my address');
    expect(hands.presses - before).toBe(1);
    expect(page.text).toContain('Your address is confirmed.');
    expect((await stored(id)).emailVerifiedAt).toEqual(world.clock.now());
  });

  it('keeps the certificate waiting, says so, and sends the letter with one press', async () => {
    const grace = await person('grace');
    const enrolment = await enrol(world, grace, world.cohort);
    await finish(world, grace, enrolment);
    const address = `/learning/${enrolment}/certificate`;
    const page = await open(as(world, grace), address);
    expect(page.heading).toBe('One step before your certificate');
    expect(page.main).toContain('grace@example.org');
    const issued = await as(world, grace).post(address).send({ form: newId(), name: 'Grace' }).expect(409);
    expect(read(issued).heading).toBe('One step before your certificate');
    expect(await world.database.rows('SELECT "id" FROM "certificates" WHERE "personId" = ?', [grace.id])).toEqual([]);
    const asked = await submit(as(world, grace), page, 'Send me the link');
    expect(asked.text).toContain('A letter is on its way.');
    await stranger(world)
      .post(await linkTo('grace@example.org'))
      .send({ form: newId() })
      .expect(303)
      .expect('location', '/sign-in');
    expect((await open(as(world, grace), address)).heading).not.toBe('One step before your certificate');
    await as(world, grace).post(address).send({ form: newId(), name: 'Grace' }).expect(303);
  });

  it('is confirmed by a new password that was chosen by mail', async () => {
    const otieno = await person('otieno');
    await stranger(world).post('/password/forgotten').send({ form: newId(), email: otieno.email }).expect(200);
    await stranger(world)
      .post(await linkTo(otieno.email))
      .send({ form: newId(), password: 'nine lazy herons on Saturday' })
      .expect(303);
    expect((await stored(otieno.id)).emailVerifiedAt).not.toBeNull();
  });

  it.each(LANGUAGES)('gets a letter in %s', async (language) => {
    const reader = await makePerson(world, { name: 'Reader', email: `reader-${language}@example.org`, language, confirmed: false });
    await as(world, reader).post('/account/email/confirmation').send({ form: newId() }).expect(303);
    const [letter] = await lettersTo(world, reader.email);
    expect(letter!.links).toEqual([expect.stringMatching(/\/confirm-address\/[\w-]{22}$/)]);
  });

  it('does not get letters without end', async () => {
    const eager = await person('eager');
    for (let i = 0; i < 11; i++) await as(world, eager).post('/account/email/confirmation').send({ form: newId() }).expect(303);
    await as(world, eager).post('/account/email/confirmation').send({ form: newId() }).expect(429);
    expect(await lettersTo(world, eager.email)).toHaveLength(11);
  });
});

describe('another address', () => {
  const ask = (who: Person, email: string, password = PASSWORD) =>
    as(world, who).post('/account/email').send({ form: newId(), email, password });

  it('is told to both, and nothing changes before the link is opened and pressed', async () => {
    const salma = await person('salma', true);
    await stranger(world).post('/password/forgotten').send({ form: newId(), email: salma.email }).expect(200);
    const reset = await linkTo(salma.email);
    const page = await submit(as(world, salma), await open(as(world, salma), '/account/email'), 'Send the link', {
      'New e-mail address': 'Salma@Elsewhere.example',
      'Your password of now': PASSWORD,
    });
    expect(page.text).toContain('a link is on its way to it');
    expect((await lettersTo(world, 'salma@example.org')).at(-1)!.subject).toBe('Your e-mail address is about to change');
    const link = await linkTo('Salma@elsewhere.example');
    await stranger(world).get(link).expect(200);
    expect((await stored(salma.id)).email).toBe('salma@example.org');
    await as(world, salma).post(link).send({ form: newId() }).expect(303).expect('location', '/account/email');
    expect(await stored(salma.id)).toMatchObject({ email: 'Salma@elsewhere.example', emailKey: 'salma@elsewhere.example' });
    expect((await open(as(world, salma), '/account/email')).main).toContain('Salma@elsewhere.example');
    await signIn(world, { ...salma, email: 'salma@elsewhere.example' });
    await stranger(world).get(reset).expect(410);
    await stranger(world).post(link).send({ form: newId() }).expect(410);
  });

  it('that is somebody else’s gets the same answer, and no letter', async () => {
    const zawadi = await person('zawadi', true);
    const masked = (text: string) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
    const follow = async (email: string) => {
      const answer = await ask(zawadi, email).expect(303);
      return masked((await as(world, zawadi).get(answer.headers['location']!)).text);
    };
    const before = (await lettersTo(world, 'mei@example.org')).length;
    expect(await follow('mei@example.org')).toBe(await follow('nobody@example.org'));
    expect(await lettersTo(world, 'mei@example.org')).toHaveLength(before);
  });

  it('that became somebody else’s in the meantime is refused', async () => {
    const [amina, late] = [await person('amina', true), 'late@example.org'];
    await ask(amina, late).expect(303);
    const link = await linkTo(late);
    await person('late', true);
    const before = await contents(world.database, ['sessions']);
    await as(world, amina).post(link).send({ form: newId() }).expect(410);
    expect(await contents(world.database, ['sessions'])).toEqual(before);
  });

  it('needs the password, whose wrong tries count as when signing in', async () => {
    const imani = await person('imani', true);
    const answer = read(await ask(imani, 'imani@elsewhere.example', 'not her password').expect(422), '/account/email');
    expect(answer.errors).toEqual(['This is not your password.']);
    expect(answer.field('New e-mail address').value).toBe('imani@elsewhere.example');
    for (let i = 0; i < 10; i++) await ask(imani, 'x@elsewhere.example', 'not her password').expect(422);
    await ask(imani, 'x@elsewhere.example').expect(429);
    expect(await lettersTo(world, 'elsewhere.example').then((all) => all.filter(({ to }) => to.startsWith('x@')))).toEqual([]);
  });

  it('asked for by a thief of the password is stopped by a new password', async () => {
    const neema = await person('neema', true);
    await ask(neema, 'thief@elsewhere.example').expect(303);
    const link = await linkTo('thief@elsewhere.example');
    await stranger(world).post('/password/forgotten').send({ form: newId(), email: neema.email }).expect(200);
    await stranger(world)
      .post(await linkTo(neema.email))
      .send({ form: newId(), password: 'nine lazy herons on Saturday' })
      .expect(303);
    await stranger(world).post(link).send({ form: newId() }).expect(410);
    expect((await stored(neema.id)).email).toBe('neema@example.org');
  });

  it('is taken from one of fifty presses at once', async () => {
    const tatu = await person('tatu', true);
    await ask(tatu, 'tatu@elsewhere.example').expect(303);
    const link = await linkTo('tatu@elsewhere.example');
    const answers = await Promise.all(Array.from({ length: 50 }, () => stranger(world).post(link).send({ form: newId() })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 49 }, () => 410)]);
  });
});
