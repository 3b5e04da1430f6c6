import { newId } from '../../src/kernel/identifier';
import { Person } from '../../src/people/person.entity';
import { arrive, open, read } from '../support/page';
import { fill, submit } from '../support/submit';
import { PASSWORD, signIn, stranger, type Visitor } from '../support/visitor';
import { invitationTo, type LearningWorld, makePerson, startLearning } from '../support/world';
import { Elsewhere } from './elsewhere';
import { Phone } from './phone';

let elsewhere: Elsewhere;
let world: LearningWorld;
beforeAll(async () => {
  elsewhere = await Elsewhere.at();
  world = await startLearning({ settings: { singleSignOn: elsewhere.settings } });
  await elsewhere.start(world.address);
});
afterAll(async () => {
  await world.stop();
  await elsewhere.stop();
});

const person = (word: string, confirmed = true) =>
  makePerson(world, { name: word, email: `${word}@example.org`, language: 'en', confirmed });
const linked = () => world.database.rows<{ personId: string; subject: string }>('SELECT "personId", "subject" FROM "linked_identities"');
const whoIs = async (visitor: Visitor) =>
  (await open(visitor, '/account')).fields.find(({ label }) => label === 'Your name')?.value ?? null;

/** Presses the button on the sign-in page and goes there; the address at which they come back. */
async function goThere(visitor: Visitor, name: string, next = ''): Promise<string> {
  const page = await submit(visitor, await open(visitor, `/sign-in${next && `?next=${next}`}`), 'Sign in with Elsewhere');
  const link = page.links.find((one) => one.name === 'Continue to Elsewhere')!.address;
  return elsewhere.signIn(link, name);
}

async function comeBack(visitor: Visitor, name: string, next = '') {
  const back = await goThere(visitor, name, next);
  return arrive(visitor, await visitor.get(back), back);
}

describe('signing in at another site', () => {
  it('goes there with PKCE, state and nonce, by itself or by a link', async () => {
    const visitor = stranger(world);
    const { address, pairs } = fill(await open(visitor, '/sign-in'), 'Sign in with Elsewhere');
    const answer = await visitor.post(address).send(new URLSearchParams(pairs).toString()).expect(200);
    const to = new URL(answer.headers['refresh']!.replace('0;url=', ''));
    expect(read(answer).links.map((one) => one.address)).toContain(to.href);
    const asked = Object.fromEntries(to.searchParams);
    expect([to.origin, asked['code_challenge_method'], asked['response_type'], asked['scope']]).toEqual([
      elsewhere.settings.issuer,
      'S256',
      'code',
      'openid email',
    ]);
    expect([asked['state']!.length, asked['nonce']!.length, asked['code_challenge']!.length].every((length) => length >= 43)).toBe(true);
    expect(asked['redirect_uri']).toBe(`${world.address}/sign-in/single-sign-on/return`);
  });

  it('finds the account by the confirmed address the first time, by name there ever after, and leads where one was going', async () => {
    const amina = await person('amina');
    const first = await comeBack(stranger(world), 'amina-there Amina@example.org yes', '/certificates');
    expect(first.address).toBe('/certificates');
    const again = stranger(world);
    await comeBack(again, 'amina-there Amina@example.org yes');
    expect(await whoIs(again)).toBe('amina');
    await world.database.write((write) =>
      write.update(Person, { id: amina.id }, { email: 'new@example.org', emailKey: 'new@example.org' }),
    );
    const later = stranger(world);
    await comeBack(later, 'amina-there Amina@example.org yes');
    expect(await whoIs(later)).toBe('amina');
    expect((await linked()).filter(({ personId }) => personId === amina.id)).toHaveLength(1);
  });

  it.each<[string, string, boolean]>([
    ['an address that nobody made sure of there', 'thief-1 victim@example.org no', true],
    ['an address that its account has not confirmed here', 'thief-2 squatter@example.org yes', false],
    ['an address without an account', 'thief-3 nobody@example.org yes', true],
  ])('lets nobody in with %s, and makes no account', async (_, name, confirmed) => {
    if (!name.includes('nobody')) await person(name.split(' ')[1]!.split('@')[0]!, confirmed);
    const people = () => world.database.rows('SELECT "id" FROM "people"');
    const [before, links] = [await people(), await linked()];
    const visitor = stranger(world);
    const page = await comeBack(visitor, name);
    expect([page.status, page.heading]).toEqual([403, 'You are not signed in']);
    expect(page.main).toContain('No account here goes with that one');
    await visitor.get('/learning').expect(303);
    expect([await people(), await linked()]).toEqual([before, links]);
  });

  it('somebody invited comes back to the invitation, joins, and signs in that way from then on', async () => {
    const link = await invitationTo(world, world.cohort);
    const visitor = stranger(world);
    const page = await comeBack(visitor, 'njeri-there njeri@example.org yes', link);
    expect(page.address).toBe(link);
    expect(page.text).toContain('Fill in this page once');
    await visitor.post(link).send({ form: newId(), name: 'Njeri', email: 'njeri@elsewhere.example', password: PASSWORD }).expect(303);
    const later = stranger(world);
    await comeBack(later, 'njeri-there njeri@example.org yes');
    expect(await whoIs(later)).toBe('Njeri');
  });

  it('what was vouched for on the way to an invitation is linked nowhere else', async () => {
    const visitor = stranger(world);
    await comeBack(visitor, 'halima-there halima@example.org yes', await invitationTo(world, world.cohort));
    const before = await linked();
    await visitor.post('/sign-in').send({ form: newId(), email: world.wanjiku.email, password: PASSWORD }).expect(303);
    expect(await linked()).toEqual(before);
  });

  it('asks for the second step, too, and lets no suspended account in', async () => {
    const zuhura = await person('zuhura');
    const phone = await Phone.setUp(world, await signIn(world, zuhura));
    world.clock.advance({ minutes: 2 });
    const visitor = stranger(world);
    expect((await comeBack(visitor, 'zuhura-there zuhura@example.org yes')).heading).toBe('One more step: the code');
    await visitor.get('/learning').expect(303);
    await visitor.post('/sign-in/code').send({ form: newId(), code: phone.code() }).expect(303);
    expect(await whoIs(visitor)).toBe('zuhura');
    await world.database.write((write) => write.update(Person, { id: zuhura.id }, { active: false }));
    expect((await comeBack(stranger(world), 'zuhura-there zuhura@example.org yes')).status).toBe(403);
  });

  it('keeps a form that was interrupted', async () => {
    await person('keeper');
    const visitor = stranger(world);
    const kept = JSON.stringify([['name', 'Mombasa & coast']]);
    const begun = read(await visitor.post('/sign-in/single-sign-on').send({ form: newId(), next: '/account', kept }).expect(200));
    const back = await elsewhere.signIn(
      begun.links.find((one) => one.name === 'Continue to Elsewhere')!.address,
      'keeper-there keeper@example.org yes',
    );
    expect(read(await visitor.get(back).expect(200)).main).toContain('Mombasa & coast');
  });
});

describe('what comes back is not believed', () => {
  let back: string;
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = stranger(world);
    back = await goThere(visitor, `mei-there ${world.mei.email} yes`);
  });

  const answerTo = async (who: Visitor, address: string) => {
    const page = read(await who.get(address));
    return [page.status, page.heading, (await who.get('/learning')).status];
  };
  const REFUSED = [401, 'You are not signed in', 303];

  it('in another browser, such as one to which it was sent', async () => {
    expect(await answerTo(stranger(world), back)).toEqual(REFUSED);
  });

  it.each<[string, (address: string) => string]>([
    ['with another state', (address) => address.replace(/state=[^&]+/, 'state=another')],
    ['without a state', (address) => address.replace(/&?state=[^&]+/, '')],
    ['from another issuer', (address) => address.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example')],
    ['with a code that was made up', (address) => address.replace(/code=[^&]+/, 'code=made-up')],
    ['when they did not agree there', () => '/sign-in/single-sign-on/return?error=access_denied'],
  ])('%s', async (_, changed) => {
    expect(await answerTo(visitor, changed(back))).toEqual(REFUSED);
  });

  it('twice', async () => {
    await visitor.get(back).expect(303);
    expect(await answerTo(stranger(world), back)).toEqual(REFUSED);
    await visitor.get(back).expect(401);
  });

  it('and no token, code or secret stands in the log', async () => {
    await stranger(world).get(back).expect(401);
    world.log.flush();
    const said = JSON.stringify(world.log.lines);
    expect(said).not.toContain(new URLSearchParams(back.split('?')[1]).get('code'));
    expect(said).not.toContain(elsewhere.settings.clientSecret);
    expect(said).toContain('single-sign-on-failed');
  });
});

describe('a site elsewhere that does not answer', () => {
  it('is said kindly, and one’s password still works', async () => {
    const nowhere = await Elsewhere.at();
    const other = await startLearning({ settings: { singleSignOn: nowhere.settings } });
    const page = await submit(stranger(other), await open(stranger(other), '/sign-in'), 'Sign in with Elsewhere');
    expect([page.status, page.main.includes('Try once more, or sign in with your password')]).toEqual([503, true]);
    await signIn(other, other.mei);
    await nowhere.start(other.address);
    const again = await submit(stranger(other), await open(stranger(other), '/sign-in'), 'Sign in with Elsewhere');
    expect(again.status).toBe(200);
    await nowhere.stop();
    await other.stop();
  });
});

describe('without such a site', () => {
  it('no button is there, and nothing happens at its address', async () => {
    const other = await startLearning();
    expect((await open(stranger(other), '/sign-in')).buttons.filter((name) => name.startsWith('Sign in with'))).toEqual([]);
    await stranger(other).post('/sign-in/single-sign-on').send({ form: newId() }).expect(303).expect('location', '/sign-in');
    expect((await open(stranger(other), '/sign-in/single-sign-on/return?code=x&state=y')).heading).toBe('You are not signed in');
    await other.stop();
  });
});

describe('unlinking the other site', () => {
  const PAGE = '/account/single-sign-on';
  const unlink = async (visitor: Visitor, password = PASSWORD, button = 'Unlink') =>
    submit(visitor, await open(visitor, PAGE), button, { 'Your password here': password });

  it('closes that way, also for the same confirmed address; sessions go on, and the password still opens', async () => {
    const nuru = await person('nuru');
    const there = stranger(world);
    await comeBack(there, 'nuru-there nuru@example.org yes');
    const account = await open(there, '/account');
    expect(account.link(/^Signing in at another site/)).toBe(PAGE);
    const page = await unlink(there);
    expect([page.status, page.address]).toEqual([200, PAGE]);
    expect(page.text).toContain('Unlinked. The other site opens your account no more.');
    expect(await whoIs(there)).toBe('nuru');
    const later = stranger(world);
    expect((await comeBack(later, 'nuru-there nuru@example.org yes')).status).toBe(403);
    expect(await whoIs(await signIn(world, nuru))).toBe('nuru');
  });

  it('can be taken back', async () => {
    await person('imani');
    const there = stranger(world);
    await comeBack(there, 'imani-there imani@example.org yes');
    await unlink(there);
    expect((await unlink(there, PASSWORD, 'Link again')).text).toContain('Linked again.');
    const later = stranger(world);
    await comeBack(later, 'imani-there imani@example.org yes');
    expect(await whoIs(later)).toBe('imani');
  });

  it('is refused to whoever does not know the password: it might be their only way in', async () => {
    await person('zawadi');
    const there = stranger(world);
    await comeBack(there, 'zawadi-there zawadi@example.org yes');
    const page = await unlink(there, 'something else');
    expect([page.status, page.errors]).toEqual([422, ['This is not your password.']]);
    expect((await unlink(there, '')).status).toBe(422);
    const later = stranger(world);
    await comeBack(later, 'zawadi-there zawadi@example.org yes');
    expect(await whoIs(later)).toBe('zawadi');
  });

  it('is nothing that one does for somebody else', async () => {
    const [theirs, other] = [await person('tatu'), await person('asha')];
    await comeBack(stranger(world), 'tatu-there tatu@example.org yes');
    const [row] = await world.database.rows<{ id: string }>('SELECT "id" FROM "linked_identities" WHERE "personId" = ?', [theirs.id]);
    const visitor = await signIn(world, other);
    expect((await open(visitor, PAGE)).main).toContain('No other site opens your account.');
    const fields = { form: newId(), identity: row!.id, do: 'unlink', password: PASSWORD };
    await visitor.post(PAGE).send(new URLSearchParams(fields).toString()).expect(404);
    const later = stranger(world);
    await comeBack(later, 'tatu-there tatu@example.org yes');
    expect(await whoIs(later)).toBe('tatu');
  });
});
