import { newId } from '../../src/kernel/identifier';
import { FORM, knock, type Knock, post } from '../support/knock';
import type { Answer } from '../support/page';
import { startWorld, type World } from '../support/world';
import { BrokenModule } from './broken';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/** One of every kind of answer that the app gives. */
const KINDS: [what: string, status: number, path: string, asked: Knock][] = [
  ['a page', 200, '/sign-in', {}],
  ['a page’s head', 200, '/sign-in', { method: 'HEAD' }],
  ['a way elsewhere', 303, '/learning', {}],
  ['nothing here', 404, '/nothing-here', {}],
  ['an address that cannot be read', 400, '/verify/%E0%A4%A', {}],
  ['a form to correct', 422, '/sign-in', { method: 'POST', headers: FORM, body: `form=${newId()}&email=&password=` }],
  ['a form that is none of ours', 400, '/sign-in', { method: 'POST', headers: FORM, body: 'email=x' }],
  ['JSON instead of a form', 415, '/sign-in', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }],
  ['a form from elsewhere', 403, '/sign-in', { method: 'POST', headers: { ...FORM, 'sec-fetch-site': 'cross-site' }, body: 'form=x' }],
  ['too much', 413, '/sign-in', { method: 'POST', headers: FORM, body: `form=${'x'.repeat(70_000)}` }],
  ['a fault', 500, '/broken', {}],
  ['health', 200, '/health', {}],
  ['another method', 405, '/', { method: 'PUT' }],
  ['another host', 400, '/', { headers: { host: 'evil.example' } }],
];

describe('every answer', () => {
  let world: World;
  let style: string;
  beforeAll(async () => {
    world = await startWorld({ modules: [BrokenModule] });
    style = /href="(\/assets\/style-[^"]+\.css)"/.exec((await knock(world, '/sign-in', {})).text)![1]!;
  });
  afterAll(() => world.stop());

  function guarded({ headers }: Answer): void {
    expect(headers['content-security-policy']!.split(';').sort()).toEqual([...POLICY].sort());
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-request-id': expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).not.toHaveProperty('strict-transport-security'); // this site is reached in the open, on one machine
  }

  it.each(KINDS)('is guarded: %s', async (_, status, path, asked) => {
    const answer = await knock(world, path, asked);
    expect(answer.status).toBe(status);
    guarded(answer);
  });

  it.each(KINDS)('has a number of its own: %s', async (_, _status, path, asked) => {
    const [one, other] = [await knock(world, path, asked), await knock(world, path, asked)];
    expect(one.headers['x-request-id']).not.toBe(other.headers['x-request-id']);
  });

  it.each(KINDS.filter(([what]) => !['another method', 'another host'].includes(what)))(
    'is kept by nobody: %s',
    async (_, _s, path, asked) => {
      const { headers } = await knock(world, path, asked);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers).not.toHaveProperty('etag');
    },
  );

  it('allows nothing inline and nothing from elsewhere, and no page needs it', async () => {
    expect(POLICY.join()).not.toMatch(/unsafe|\*|https?:|nonce/);
    const { text } = await knock(world, '/', {});
    expect(text).not.toMatch(/ style=| on\w+=|<style|<script(?![^>]* src="\/assets\/)|(?:src|href)="(?:https?:)?\/\//);
  });

  it('of styles, scripts and pictures is kept for a year, under a name that changes with them', async () => {
    const answer = await knock(world, style, {});
    guarded(answer);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.headers).not.toHaveProperty('content-encoding');
    expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(answer.text)));
  });

  it('to somebody who has the style already is short', async () => {
    const { etag } = (await knock(world, style, {})).headers;
    const known = await knock(world, style, { headers: { 'if-none-match': etag! } });
    guarded(known);
    expect([known.status, known.text, known.headers['etag']]).toEqual([304, '', etag]);
    expect((await knock(world, style, { headers: { 'if-none-match': '"older"' } })).status).toBe(200);
  });

  it.each([
    ['br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['deflate', undefined],
    ['', undefined],
  ])('with a style for who takes “%s” is packed as %s', async (accepted, packed) => {
    const { status, headers } = await knock(world, style, { method: 'HEAD', headers: { 'accept-encoding': accepted } });
    expect([status, headers['content-encoding']]).toEqual([200, packed]);
    const plain = Number((await knock(world, style, { method: 'HEAD' })).headers['content-length']);
    expect(Number(headers['content-length']) < plain / 2).toBe(packed !== undefined);
  });

  it('about an older style that is gone is that it is not here', async () => {
    expect((await knock(world, style.replace(/-[^-]+\.css$/, '-0123456789.css'), {})).status).toBe(404);
  });

  it('with a page is packed for who takes it', async () => {
    const { headers } = await knock(world, '/', { headers: { 'accept-encoding': 'gzip' } });
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': 'text/html; charset=utf-8', 'content-language': 'en' });
  });

  it.each(['/assets/..%2f..%2fpackage.json', '/assets//style.css', '/assets/style.css', '/views/home/welcome.hbs', '//assets/style.css'])(
    'to %s is that it is not here',
    async (path) => {
      const { status, text } = await knock(world, path, {});
      expect(status).toBe(404);
      expect(text).not.toContain('"scripts"');
    },
  );

  it('to a form that is sent where there is none is the page that says so', async () => {
    const { status, headers } = await post(world, '/health', null, `form=${newId()}`);
    expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  });
});
