import { newId } from '../../src/kernel/identifier';
import { Sealing } from '../../src/people/second-factor/sealing.service';
import { SecondFactors } from '../../src/people/second-factor/second-factors.service';
import type { Person } from '../../src/people/person.entity';
import { PlainHands } from '../support/hands';
import { lettersTo } from '../support/mail';
import { arrive, open, read } from '../support/page';
import { submit } from '../support/submit';
import { PASSWORD, signIn, stranger, type Visitor } from '../support/visitor';
import { invitationTo, type LearningWorld, makePerson, startLearning } from '../support/world';
import { codesOn, Phone, secretOn } from './phone';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const person = (word: string) => makePerson(world, { name: word, email: `${word}@example.org`, language: 'en' });
const password = (visitor: Visitor, who: Person, more: Record<string, string> = {}) =>
  visitor.post('/sign-in').send(new URLSearchParams({ form: newId(), email: who.email, password: PASSWORD, ...more }).toString());
const type = (visitor: Visitor, code: string, form = newId()) => visitor.post('/sign-in/code').send({ form, code });
const isIn = async (visitor: Visitor) => (await visitor.get('/learning')).status === 200;

/** Somebody with a second step, and what they need for it. */
async function withPhone(word: string): Promise<{ who: Person; phone: Phone; here: Visitor }> {
  const who = await person(word);
  const here = await signIn(world, who);
  const phone = await Phone.setUp(world, here);
  world.clock.advance({ seconds: 90 }); // the code that switched it on is used up
  return { who, phone, here };
}

describe('setting up a second step', () => {
  it('shows a secret as text and picture, asks for one code, and shows ten codes for paper, once', async () => {
    const here = await signIn(world, await person('amina'));
    const begun = await submit(here, await open(here, '/account/second-factor'), 'Set it up');
    expect(begun.html).toContain('<svg class="qr"');
    const secret = secretOn(begun);
    const link = decodeURIComponent(begun.link('The app is on this device: open it'));
    expect([secret.length, link]).toEqual([32, expect.stringContaining(`amina@example.org?secret=${secret}&issuer=127.0.0.1`)]);
    expect(begun.html).toContain('otpauth://totp/127.0.0.1:');
    const wrong = await submit(here, begun, 'Switch it on', { 'Code of six digits': '000000' });
    expect([wrong.status, wrong.errors]).toEqual([422, [expect.stringContaining('This code is not right')]]);
    expect(secretOn(wrong)).toBe(secret);
    const phone = new Phone(world, secret, []);
    const paper = await submit(here, wrong, 'Switch it on', { 'Code of six digits': phone.code() });
    expect(paper.heading).toContain('Ten codes on paper');
    expect(new Set(codesOn(paper)).size).toBe(10);
    const file = decodeURIComponent(/ href="data:text\/plain;[^"]*utf-8,([^"]+)"/.exec(paper.html)![1]!);
    expect(file.split('\r\n').slice(2, 12)).toEqual(codesOn(paper));
    const done = await submit(here, paper, 'I have kept them');
    expect(done.main).toContain('10 codes on paper are left.');
    expect(done.html).not.toContain(secret);
    expect((await open(here, '/account/second-factor/codes')).heading).toBe('Second step when signing in');
  });

  it('keeps the secret locked and the codes as hashes: a copy of the database opens nothing', async () => {
    const { who, phone } = await withPhone('locked');
    const rows = JSON.stringify(
      await Promise.all(['second_factors', 'recovery_codes', 'sessions'].map((name) => world.database.rows(`SELECT * FROM "${name}"`))),
    );
    for (const secret of [phone.secret, ...phone.paper, ...phone.paper.map((code) => code.replaceAll('-', ''))])
      expect(rows).not.toContain(secret);
    const sealing = world.app.get(Sealing, { strict: false });
    const sealed = sealing.seal('text', who.id);
    expect([
      sealing.open(sealed, who.id),
      sealing.open(sealed, world.mei.id),
      sealing.open(`${sealed.slice(0, -3)}AAA`, who.id),
      sealing.open('', who.id),
    ]).toEqual(['text', null, null, null]);
    expect(new Sealing({ ...world.settings, sessionSecret: 'another secret' }).open(sealed, who.id)).toBeNull();
  });

  it('pressing twice, or starting anew, never takes one away that is in use', async () => {
    const { who, phone, here } = await withPhone('twice');
    await here.post('/account/second-factor/secret').send({ form: newId() }).expect(303);
    await here.post('/account/second-factor/confirmation').send({ form: newId(), code: phone.code() }).expect(422);
    const there = stranger(world);
    await password(there, who).expect(303);
    await type(there, phone.code()).expect(303);
    expect(await isIn(there)).toBe(true);
  });
});

describe('signing in with a second step', () => {
  it('asks for the code after the password, and signs nobody in before', async () => {
    const { who, phone } = await withPhone('salma');
    const hands = new PlainHands(stranger(world));
    await hands.goTo('/sign-in?next=/certificates');
    const asked = await hands.press('Sign in', { 'E-mail address': who.email, Password: PASSWORD });
    expect([asked.status, asked.heading, asked.link('Back to signing in')]).toEqual([200, 'One more step: the code', '/sign-in']);
    const page = await hands.press('Sign in', { Code: phone.code() });
    expect(page.address).toBe('/certificates');
    expect(hands.presses).toBe(2);
  });

  it('half signed in opens nothing', async () => {
    const { who } = await withPhone('half');
    const there = stranger(world);
    await password(there, who).expect(303).expect('location', '/sign-in/code');
    for (const address of ['/learning', '/account', '/account/second-factor']) await there.get(address).expect(303);
    await there.post('/account/second-factor/removal').send({ form: newId(), code: '1', password: PASSWORD }).expect(401);
  });

  it('takes each code once, also of fifty at the same time', async () => {
    const { who, phone } = await withPhone('once');
    const [one, other] = [stranger(world), stranger(world)];
    await password(one, who);
    await password(other, who);
    await type(one, phone.code()).expect(303);
    await type(other, phone.code()).expect(422);
    await type(other, phone.code(-1)).expect(422); // an older one, seen over a shoulder
    world.clock.advance({ seconds: 60 });
    const factors = world.app.get(SecondFactors, { strict: false });
    const [code, now] = [phone.code(), world.clock.now()];
    const taken = await Promise.all(
      Array.from({ length: 50 }, () => world.database.write((write) => factors.accept(write, who.id, code, now))),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('takes a code from paper, once', async () => {
    const { who, phone, here } = await withPhone('paper');
    const [code] = phone.paper as [string];
    const one = stranger(world);
    await password(one, who);
    await type(one, code.toLowerCase().replaceAll('-', ' ')).expect(303);
    expect(await isIn(one)).toBe(true);
    const other = stranger(world);
    await password(other, who);
    await type(other, code).expect(422);
    expect((await open(here, '/account/second-factor')).main).toContain('9 codes on paper are left.');
  });

  it('looks at five wrong codes, then at none for a quarter of an hour', async () => {
    const { who, phone } = await withPhone('guess');
    const thief = stranger(world);
    await password(thief, who);
    for (let i = 0; i < 5; i++) await type(thief, String(100_000 + i)).expect(422);
    const answer = await type(thief, phone.code()).expect(429);
    expect(answer.headers['retry-after']).toBe('900');
    world.clock.advance({ minutes: 16 });
    await type(thief, phone.code()).expect(303).expect('location', '/sign-in'); // the wait for the code is over, too
    const owner = stranger(world);
    await password(owner, who);
    await type(owner, phone.code()).expect(303);
    expect(await isIn(owner)).toBe(true);
  });

  it('waits ten minutes for the code, and no longer than the password is the same', async () => {
    const { who, phone } = await withPhone('wait');
    const slow = stranger(world);
    await password(slow, who);
    world.clock.advance({ minutes: 10 });
    await slow.get('/sign-in/code').expect(303).expect('location', '/sign-in');
    const thief = stranger(world);
    await password(thief, who);
    await stranger(world).post('/password/forgotten').send({ form: newId(), email: who.email }).expect(200);
    const link = new URL((await lettersTo(world, who.email)).at(-1)!.links[0]!).pathname;
    await stranger(world).post(link).send({ form: newId(), password: 'nine lazy herons on Saturday' }).expect(303);
    await type(thief, phone.code()).expect(303).expect('location', '/sign-in');
    expect(await isIn(thief)).toBe(false);
  });

  it('the same press twice signs in once, and is nowhere told to be wrong', async () => {
    const { who, phone } = await withPhone('double');
    const visitor = stranger(world);
    await password(visitor, who);
    const form = newId();
    const answers = await Promise.all([type(visitor, phone.code(), form), type(visitor, phone.code(), form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await isIn(visitor)).toBe(true);
  });

  it('a form that was interrupted waits for the code, too', async () => {
    const { who, phone } = await withPhone('kept');
    const visitor = stranger(world);
    const kept = JSON.stringify([
      ['form', newId()],
      ['name', 'Mombasa & coast'],
    ]);
    await password(visitor, who, { next: '/account', kept }).expect(303);
    const page = read(await type(visitor, phone.code()).expect(200));
    expect([page.heading, page.main.includes('Mombasa & coast')]).toEqual(['Your text is still here', true]);
  });

  it('is asked for behind an invitation, too: a password alone enrols nobody', async () => {
    const { who, phone } = await withPhone('join');
    const link = await invitationTo(world, world.cohort);
    const visitor = stranger(world);
    const answer = await visitor.post(link).send({ form: newId(), name: 'x', email: who.email, password: PASSWORD }).expect(303);
    expect(answer.headers['location']).toBe('/sign-in/code');
    expect(await world.database.rows('SELECT "id" FROM "enrolments" WHERE "personId" = ?', [who.id])).toEqual([]);
    const back = await arrive(visitor, await type(visitor, phone.code()), '/sign-in/code');
    expect(back.address).toBe(link);
  });
});

describe('doing without it', () => {
  it('takes the password and a code, and nothing less', async () => {
    const { who, phone, here } = await withPhone('remove');
    const remove = (fields: Record<string, string>) => here.post('/account/second-factor/removal').send({ form: newId(), ...fields });
    await remove({ password: 'not the password', code: phone.code() }).expect(422);
    await remove({ password: PASSWORD, code: '123456' }).expect(422);
    await remove({ password: PASSWORD, code: '' }).expect(422);
    const page = await submit(here, await open(here, '/account/second-factor'), 'Remove the second step', {
      'Your password of now': PASSWORD,
      Code: phone.code(),
    });
    expect(page.text).toContain('The second step is removed.');
    const there = await signIn(world, who);
    expect(await isIn(there)).toBe(true);
    expect(await world.database.rows('SELECT * FROM "recovery_codes" WHERE "personId" = ?', [who.id])).toEqual([]);
  });
});
