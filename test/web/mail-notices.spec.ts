import { lettersTo, startMailServer } from '../support/mail';
import { knock } from '../support/knock';
import { open } from '../support/page';
import { submit } from '../support/submit';
import { stranger } from '../support/visitor';
import { startWorld, type World } from '../support/world';
import type { Person } from '../../src/people/person.entity';
import { Outbox, STOPPED } from '../../src/web/mail/outbox.service';
import { OutboxMessage } from '../../src/web/mail/outbox-message.entity';
import { personOfToken, stopToken } from '../../src/web/mail/stop-token';

describe('a notice', () => {
  let world: World;
  beforeEach(async () => (world = await startWorld()));
  afterEach(() => world.stop());

  const outbox = () => world.app.get(Outbox, { strict: false });
  const notice = (person: Person, subject = 'News') => ({
    recipient: person.email,
    language: person.language!,
    subject,
    text: 'Tomorrow at ten.\n',
    personId: person.id,
  });
  const tell = (...people: Person[]) =>
    world.database.write((write) =>
      outbox().putAll(
        write,
        people.map((one) => notice(one)),
      ),
    );
  const account = ({ email, language }: Person) =>
    world.database.write((write) => outbox().put(write, { recipient: email, language: language!, subject: 'Password', text: 'A link.\n' }));
  const stopOf = async (person: Person) => (await lettersTo(world, person.email))[0]!.stop!;
  const oneClick = (address: string, body = 'List-Unsubscribe=One-Click', type = 'application/x-www-form-urlencoded') =>
    knock(world, new URL(address).pathname, { method: 'POST', body, headers: { 'content-type': type } });

  it('says to the mail program and to its reader, in their language, how to stop such letters', async () => {
    await tell(world.wanjiku, world.yusuf);
    const [english] = await lettersTo(world, world.wanjiku.email);
    const [arabic] = await lettersTo(world, world.yusuf.email);
    expect(english!.stop).toEqual({ address: expect.stringMatching(/\/mail\/stop\/[\w-]{44}$/), post: 'List-Unsubscribe=One-Click' });
    expect(english!.text).toBe(
      `Tomorrow at ten.\n\n-- \nYou get this letter because you take part here. To stop letters like it:\n${english!.stop!.address}?language=en`,
    );
    expect(arabic!.text).toContain(`${arabic!.stop!.address}?language=ar`);
    expect(arabic!.html).toContain('<html lang="ar" dir="rtl">');
    expect(arabic!.html).toContain(`href="${arabic!.stop!.address}?language&#x3D;ar"`);
    expect(arabic!.stop!.address).not.toBe(english!.stop!.address);
  });

  it('is no letter about an account: that one says nothing of stopping', async () => {
    await account(world.wanjiku);
    expect((await lettersTo(world, world.wanjiku.email)).map(({ stop, text }) => [stop, text])).toEqual([[null, 'A link.']]);
  });

  it('is stopped with one click of a mail program that brings no session and no form, and nobody else’s is', async () => {
    await tell(world.wanjiku);
    const { address } = await stopOf(world.wanjiku);
    expect((await oneClick(address)).status).toBe(200);
    expect((await oneClick(address)).status).toBe(200);
    expect(await tell(world.wanjiku, world.baraka)).toBe(1);
    await account(world.wanjiku);
    expect((await lettersTo(world, world.wanjiku.email)).map(({ subject }) => subject)).toEqual(['News', 'Password']);
    expect(await lettersTo(world, world.baraka.email)).toHaveLength(1);
  });

  it('is stopped in either way in which a mail program may say so', async () => {
    await tell(world.wanjiku);
    const { address } = await stopOf(world.wanjiku);
    const body = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
    expect((await oneClick(address, body, 'multipart/form-data; boundary=x')).status).toBe(200);
    expect(await tell(world.wanjiku)).toBe(0);
  });

  it.each([
    ['an empty form', '', 'application/x-www-form-urlencoded', 400],
    ['another word', 'List-Unsubscribe=No', 'application/x-www-form-urlencoded', 400],
    ['JSON', '{"List-Unsubscribe":"One-Click"}', 'application/json', 415],
    ['a book', `List-Unsubscribe=One-Click&x=${'x'.repeat(10_000)}`, 'application/x-www-form-urlencoded', 413],
  ])('is not stopped by %s', async (_, body, type, status) => {
    await tell(world.wanjiku);
    expect((await oneClick((await stopOf(world.wanjiku)).address, body, type)).status).toBe(status);
    expect(await tell(world.wanjiku)).toBe(1);
  });

  it('is not stopped by a link that was guessed, changed, or made for somebody who is gone', async () => {
    const secret = world.settings.sessionSecret;
    const good = stopToken(world.wanjiku.id, secret);
    const gone = stopToken('01900000-0000-7000-8000-000000000000', secret);
    for (const token of ['x', good.slice(1), `${good}A`, good.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), gone]) {
      expect((await oneClick(`${world.address}/mail/stop/${token}`)).status).toBe(404);
      const page = await stranger(world).get(`/mail/stop/${token}`).expect(404);
      expect(page.text).toContain('This link for stopping letters does not work');
    }
    expect(personOfToken(good, 'another secret')).toBeNull();
    expect(personOfToken(good, secret)).toBe(world.wanjiku.id);
  });

  it('is stopped and asked for again on a page that whoever has the link can open; looking at it changes nothing', async () => {
    await tell(world.yusuf);
    const address = new URL((await stopOf(world.yusuf)).address).pathname;
    const visitor = stranger(world);
    const page = await open(visitor, `${address}?language=ar`);
    expect([page.language, page.direction]).toEqual(['ar', 'rtl']);
    expect(await tell(world.yusuf)).toBe(1);
    const stopped = await submit(visitor, page, 'أوقف هذه الرسائل');
    expect(stopped.buttons).toContain('أعد إرسالها');
    expect(await tell(world.yusuf)).toBe(0);
    expect((await submit(visitor, stopped, 'أعد إرسالها')).buttons).toContain('أوقف هذه الرسائل');
    expect(await tell(world.yusuf)).toBe(1);
  });

  it('that was waiting when its reader stopped them is not sent, and its words are gone', async () => {
    const server = await startMailServer({ refuse: 'later' });
    world.settings.smtpUrl = server.url;
    await tell(world.wanjiku);
    await outbox().work();
    const stop = /List-Unsubscribe: ?<([^>]+)>/i.exec(server.sources[0]!.text.replace(/\r\n\s+/g, ''))![1]!;
    await oneClick(stop);
    world.clock.advance({ minutes: 1 });
    await outbox().work();
    await server.stop();
    expect(server.sources).toHaveLength(1);
    expect(await world.database.read(OutboxMessage).find()).toEqual([
      expect.objectContaining({ text: '', dueAt: null, sentAt: null, failure: STOPPED }),
    ]);
  });
});
