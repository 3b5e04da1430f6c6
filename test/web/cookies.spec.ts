import { newId } from '../../src/kernel/identifier';
import { FORM, knock, type Knock } from '../support/knock';
import { type Answer, Page } from '../support/page';
import { contents } from '../support/tables';
import { PASSWORD } from '../support/visitor';
import { startWorld, type World } from '../support/world';

/** The attributes of a cookie that was set, by their names in small letters; null when it was not set. */
function cookieOf({ headers }: Answer, name: string): Record<string, string | true> | null {
  const line = [headers['set-cookie'] ?? []].flat().find((one) => one.startsWith(`${name}=`));
  if (!line) return null;
  const parts = line.split('; ').map((part) => part.split('='));
  return Object.fromEntries(parts.map(([key, ...value], i) => [i ? key!.toLowerCase() : 'name', i ? value.join('=') || true : key!]));
}

const body = () => new URLSearchParams({ form: newId(), email: 'wanjiku@example.org', password: PASSWORD }).toString();
const signIn = (more: Record<string, string> = {}): Knock => ({ method: 'POST', headers: { ...FORM, ...more }, body: body() });
const withoutExpiry = (cookie: ReturnType<typeof cookieOf>) => {
  const { expires: _, ...rest } = cookie!;
  return rest;
};

describe('cookies of a site on one machine', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld()));
  afterAll(() => world.stop());

  it('none is set for somebody who only looks', async () => {
    for (const path of ['/', '/sign-in', '/verify', '/nothing-here', '/health', '/?language=tlh', '/?theme=pink'])
      expect((await knock(world, path, {})).headers).not.toHaveProperty('set-cookie');
  });

  it('a session is out of the reach of scripts and of other sites', async () => {
    const session = cookieOf(await knock(world, '/sign-in', signIn()), 'session');
    expect(withoutExpiry(session)).toEqual({ name: 'session', path: '/', httponly: true, samesite: 'Lax' });
  });

  it.each([
    ['language', 'language=ru', 'language'],
    ['light or dark', 'theme=dark', 'theme'],
  ])('what was chosen is remembered for a year on this device: %s', async (_, query, name) => {
    const cookie = cookieOf(await knock(world, `/?${query}`, {}), name);
    expect(withoutExpiry(cookie)).toEqual({ name, 'max-age': '31536000', path: '/', httponly: true, samesite: 'Lax' });
    const { text } = await knock(world, '/', { cookies: { [name]: query.split('=')[1]! } });
    expect(/<html[^>]*>/.exec(text)![0]).toContain(name === 'theme' ? 'data-theme="dark"' : 'lang="ru"');
  });

  it.each(['ruru', 'RU', 'tlh', '"ru"', 'ru%00', ''])('a language that nobody chose here, “%s”, is none', async (language) => {
    const { headers } = await knock(world, '/', { cookies: { language } });
    expect(headers['content-language']).toBe('en');
  });

  it.each(['s%3Aabc.def', 's:', 'x', '%E0%A4%A', 's%3A'.repeat(500)])(
    'a session that nobody began, %.20s, opens nothing',
    async (session) => {
      const answer = await knock(world, '/learning', { cookies: { session } });
      expect([answer.status, answer.headers['location']]).toEqual([303, '/sign-in?next=%2Flearning']);
    },
  );
});

describe('cookies of a site on the Internet', () => {
  const HOST = 'learn.example.org';
  const there = { host: HOST, 'x-forwarded-proto': 'https' };
  let world: World;
  beforeAll(async () => (world = await startWorld({ settings: { baseUrl: `https://${HOST}`, trustedProxies: 1 } })));
  afterAll(() => world.stop());

  it('a session travels only over https, and belongs to this very host', async () => {
    const answer = await knock(world, '/sign-in', signIn(there));
    expect(answer.status).toBe(303);
    expect(cookieOf(answer, 'session')).toBeNull();
    expect(withoutExpiry(cookieOf(answer, '__Host-session'))).toEqual({
      name: '__Host-session',
      path: '/',
      httponly: true,
      secure: true,
      samesite: 'Lax',
    });
  });

  it('a session is not handed out over a line that anybody can read', async () => {
    const answer = await knock(world, '/sign-in', signIn({ host: HOST }));
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  it('opens with its own name and not with the other', async () => {
    const value = /__Host-session=([^;]+)/.exec(String((await knock(world, '/sign-in', signIn(there))).headers['set-cookie']))![1]!;
    const ask = async (cookies: Record<string, string>) => (await knock(world, '/learning', { headers: there, cookies })).status;
    expect(await ask({ '__Host-session': value })).toBe(200);
    expect(await ask({ session: value })).toBe(303);
  });

  it('a language travels only over https, too', async () => {
    const cookie = cookieOf(await knock(world, '/?language=ru', { headers: there }), 'language');
    expect(cookie).toMatchObject({ secure: true, httponly: true, samesite: 'Lax' });
  });

  it('a browser that has been here once never tries the open line again', async () => {
    for (const path of ['/', '/nothing-here', '/health'])
      expect((await knock(world, path, { headers: there })).headers['strict-transport-security']).toMatch(/^max-age=31536000/);
  });

  it.each(['127.0.0.1', 'localhost', 'evil.example', 'learn.example.org.evil.example', 'learn.example.org:81', ''])(
    'no other name is answered to: “%s”',
    async (host) => {
      expect((await knock(world, '/', { headers: { ...there, host } })).status).toBe(400);
    },
  );

  it('but whoever looks after the machine may ask how it is by any name', async () => {
    expect((await knock(world, '/health', { headers: { host: '127.0.0.1' } })).status).toBe(200);
  });
});

describe('where a post comes from', () => {
  let world: World;
  let host: string;
  beforeAll(async () => {
    world = await startWorld();
    host = new URL(world.address).host;
  });
  afterAll(() => world.stop());

  const from = async (headers: Record<string, string>) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return (await knock(world, '/sign-in', { method: 'POST', headers: { ...type, ...headers }, body: body() })).status;
  };
  const own = () => ({ origin: `http://${host}` });

  it.each<[what: string, headers: () => Record<string, string>, status: number]>([
    ['this site', () => ({ 'sec-fetch-site': 'same-origin' }), 303],
    ['the address bar', () => ({ 'sec-fetch-site': 'none' }), 303],
    ['another site', () => ({ 'sec-fetch-site': 'cross-site' }), 403],
    ['a site beside this one', () => ({ 'sec-fetch-site': 'same-site' }), 403],
    ['nobody knows where', () => ({ 'sec-fetch-site': 'somewhere' }), 403],
    ['another site that claims this origin', () => ({ 'sec-fetch-site': 'cross-site', ...own() }), 403],
    ['this origin, from an older browser', own, 303],
    ['another origin', () => ({ origin: 'http://evil.example' }), 403],
    ['this host at another port', () => ({ origin: 'http://127.0.0.1:1' }), 403],
    ['a name that begins like this one', () => ({ origin: `http://${host}.evil.example` }), 403],
    ['a page without an origin', () => ({ origin: 'null' }), 403],
    ['an origin that cannot be read', () => ({ origin: 'x y' }), 403],
    ['what is no browser', () => ({}), 303],
  ])('%s', async (_, headers, status) => {
    expect(await from(headers())).toBe(status);
  });

  it('a refused post keeps what was typed, and no password', async () => {
    const headers = { ...FORM, 'sec-fetch-site': 'cross-site' };
    const before = await contents(world.database);
    const { text, status } = await knock(world, '/sign-in', { method: 'POST', headers, body: body() });
    expect([status, new Page(text, '/sign-in', status).heading]).toEqual([403, 'Please send this again']);
    expect(await contents(world.database)).toEqual(before);
    expect(text).toContain('wanjiku@example.org');
    expect(text).not.toContain(PASSWORD);
  });
});
