import { newId } from '../../src/kernel/identifier';
import type { Language } from '../../src/kernel/language';
import { FORM, knock } from '../support/knock';
import { Page } from '../support/page';
import { PASSWORD, sessionFor } from '../support/visitor';
import { startWorld, type World } from '../support/world';
import { BrokenModule, SECRET } from './broken';

const STACK = /node_modules|\bat \w+.*:\d+:\d|\.[jt]s:\d+/;

describe('a fault of ours', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld({ modules: [BrokenModule] })));
  beforeEach(() => {
    world.log.flush();
    world.log.lines.splice(0);
  });
  afterAll(() => world.stop());

  const faults = () => {
    world.log.flush();
    return world.log.lines.filter(({ event }) => event === 'fault');
  };

  it.each(['/broken', '/broken/thrown-words', '/broken/template'])(
    'is a page with a number, and the log has the rest under that number: %s',
    async (path) => {
      const answer = await knock(world, path, {});
      const page = new Page(answer.text, path, answer.status);
      expect([page.status, page.heading]).toEqual([500, 'That did not work']);
      expect(page.main).toContain(`Number of this report: ${answer.headers['x-request-id']}`);
      expect(page.link('Go to the first page')).toBe('/');
      expect(faults()).toEqual([
        expect.objectContaining({ id: answer.headers['x-request-id'], method: 'GET', stack: expect.stringMatching(/./) }),
      ]);
      expect(answer.text).not.toMatch(STACK);
      expect(answer.text).not.toContain(SECRET);
      expect(JSON.stringify(answer.headers)).not.toContain(SECRET);
    },
  );

  it.each<[Language, string]>([
    ['ar', 'rtl'],
    ['zh', 'ltr'],
    ['ru', 'ltr'],
  ])('is told in the language of its reader: %s', async (language, direction) => {
    const { text } = await knock(world, '/broken', { headers: { 'accept-language': language } });
    const page = new Page(text, '/broken', 500);
    expect([page.language, page.direction]).toEqual([language, direction]);
    expect(page.heading).not.toBe('That did not work');
  });

  it('is a sentence for a script', async () => {
    const answer = await knock(world, '/broken', { headers: { 'x-requested-with': 'fetch' } });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      500,
      { message: expect.stringMatching(/^Something went wrong on our side\./) },
    ]);
  });

  it('is none when something is not there, is not allowed or cannot be read', async () => {
    for (const path of ['/nothing-here', '/verify/%E0%A4%A', '/learning', '/chapters/kenya']) await knock(world, path, {});
    await knock(world, '/sign-in', { method: 'POST', headers: FORM, body: 'x=y' });
    await knock(world, '/sign-in', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    expect(faults()).toEqual([]);
  });

  it('what is hidden and what is not there are the same page, without a number', async () => {
    const masked = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
    const hidden = await knock(world, '/chapters/kenya', { who: world.mei });
    const missing = await knock(world, '/chapters/nowhere', { who: world.mei });
    expect([hidden.status, masked(hidden.text)]).toEqual([404, masked(missing.text)]);
    expect(hidden.text).not.toContain('Number of this report');
  });
});

describe('the log', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld({ modules: [BrokenModule], settings: { mode: 'production' } })));
  beforeEach(() => {
    world.log.flush();
    world.log.lines.splice(0);
  });
  afterAll(() => world.stop());

  const lines = () => {
    world.log.flush();
    return world.log.lines.map(({ at: _at, ms: _ms, id: _id, ...rest }) => rest);
  };

  it('has one line for each request: its number, its route, how it ended, and nothing of who asked what', async () => {
    const who = world.wanjiku;
    await sessionFor(world, who);
    lines();
    world.log.lines.splice(0);
    await knock(world, '/lessons/an-enrolment/a-module/a-step?x=a-query', { who, headers: { referer: 'http://a-referer/' } });
    await knock(world, '/verify/a-code-of-somebody', {});
    await knock(world, '/nowhere/a-token', {});
    const body = new URLSearchParams({ form: newId(), email: who.email, password: PASSWORD }).toString();
    await knock(world, '/sign-in', { method: 'POST', headers: FORM, body });
    expect(lines()).toEqual([
      { event: 'request', method: 'GET', route: '/lessons/:enrolment/:module/:step', status: 404 },
      { event: 'request', method: 'GET', route: '/verify/:code', status: 404 },
      { event: 'request', method: 'GET', route: null, status: 404 },
      { event: 'request', method: 'POST', route: '/sign-in', status: 303 },
    ]);
  });

  it('says that somebody sent a form from elsewhere, or one that is none of ours, and not what was in it', async () => {
    const body = `form=${newId()}&email=${world.mei.email}&steward=yes`;
    await knock(world, '/sign-in', { method: 'POST', headers: { ...FORM, 'sec-fetch-site': 'cross-site' }, body });
    await knock(world, '/sign-in', { method: 'POST', headers: FORM, body });
    expect(lines().filter(({ event }) => event === 'security')).toEqual([
      { event: 'security', what: 'request from another site' },
      { event: 'security', what: 'unreadable form: unknown-field' },
    ]);
    expect(JSON.stringify(world.log.lines)).not.toMatch(/mei|steward/);
  });

  it('says of somebody who gives out a role that is none only that it was not there', async () => {
    const who = world.amara;
    await sessionFor(world, who);
    lines();
    world.log.lines.splice(0);
    const answer = await knock(world, '/chapters/kenya/invitations', {
      method: 'POST',
      who,
      headers: FORM,
      body: `form=${newId()}&role=steward`,
    });
    expect(answer.status).toBe(404);
    expect(lines()).toEqual([{ event: 'request', method: 'POST', route: '/chapters/:chapter/invitations', status: 404 }]);
  });

  it('joins the lines of one request by its number', async () => {
    const { headers } = await knock(world, '/broken', {});
    world.log.flush();
    expect(world.log.lines.map(({ event, id }) => [event, id])).toEqual([
      ['fault', headers['x-request-id']],
      ['request', headers['x-request-id']],
    ]);
  });
});

describe('whoever asks how it is', () => {
  it('hears that it is well, and nothing else', async () => {
    const world = await startWorld();
    const { status, text, headers } = await knock(world, '/health', {});
    await world.stop();
    expect([status, JSON.parse(text)]).toEqual([200, { status: 'ok' }]);
    expect(headers).toMatchObject({ 'content-type': expect.stringMatching(/^application\/json/), 'cache-control': 'no-store' });
  });

  it('hears the reason when the database is away; what needs none is there, and everybody else gets a page in their language', async () => {
    const world = await startWorld();
    const session = await sessionFor(world, world.wanjiku);
    await world.database.close();
    const { status, text } = await knock(world, '/health', {});
    expect([status, JSON.parse(text)]).toEqual([503, { status: 'unavailable', reason: 'the database does not answer' }]);
    world.clock.advance({ minutes: 1 }); // nobody is remembered any longer
    const answer = await knock(world, '/learning', { cookies: { session }, headers: { 'accept-language': 'ru' } });
    const page = new Page(answer.text, '/learning', answer.status);
    expect([page.status >= 500, page.language]).toEqual([true, 'ru']);
    expect(page.main).toContain(answer.headers['x-request-id']);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.text).not.toMatch(STACK);
    expect((await knock(world, '/sign-in', {})).status).toBe(200);
    await world.stop();
  });
});
