import { newId } from '../../src/kernel/identifier';
import { LANGUAGES } from '../../src/kernel/language';
import { Phrases } from '../../src/languages/phrases';
import { letters, lettersTo, startMailServer } from '../support/mail';
import { open, read } from '../support/page';
import { contents } from '../support/tables';
import { PASSWORD, signIn, stranger } from '../support/visitor';
import { startWorld, type World } from '../support/world';
import { Outbox } from '../../src/web/mail/outbox.service';
import { OutboxMessage } from '../../src/web/mail/outbox-message.entity';
import { Person } from '../../src/people/person.entity';
import { OneTimeLink } from '../../src/people/one-time-link.entity';

const NEW_PASSWORD = 'nine lazy herons on Saturday';

describe('a forgotten password', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  const ask = (email: string, language = 'en') =>
    stranger(world).post(`/password/forgotten?language=${language}`).send({ form: newId(), email });
  const change = (link: string, password: string) => stranger(world).post(link).send({ form: newId(), password });
  const newestLink = async (email: string) => new URL((await lettersTo(world, email)).at(-1)!.links[0]!).pathname;

  it('gives the same page for a known and for an unknown address, and writes to the known one only', async () => {
    const before = await contents(world.database, ['failed_tries']);
    const unknown = await ask('nobody@example.org').expect(200);
    expect(await contents(world.database, ['failed_tries'])).toEqual(before);
    const known = await ask('wanjiku@example.org').expect(200);
    expect(read(known).main).toBe(read(unknown).main);
    expect((await letters(world)).map(({ to }) => to)).toEqual(['wanjiku@example.org']);
  });

  it("is written in the account's language and holds one link to this site", async () => {
    await ask('yusuf@example.org').expect(200);
    const letter = (await lettersTo(world, 'yusuf@example.org')).at(-1)!;
    expect(letter.language).toBe('ar');
    expect(letter.links).toHaveLength(1);
    expect(letter.links[0]).toMatch(new RegExp(`^${world.settings.baseUrl}/password/reset/[\\w-]{22}$`));
  });

  it('looking at the link does not use it up; changing the password does, once, and signs out everywhere', async () => {
    await ask('wanjiku@example.org').expect(200);
    const link = await newestLink('wanjiku@example.org');
    const session = await signIn(world, world.wanjiku);
    for (const _ of [1, 2, 3]) await stranger(world).get(link).expect(200);
    await change(link, NEW_PASSWORD).expect(303).expect('location', '/sign-in');
    await session.get('/learning').expect(303);
    await signIn(world, world.wanjiku, NEW_PASSWORD);
    await expect(signIn(world, world.wanjiku, PASSWORD)).rejects.toThrow();
    const again = await change(link, 'another try with the same link').expect(410);
    expect(read(again).heading).toBe('This link was already used');
    expect(read(again).link('Ask for a new link')).toBe('/password/forgotten');
    expect(read(again).links.filter(({ address }) => address.includes('reset'))).toEqual([]);
    await signIn(world, world.wanjiku, NEW_PASSWORD);
  });

  it('of fifty that use one link at once, exactly one changes the password', async () => {
    await ask('baraka@example.org').expect(200);
    const link = await newestLink('baraka@example.org');
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => change(link, `${i} purple tractors sing at noon`)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(49);
  });

  it('is too old after an hour, to the second, and an older link stops when a newer one is asked for', async () => {
    await ask('tomas@example.org').expect(200);
    const first = await newestLink('tomas@example.org');
    await ask('tomas@example.org').expect(200);
    const second = await newestLink('tomas@example.org');
    expect(read(await stranger(world).get(first).expect(410)).heading).toBe('This link is too old');
    world.clock.advance({ minutes: 59, seconds: 59 });
    await stranger(world).get(second).expect(200);
    world.clock.advance({ seconds: 1 });
    const before = await contents(world.database, ['sessions']);
    expect(read(await change(second, NEW_PASSWORD).expect(410)).heading).toBe('This link is too old');
    expect(await contents(world.database, ['sessions'])).toEqual(before);
    await signIn(world, world.tomas, PASSWORD);
    expect(read(await stranger(world).get(second).expect(410)).link('Ask for a new link')).toBe('/password/forgotten');
  });

  it.each(LANGUAGES)('that nobody made is answered calmly, with the way to a new one: %s', async (language) => {
    const say = world.app.get(Phrases).in(language);
    const visitor = stranger(world);
    const page = await open(visitor, `/password/reset/AAAAAAAAAAAAAAAAAAAAAA?language=${language}`);
    expect([page.status, page.language, page.heading]).toEqual([404, language, say('people.link.unknown.title')]);
    const way = await open(visitor, page.link(say('people.link.ask-again')));
    expect([way.status, way.heading]).toEqual([200, say('people.forgotten.title')]);
    const sent = read(await change('/password/reset/AAAAAAAAAAAAAAAAAAAAAA', NEW_PASSWORD).expect(404));
    expect(sent.link('Ask for a new link')).toBe('/password/forgotten');
  });

  it('keeps only hashes of tokens', async () => {
    await ask('amara@example.org').expect(200);
    const token = (await newestLink('amara@example.org')).split('/').at(-1)!;
    const links = await world.database.read(OneTimeLink).find();
    expect(JSON.stringify(links)).not.toContain(token);
  });

  it.each([
    ['eleven chars', 'eleven char', 'Use at least 12 characters.'],
    ['five thousand characters', 'x'.repeat(5000), 'Use at most 128 characters.'],
    ['on every list', 'password1234', 'public list'],
    ['a keyboard row', 'qwertyuiop[]', 'public list'],
    ['the name of this site', 'my chapterhouse key', 'name of this site'],
    ['the own e-mail address', 'amara@example.org', 'public list'],
  ])('refuses a password that is %s', async (_, password, sentence) => {
    const link = await newestLink('amara@example.org');
    const before = await contents(world.database);
    const page = read(await change(link, password).expect(422));
    expect(page.errors).toHaveLength(1);
    expect(page.errors[0]).toContain(sentence);
    expect(page.html).not.toContain(password);
    expect(await contents(world.database)).toEqual(before);
  });

  it('a link changes the password of its own account only, whoever else is signed in, and opens nothing of another kind', async () => {
    const link = await newestLink('amara@example.org');
    const token = link.split('/').at(-1)!;
    for (const place of ['/appointments', '/join', '/steward']) await stranger(world).get(`${place}/${token}`).expect(404);
    const mei = await signIn(world, world.mei);
    const before = await world.database.read(Person).findOneByOrFail({ id: world.mei.id });
    await mei.post(link).send({ form: newId(), password: NEW_PASSWORD }).expect(303);
    expect(await world.database.read(Person).findOneByOrFail({ id: world.mei.id })).toEqual(before);
    await signIn(world, world.amara, NEW_PASSWORD);
    await mei.get('/learning').expect(200);
    await ask('amara@example.org').expect(200);
  });

  it('takes a password in any script', async () => {
    const link = await newestLink('amara@example.org');
    await change(link, 'سبع حمامات بيضاء فوق السطح').expect(303);
    await signIn(world, world.amara, 'سبع حمامات بيضاء فوق السطح');
  });
});

describe('the outbox', () => {
  const open: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.stop();
  });

  /** A site whose mail goes to a mail server that answers as it is told. */
  async function site(answer: { refuse?: string } = {}) {
    const server = await startMailServer(answer);
    open.push(server);
    const world = await startWorld({ settings: { smtpUrl: server.url } });
    open.push(world);
    await stranger(world).post('/password/forgotten').send({ form: newId(), email: 'mei@example.org' }).expect(200);
    return { server, world, outbox: world.app.get(Outbox, { strict: false }) };
  }

  it('delivers to a real mail server, each letter once', async () => {
    const { server, outbox } = await site();
    await outbox.work();
    await outbox.work();
    expect(server.received.map(({ to, language }) => [to, language])).toEqual([['mei@example.org', 'zh']]);
  });

  it('loses nothing while the mail server is down, and tries again later and later', async () => {
    const answer: { refuse?: string } = { refuse: 'come back later' };
    const { server, world, outbox } = await site(answer);
    const letter = async () => (await world.database.read(OutboxMessage).find())[0]!;
    await outbox.work();
    await outbox.work();
    expect((await letter()).tries).toBe(1);
    world.clock.advance({ minutes: 1 });
    await outbox.work();
    expect((await letter()).tries).toBe(2);
    delete answer.refuse;
    world.clock.advance({ minutes: 5 });
    await outbox.work();
    expect(server.received).toHaveLength(1);
    expect((await letter()).sentAt).not.toBeNull();
  });
});
