import { startMailServer } from '../support/mail';
import { open } from '../support/page';
import { as, stranger } from '../support/visitor';
import { makePerson, startWorld, type World } from '../support/world';
import { Housekeeping } from '../../src/seeding/housekeeping.service';
import { Letters } from '../../src/web/mail/letters.service';
import { Outbox } from '../../src/web/mail/outbox.service';
import { OutboxMessage } from '../../src/web/mail/outbox-message.entity';

const LINK = 'https://example.org/password/reset/a-token-that-opens-an-account';

describe('the outbox, read in the application', () => {
  let world: World;
  afterEach(() => world.stop());

  const put = (recipient: string, subject = 'A new password', text = `Hello\n\n${LINK}\n`) =>
    world.database.write((write) => world.app.get(Outbox, { strict: false }).put(write, { recipient, language: 'en', subject, text }));
  const sent = () => world.app.get(Outbox, { strict: false }).work();
  const one = async () => `/mail/${(await world.database.read(OutboxMessage).find({ order: { id: 'ASC' } })).at(-1)!.id}`;

  it('where no mail server is, has every letter and its words for a steward, and for nobody else', async () => {
    world = await startWorld();
    await put(world.wanjiku.email);
    await sent();
    const list = await open(as(world, world.sofia), '/mail');
    expect(list.rows('A new password')).toEqual([expect.stringContaining('wanjiku@example.org')]);
    expect(list.main).toContain('are kept for 14 days');
    const letter = await open(as(world, world.sofia), list.link('A new password'));
    expect(letter.links.map(({ address }) => address)).toContain(LINK);
    for (const who of [world.amara, world.tomas, world.wanjiku, world.mei]) {
      for (const address of ['/mail', await one()]) await as(world, who).get(address).expect(404);
    }
    await stranger(world)
      .get(await one())
      .expect(303)
      .expect('location', /sign-in/);
  });

  it('where letters leave the house, shows no steward the words of one that still waits', async () => {
    const server = await startMailServer({ refuse: 'later' });
    world = await startWorld({ settings: { smtpUrl: server.url } });
    await put(world.wanjiku.email);
    await sent();
    const list = await open(as(world, world.sofia), '/mail');
    expect(list.rows('A new password')).toEqual([expect.stringContaining('Waiting')]);
    const letter = await as(world, world.sofia)
      .get(await one())
      .expect(200);
    expect(letter.text).not.toContain('a-token-that-opens');
    await server.stop();
  });

  it('in the demo is open to everybody, and holds what goes to its people only', async () => {
    world = await startWorld({ settings: { mode: 'demo' } });
    const { email } = await makePerson(world, { name: 'Zuri', email: 'zuri@demo.example', language: 'en' });
    await put(email);
    const shown = await one();
    await put('somebody@elsewhere.example', 'Secret');
    await put('x@demo.example.evil.example', 'Secret');
    await sent();
    const list = await open(stranger(world), '/mail');
    expect(list.main).toContain('This is the demo: no letter leaves it.');
    expect(list.main).not.toContain('Secret');
    expect((await open(stranger(world), shown)).links.map(({ address }) => address)).toContain(LINK);
    await stranger(world)
      .get(await one())
      .expect(404);
    expect((await open(stranger(world), '/sign-in')).link('Letters of the demo')).toBe('/mail');
  });

  it('forgets the words after two weeks, with the files, and the letters after three months; not sooner', async () => {
    world = await startWorld();
    await put(world.wanjiku.email);
    await sent();
    const tidy = () => world.app.get(Housekeeping, { strict: false }).round();
    const stored = () => world.database.read(OutboxMessage).find();
    world.clock.advance({ days: 14 });
    await tidy();
    expect((await stored())[0]!.text).toContain(LINK);
    world.clock.advance({ seconds: 1 });
    await tidy();
    expect((await stored())[0]!.text).toBe('');
    const letter = await open(as(world, world.sofia), await one());
    expect(letter.main).toContain('are not kept any more');
    world.clock.advance({ days: 77 });
    expect(await world.app.get(Letters, { strict: false }).prune(world.clock.now())).toBe(1);
    expect(await stored()).toEqual([]);
  });

  it('has pages, and no others', async () => {
    world = await startWorld();
    for (let i = 1; i <= 26; i++) await put(world.wanjiku.email, `Letter ${i}`);
    await sent();
    const first = await open(as(world, world.sofia), '/mail');
    expect([first.rows(/Letter 26\b/).length, first.rows(/Letter 1\b/).length]).toEqual([1, 0]);
    expect((await open(as(world, world.sofia), '/mail?page=2')).rows(/Letter 1\b/)).toHaveLength(1);
    for (const page of ['0', '3', '-1', 'x', '1e9', '9999999']) await as(world, world.sofia).get(`/mail?page=${page}`).expect(404);
    for (const id of ['x', '1', '01900000-0000-7000-8000-000000000000']) await as(world, world.sofia).get(`/mail/${id}`).expect(404);
  });
});
