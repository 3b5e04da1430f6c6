import { mkdtemp, rm } from 'node:fs/promises';
import { get as ask, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { newId } from '../src/kernel/identifier';
import { TestClock } from './support/app';
import { endServers, type Server, startServer } from './support/server';
import { until } from './support/until';
import { PASSWORD, sessionFor } from './support/visitor';
import { invitationTo, type LearningWorld, startLearning } from './support/world';

const LONGEST_STOP_MS = 10_000;
const AT_ONCE = 20;

describe('a server that is asked to stop', () => {
  let folder: string;
  let world: Pick<LearningWorld, 'wanjiku' | 'settings' | 'studies'>;
  let session: string;
  let invitation: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chapterhouse-stop-'));
    const made = await startLearning({ clock: new TestClock(new Date()), settings: { databaseUrl: null, dataDir: folder } });
    session = await sessionFor(made, made.wanjiku);
    invitation = await invitationTo(made, made.cohort);
    world = made;
    await made.stop();
  });
  afterAll(async () => {
    endServers();
    await rm(folder, { recursive: true, force: true });
  });

  const start = (script?: string): Promise<Server> =>
    startServer({ dataDir: folder, sessionSecret: world.settings.sessionSecret, ...(script && { script }) });
  const post = ({ address }: Server, path: string, fields: Record<string, string>, cookie = `session=${session}`) =>
    fetch(address + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ form: newId(), ...fields }).toString(),
    });

  it('finishes what it has accepted, ends its streams, and is gone', async () => {
    const server = await start('test/support/stream-server.cjs');
    const stream = await opened(`${server.address}/waiting/stream`);
    const slow = Array.from({ length: AT_ONCE }, () => fetch(`${server.address}/waiting/slow`));
    const lesson = `/lessons/${world.studies.wanjiku}/rough-consensus/where-the-idea-comes-from`;
    const reads = Array.from({ length: AT_ONCE }, () => post(server, `${lesson}/read`, {}));
    await until(async () => server.said().split('slow: has come').length > AT_ONCE, 'all of the slow ones, on their way');
    await later(300); // those that read have arrived, too
    const began = performance.now();
    const ended = server.end('SIGTERM');
    const nobody = () =>
      fetch(`${server.address}/health`).then(
        () => false,
        () => true,
      );
    let answered = false;
    const answers = Promise.all(slow.map(async (one) => (await one).json())).finally(() => (answered = true));
    await until(nobody, 'whoever comes now finds no one');
    expect(answered).toBe(false); // while it still works
    expect(await answers).toEqual(Array(AT_ONCE).fill({ done: true }));
    expect(new Set(await Promise.all(reads.map(async (one) => (await one).status)))).toEqual(new Set([303]));
    expect(await stream.text).toMatch(/^retry: \d+\n\n/);
    expect(await ended).toBe(0);
    const took = Math.round(performance.now() - began);
    console.log(`stop: ${2 * AT_ONCE} requests and a stream in flight, gone after ${took} ms`);
    expect(took).toBeLessThanOrEqual(LONGEST_STOP_MS);
  });

  it('stops at once when nobody waits for anything but an idle line', async () => {
    const server = await start();
    await (await fetch(`${server.address}/health`)).text(); // keeps its connection
    const began = performance.now();
    expect(await server.end('SIGTERM')).toBe(0);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('has said nothing of anybody: no names, addresses, tokens, queries, answers', async () => {
    const server = await start();
    const secret = 'a-word-nobody-should-log';
    const { name, email } = world.wanjiku;
    const cookie = `session=${session}`;
    const addresses = [
      invitation,
      '/learning',
      `/verify?code=${secret}`,
      `/password/reset/${secret}`,
      `/nothing/${secret}`,
      `/sign-in?next=/${secret}`,
      '/%E0%A4%A',
    ];
    for (const address of addresses)
      await (await fetch(server.address + address, { headers: { cookie, referer: `${server.address}/${secret}` } })).text();
    await post(server, '/sign-in', { email, password: 'a wrong password' }, '');
    const signedIn = await post(server, '/sign-in', { email, password: PASSWORD }, '');
    await post(server, '/password/forgotten', { email }, '');
    await post(server, invitation, { name: secret, email: `${secret}@example.org`, password: PASSWORD }, '');
    await post(server, '/sign-in', { email, password: 'x', [secret]: 'x' }, '');
    expect(await server.end('SIGTERM')).toBe(0);
    const said = server.said();
    const fresh = /session=([^;]+)/.exec(signedIn.headers.getSetCookie().join())![1]!;
    const unsaid = [
      secret,
      name,
      name.split(' ')[0]!,
      email,
      'example.org',
      PASSWORD,
      'a wrong password',
      session,
      fresh,
      invitation,
      invitation.split('/')[2]!,
    ];
    expect(unsaid.filter((words) => said.includes(words))).toEqual([]);
    const lines = said.split('\n').filter((line) => line.startsWith('{'));
    expect(lines.filter((line) => (JSON.parse(line) as { event: string }).event === 'request').length).toBeGreaterThanOrEqual(
      addresses.length + 4,
    );
    expect(said).not.toContain('"fault"');
  });
});

/** An event stream, once its first words have come. */
async function opened(address: string): Promise<{ text: Promise<string> }> {
  const answer = await new Promise<IncomingMessage>((come) => ask(address, come));
  let text = '';
  answer.on('data', (part: Buffer) => (text += part.toString()));
  await new Promise((first) => answer.once('data', first));
  return {
    text: new Promise((ended, failed) =>
      answer
        .once('end', () => ended(text))
        .once('error', failed)
        .once('aborted', () => failed(new Error('the stream was cut'))),
    ),
  };
}
