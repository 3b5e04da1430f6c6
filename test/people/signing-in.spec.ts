import { newId } from '../../src/kernel/identifier';
import { Person } from '../../src/people/person.entity';
import { Hashing } from '../../src/people/password/hashing.service';
import { PlainHands } from '../support/hands';
import { read } from '../support/page';
import { contents } from '../support/tables';
import { PASSWORD, signIn, stranger, type Visitor } from '../support/visitor';
import { loadLibrary, startWorld, type World } from '../support/world';

const REFUSED = 'E-mail or password is not right.';

describe('signing in', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  const attempt = (visitor: Visitor, email: string, password: string, more: Record<string, string> = {}) =>
    visitor.post('/sign-in').send(new URLSearchParams({ form: newId(), email, password, ...more }).toString());

  it('begins a session under a new id and leads home', async () => {
    const visitor = stranger(world);
    visitor.keep('session', 's%3Aplanted.by-somebody-else');
    const answer = await attempt(visitor, 'WANJIKU@example.org ', PASSWORD).expect(303);
    expect(answer.headers['location']).toBe('/');
    expect(visitor.cookie('session')).not.toContain('planted');
    expect(String(answer.headers['set-cookie'])).toMatch(/session=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax/);
  });

  it('a wrong password, a missing one and one that is too long change nothing, and begin no session', async () => {
    const visitor = stranger(world);
    const before = await contents(world.database, ['failed_tries']);
    await attempt(visitor, 'mei@example.org', 'not her password').expect(401);
    await attempt(visitor, 'mei@example.org', '').expect(422);
    const counted = await contents(world.database);
    const page = read(await attempt(visitor, 'mei@example.org', 'x'.repeat(5000)).expect(422));
    expect(page.errors).toEqual(['Use at most 128 characters.']);
    expect([page.field('E-mail address').value, page.field('Password').value]).toEqual(['mei@example.org', '']);
    expect(await contents(world.database)).toEqual(counted); // nobody has looked at it, so it is no wrong try
    expect(await contents(world.database, ['failed_tries'])).toEqual(before);
    expect(visitor.cookie('session')).toBeUndefined();
  });

  it('looks at a password just as long when there is no account', async () => {
    const hashing = world.app.get(Hashing, { strict: false });
    const stored = await hashing.hash(PASSWORD);
    /** What the processor did for it: a machine that is busy with other things does no more of it. */
    const cost = async (against: string | null) => {
      const before = process.cpuUsage();
      expect(await hashing.matches(against, 'not the password')).toBe(false);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const [unknown, known]: [number[], number[]] = [[], []];
    for (let i = 0; i < 7; i++) {
      unknown.push(await cost(null));
      known.push(await cost(stored));
    }
    expect(Math.min(...unknown) / Math.min(...known)).toBeGreaterThan(0.5);
  });

  it('says the same to a wrong password and to an unknown address, byte for byte', async () => {
    const visitor = stranger(world);
    const masked = (text: string, email: string) => text.replaceAll(email, '…').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
    const known = await attempt(visitor, 'wanjiku@example.org', 'not her password').expect(401);
    const unknown = await attempt(visitor, 'nobody@example.org', 'not her password').expect(401);
    expect(masked(known.text, 'wanjiku@example.org')).toBe(masked(unknown.text, 'nobody@example.org'));
    const page = read(known);
    expect(page.main).toContain(REFUSED);
    expect(page.title).toBe('Error: Sign in · Chapterhouse');
    expect(page.field('E-mail address').value).toBe('wanjiku@example.org');
    expect(page.field('Password').value).toBe('');
    expect(page.offers('I have forgotten my password')).toBe(true);
  });

  it('asks for what is missing', async () => {
    const page = read(await attempt(stranger(world), '', '').expect(422));
    expect(page.title).toMatch(/^Error: /);
    expect(page.errors).toEqual(['Enter an e-mail address, such as name@example.org', 'Enter your password']);
  });

  it('makes whoever has tried eleven times wait, until five minutes have passed, also after a restart of their browser', async () => {
    for (let i = 0; i < 11; i++) await attempt(stranger(world), 'baraka@example.org', `guess number ${i}`).expect(401);
    const answer = await attempt(stranger(world), 'baraka@example.org', PASSWORD).expect(429);
    expect(answer.headers['retry-after']).toBe('300');
    expect(read(answer).main).toContain('Wait 5 minutes and try again.');
    expect(read(answer).fields.map(({ value }) => value)).toEqual(['baraka@example.org']);
    expect(answer.headers['set-cookie']).toBeUndefined();
    const kept = JSON.stringify([
      ['form', newId()],
      ['name', 'Mombasa & coast'],
    ]);
    const before = await contents(world.database);
    const again = read(
      await attempt(stranger(world), 'baraka@example.org', PASSWORD, { next: '/chapters/kenya/cohorts', kept }).expect(429),
    );
    expect(again.fields.map(({ value }) => value)).toEqual(['baraka@example.org', 'Mombasa & coast']);
    expect(again.html).not.toContain(PASSWORD);
    expect(await contents(world.database)).toEqual(before);
    await attempt(stranger(world), 'wanjiku@example.org', PASSWORD).expect(303);
    world.clock.advance({ minutes: 5, seconds: 1 });
    await attempt(stranger(world), 'baraka@example.org', PASSWORD).expect(303);
  });

  it('lets a whole class with a few typing mistakes in from one address', async () => {
    for (let i = 0; i < 60; i++) {
      if (i % 20 === 0) await attempt(stranger(world), 'yusuf@example.org', 'mistyped').expect(401);
      await attempt(stranger(world), 'yusuf@example.org', PASSWORD).expect(303);
    }
  });

  it('leads back to where somebody was going, and never off the site', async () => {
    const asked = await stranger(world).get('/certificates').expect(303);
    expect(asked.headers['location']).toBe('/sign-in?next=%2Fcertificates');
    const inside = await attempt(stranger(world), 'mei@example.org', PASSWORD, { next: '/certificates' }).expect(303);
    expect(inside.headers['location']).toBe('/certificates');
    for (const next of [
      '//evil.example/x',
      'https://evil.example',
      '/\\evil.example',
      '/%0d%0aset-cookie:x',
      'javascript:alert(1)',
      '\t//evil.example',
      '/sign-out',
    ]) {
      const { location } = (await attempt(stranger(world), 'mei@example.org', PASSWORD, { next }).expect(303)).headers;
      expect(new URL(location!, 'http://here.invalid').host).toBe('here.invalid');
      expect(location).not.toBe('/sign-out');
    }
  });

  it('signs out of this browser, and the old cookie opens nothing', async () => {
    const visitor = await signIn(world, world.tomas);
    const old = visitor.cookie('session')!;
    await visitor.get('/learning').expect(200);
    await visitor.post('/sign-out').send({ form: newId() }).expect(303);
    const thief = stranger(world);
    thief.keep('session', old);
    await thief.get('/learning').expect(303).expect('location', '/sign-in?next=%2Flearning');
  });

  it('keeps no password and no session id in the database', async () => {
    const visitor = await signIn(world, world.tomas);
    const id = decodeURIComponent(visitor.cookie('session')!).replace(/^s:/, '').split('.')[0]!;
    const rows = await world.database.rows<{ id: string; data: string }>('SELECT "id", "data" FROM "sessions"');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(id);
    const people = await world.database.rows<{ passwordHash: string }>('SELECT "passwordHash" FROM "people"');
    expect(people.every(({ passwordHash }) => passwordHash.startsWith('$argon2id$v=19$m=19456,t=2,p=1$'))).toBe(true);
  });
});

describe('a session that ended while somebody was writing', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  it('is begun again without losing a word, and the form arrives', async () => {
    const hands = new PlainHands(await signIn(world, world.amara));
    await loadLibrary(world);
    await hands.goTo('/chapters/kenya/cohorts/new');
    await hands.loseSession();
    const before = await contents(world.database, ['sessions']);
    const asked = await hands.press('Start the cohort', { Name: 'Mombasa & “coast”' });
    expect(asked.status).toBe(401);
    expect(await contents(world.database, ['sessions'])).toEqual(before);
    expect(asked.main).toContain('what you wrote is kept');
    const again = await hands.press('Sign in', { 'E-mail address': 'amara@example.org', Password: PASSWORD });
    expect(again.heading).toBe('Your text is still here');
    expect(again.main).toContain('Mombasa & “coast”');
    const board = await hands.press('Send it now');
    expect(board.heading).toContain('Mombasa & “coast”');
  });

  it('asks a stranger who opens a page to sign in, and a fetch gets a sentence', async () => {
    await stranger(world).get('/learning').expect(303);
    const answer = await stranger(world).post('/chapters/kenya/cohorts').set('x-requested-with', 'fetch').send('a=b').expect(401);
    expect(answer.body.message).toContain('Your session has ended');
  });

  it('keeps what is signed in when the account is fine, and ends it when the account is suspended', async () => {
    const visitor = await signIn(world, world.mei);
    await visitor.get('/learning').expect(200);
    await world.database.write((write) => write.update(Person, { id: world.mei.id }, { active: false }));
    await new Promise((resolve) => setTimeout(resolve, 5100));
    await visitor.get('/learning').expect(303);
  });
});
