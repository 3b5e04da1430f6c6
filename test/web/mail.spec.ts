import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { type Letter, Outbox } from '../../src/web/mail/outbox.service';
import { OutboxMessage } from '../../src/web/mail/outbox-message.entity';
import { startApp, type TestApp } from '../support/app';
import { letters, startMailServer } from '../support/mail';

const WORD = 'a-token-that-opens-an-account';
const LETTER: Letter = { recipient: 'nour@example.org', language: 'ar', subject: 'كلمة مرور جديدة', text: `مرحبًا\n\n${WORD}\n` };

describe('a letter', () => {
  const open: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.stop();
  });

  const kept = <T extends { stop(): Promise<void> }>(one: T): T => {
    open.push(one);
    return one;
  };
  const mailServer = async (answer: { refuse?: string } = {}) => kept(await startMailServer(answer));
  const site = async (smtpUrl: string | null) => kept(await startApp({ settings: { smtpUrl } }));
  /** Another process of the same site. */
  const another = async ({ settings: { dataDir, databaseUrl }, clock }: TestApp, smtpUrl: string) =>
    kept(await startApp({ clock, settings: { dataDir, databaseUrl, smtpUrl } }));
  const outbox = ({ app }: TestApp) => app.get(Outbox, { strict: false });
  const put = (world: TestApp, letter: Partial<Letter> = {}) =>
    world.database.write((write) => outbox(world).put(write, { ...LETTER, ...letter }));
  const stored = ({ database }: TestApp) => database.read(OutboxMessage).find();

  it('arrives with its words, its language and the name of the house, to one reader', async () => {
    const server = await mailServer();
    const world = await site(server.url);
    await put(world);
    await outbox(world).work();
    expect(server.received).toEqual([
      {
        to: 'nour@example.org',
        from: 'Chapterhouse <no-reply@chapterhouse.test>',
        subject: LETTER.subject,
        language: 'ar',
        text: LETTER.text.trim(),
        html: expect.stringContaining('<html lang="ar" dir="rtl">'),
        links: [],
        stop: null,
      },
    ]);
    expect(server.sources[0]!.recipients).toEqual(['nour@example.org']);
    expect(server.sources[0]!.text).toMatch(/^Auto-Submitted: auto-generated$/im);
    expect(server.sources[0]!.text).toMatch(/^Message-ID: <[0-9a-f-]{36}@127\.0\.0\.1>$/m);
  });

  it('says the same twice, as plain text and as HTML in which nothing it says is markup', async () => {
    const server = await mailServer();
    const world = await site(server.url);
    const text =
      'Hello <b>Nour</b> & "others",\n\nread https://example.org/a?b=1&c=<i>2</i>.\nOr (http://example.org/d).\n\njavascript:alert(1)\n';
    await put(world, { language: 'en', subject: '<script>', text });
    await outbox(world).work();
    const [letter] = server.received;
    expect(letter!.text).toBe(text.trim());
    expect(letter!.html).toContain('<title>&lt;script&gt;</title>');
    expect(letter!.html).toContain('Hello &lt;b&gt;Nour&lt;/b&gt; &amp; &quot;others&quot;,');
    const links = [...letter!.html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    expect(links).toEqual(['https://example.org/a?b&#x3D;1&amp;c&#x3D;', 'http://example.org/d']);
    expect(letter!.html).not.toMatch(/<(script|b|i|img|link)\b/);
    expect(letter!.html.match(/<p dir="auto"/g)).toHaveLength(3);
  });

  it('is not written when what it is about did not happen', async () => {
    const server = await mailServer();
    const world = await site(server.url);
    const work = world.database.write(async (write) => {
      await outbox(world).put(write, LETTER);
      throw new Error('in the end not');
    });
    await expect(work).rejects.toThrow('in the end not');
    await outbox(world).work();
    expect([await stored(world), server.received]).toEqual([[], []]);
  });

  it('is not kept once it has left: nobody who reads the database later finds a link in it', async () => {
    const world = await site((await mailServer()).url);
    await put(world);
    await outbox(world).work();
    expect(await stored(world)).toEqual([expect.objectContaining({ text: '', sentAt: world.clock.now(), dueAt: null, tries: 1 })]);
  });

  it('is tried again later and later for four days, under the same number, and then given up', async () => {
    const server = await mailServer({ refuse: 'nobody is at home' });
    const world = await site(server.url);
    await put(world);
    await outbox(world).work();
    const waits: number[] = [];
    for (let due = (await stored(world))[0]!.dueAt; due; due = (await stored(world))[0]!.dueAt) {
      waits.push((due.getTime() - world.clock.now().getTime()) / 60_000);
      world.clock.set(new Date(due.getTime() - 1)); // a moment too early
      await outbox(world).work();
      expect(server.sources).toHaveLength(waits.length);
      world.clock.set(due);
      await outbox(world).work();
    }
    expect(waits).toEqual([1, 5, 15, 60, 180, 360, 720, 1440, 1440, 1440]);
    const numbers = server.sources.map(({ text }) => /^Message-ID: (\S+)$/m.exec(text)![1]);
    expect([numbers.length, new Set(numbers).size]).toEqual([11, 1]);
    expect(await stored(world)).toEqual([
      expect.objectContaining({ text: '', sentAt: null, tries: 11, failure: expect.stringMatching(/at home/) }),
    ]);
    world.clock.advance({ days: 400 });
    await outbox(world).work();
    expect(server.sources).toHaveLength(11);
  });

  it('that cannot be sent is in the log by its number and by what went wrong, without its reader and its words', async () => {
    const world = await site((await mailServer({ refuse: `nour@example.org does not live here, ${WORD}` })).url);
    await put(world);
    await outbox(world).work();
    world.log.flush();
    const [{ id }] = (await stored(world)) as [OutboxMessage];
    const { at: _, ...line } = world.log.lines.find(({ event }) => event === 'mail-failed')!;
    expect(line).toEqual({ event: 'mail-failed', message: id, tries: 1, code: 'EMESSAGE', again: true });
    expect(JSON.stringify(world.log.lines)).not.toMatch(/nour|a-token/);
  });

  it('does not wait for one that cannot be sent', async () => {
    const answer: { refuse?: string } = { refuse: 'not this one' };
    const server = await mailServer(answer);
    const world = await site(server.url);
    await put(world, { recipient: 'first@example.org' });
    await outbox(world).work();
    delete answer.refuse;
    await put(world, { recipient: 'second@example.org' });
    await outbox(world).work();
    expect(server.received.map(({ to }) => to)).toEqual(['second@example.org']);
  });

  it('leaves once, also where two processes look after one outbox', async () => {
    const server = await mailServer();
    const [one, unsent] = [await site('smtp://127.0.0.1:1'), 40]; // where no mail server is
    for (let i = 0; i < unsent; i++) await put(one, { recipient: `${i}@example.org` });
    await outbox(one).work();
    one.clock.advance({ minutes: 1 });
    const others = [await another(one, server.url), await another(one, server.url)];
    await Promise.all(others.flatMap((app) => [outbox(app).work(), outbox(app).work()]));
    const readers = server.received.map(({ to }) => to);
    expect([readers.length, new Set(readers).size]).toEqual([unsent, unsent]);
  });

  it('is not lost with a process that ends while the mail server says nothing, and does not hold it up', async () => {
    const silent = await silentServer();
    const first = await site(silent.url);
    await put(first);
    await put(first);
    await silent.called;
    await first.app.close();
    silent.stop();
    const server = await mailServer();
    const second = await another(first, server.url);
    await outbox(second).work();
    expect(server.received).toHaveLength(1); // the one that nobody had begun with
    second.clock.advance({ minutes: 2 });
    await outbox(second).work();
    expect(server.received).toHaveLength(2);
  });

  it.each<[what: string, letter: Partial<Letter>]>([
    ['a second line in its subject', { subject: 'Hello\r\nBcc: evil@example.net\r\n\r\nbody' }],
    ['a list of readers', { recipient: 'nour@example.org, evil@example.net' }],
    ['a reader inside a reader', { recipient: '"evil@example.net"@example.org' }],
    ['a second line in its reader', { recipient: 'nour@example.org\r\nBcc: evil@example.net' }],
    ['what ends a letter in its text', { text: 'one\r\n.\r\nMAIL FROM:<x@example.net>\r\nRCPT TO:<evil@example.net>\r\ntwo' }],
  ])('goes to nobody else and says nothing else with %s', async (_, letter) => {
    const server = await mailServer();
    const world = await site(server.url);
    await put(world, letter);
    await outbox(world).work();
    expect(server.sources.length).toBeLessThanOrEqual(1);
    expect(server.sources.flatMap(({ recipients }) => recipients)).not.toContain('evil@example.net');
    for (const { text, recipients } of server.sources) {
      expect(recipients).toHaveLength(1);
      const [head = ''] = text.split(/\r?\n\r?\n/);
      expect(head).not.toMatch(/^(bcc|cc):/im);
      expect(
        head
          .match(/^\S+:/gm)!
          .map((name) => name.toLowerCase())
          .sort(),
      ).toEqual([
        'auto-submitted:',
        'content-language:',
        'content-type:',
        'date:',
        'from:',
        'message-id:',
        'mime-version:',
        'subject:',
        'to:',
      ]);
    }
    if (letter.text) expect(server.received[0]!.text.split('\n')).toEqual(expect.arrayContaining(['one', '.', 'two']));
  });

  it('without a mail server is a file that only the host can read', async () => {
    const world = await site(null);
    await put(world);
    expect((await letters(world)).map(({ text }) => text)).toEqual([LETTER.text.trim()]);
    const folder = join(world.settings.dataDir, 'mail');
    const files = await readdir(folder);
    const [kept] = await stored(world);
    expect([kept!.text, kept!.sentAt]).toEqual([LETTER.text, world.clock.now()]); // its host reads it in the application too
    expect(files).toEqual([`${kept!.id}.eml`]);
    expect((await stat(join(folder, files[0]!))).mode & 0o777).toBe(0o600);
  });
});

/** A mail server that takes calls and says nothing. */
async function silentServer() {
  const callers: Socket[] = [];
  const server = createServer((caller) => callers.push(caller.on('error', () => undefined)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    server.close();
    for (const caller of callers) caller.destroy();
  };
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, called: once(server, 'connection'), stop };
}
