import { request } from 'node:http';
import { deviceOf } from '../../src/web/sessions/device';
import { SessionStore } from '../../src/web/sessions/session-store.service';
import { newId } from '../../src/kernel/identifier';
import { FORM, knock } from '../support/knock';
import { open } from '../support/page';
import { submit } from '../support/submit';
import { contents } from '../support/tables';
import { PASSWORD, signIn, type Visitor } from '../support/visitor';
import { startWorld, type World } from '../support/world';

const ANDROID = 'Mozilla/5.0 (Linux; Android 13; TECNO BG6) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36';

describe('a device in words', () => {
  it.each([
    [ANDROID, 'Chrome', 'Android'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1',
      'Safari',
      'iOS',
    ],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/124.0 Safari/537.36 Edg/124.0', 'Edge', 'Windows'],
    ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:125.0) Gecko/20100101 Firefox/125.0', 'Firefox', 'Linux'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.4 Safari/605.1.15', 'Safari', 'macOS'],
    ['Opera/9.80 (Android; Opera Mini/36.2/191.328; U; en) Presto/2.12.423 Version/12.16', 'Opera', 'Android'],
    ['Mozilla/5.0 (Mobile; Nokia 8110 4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5', 'Firefox', 'KaiOS'],
    ['<script>alert(1)</script>', null, null],
    [undefined, null, null],
  ])('%s', (told, browser, system) => {
    expect(deviceOf(told)).toEqual({ browser, system });
  });
});

describe('where somebody is signed in', () => {
  let world: World;
  beforeEach(async () => (world = await startWorld()));
  afterEach(() => world.stop());

  /** Signs in as from a phone. */
  async function phone(): Promise<Visitor> {
    const visitor = await signIn(world, world.wanjiku);
    const body = new URLSearchParams({ form: newId(), email: world.wanjiku.email, password: PASSWORD }).toString();
    await visitor.post('/sign-out').send({ form: newId() }).expect(303);
    await visitor.post('/sign-in').set('user-agent', ANDROID).send(body).expect(303);
    return visitor;
  }

  it('lists every browser with its device, marks this one, and signs out one of them', async () => {
    const [here, there] = [await signIn(world, world.wanjiku), await phone()];
    await signIn(world, world.mei);
    const page = await open(here, '/account/sessions');
    expect(page.rows('This browser')).toHaveLength(1);
    expect(page.rows('Chrome on Android')).toEqual([expect.stringMatching(/Since 1 March 2027 · Last used: 1 March 2027.*Sign out/)]);
    const after = await submit(here, page, /^Sign out Chrome Android$/);
    expect(after.text).toContain('Signed out there.');
    expect(after.rows('Chrome on Android')).toEqual([]);
    await there.get('/learning').expect(303);
    await here.get('/learning').expect(200);
  });

  it('signs out all others and keeps this one; other people stay where they are', async () => {
    const [here, there, mei] = [await signIn(world, world.wanjiku), await phone(), await signIn(world, world.mei)];
    await submit(here, await open(here, '/account/sessions'), 'Sign out everywhere else');
    await there.get('/learning').expect(303);
    await here.get('/learning').expect(200);
    await mei.get('/learning').expect(200);
  });

  it('knows the device before the browser goes on, however fast that is', async () => {
    const body = new URLSearchParams({ form: newId(), email: world.wanjiku.email, password: PASSWORD }).toString();
    const store = world.app.get(SessionStore, { strict: false });
    const kept = await new Promise<unknown[]>((done, failed) => {
      const headers = { ...FORM, 'user-agent': ANDROID, 'content-length': String(Buffer.byteLength(body)) };
      const asked = request(`${world.address}/sign-in`, { method: 'POST', headers }, (response) => {
        store.openOf(world.wanjiku.id).then((open) => done(open.map(({ device }) => device.browser)), failed); // the headers are there
        response.resume();
      });
      asked.end(body);
    });
    expect(kept).toEqual(['Chrome']);
  });

  it('nobody signs out somebody else', async () => {
    const mei = await signIn(world, world.mei);
    const id = (await world.app.get(SessionStore, { strict: false }).openOf(world.mei.id))[0]!.id;
    const here = await signIn(world, world.wanjiku);
    await here.post('/account/sessions').send({ form: newId(), session: id }).expect(303);
    await mei.get('/learning').expect(200);
  });

  it('a page that was on its way when the session ended does not bring it back', async () => {
    const visitor = await signIn(world, world.wanjiku);
    const store = world.app.get(SessionStore, { strict: false });
    const id = decodeURIComponent(visitor.cookie('session')!).replace(/^s:/, '').split('.')[0]!;
    const data = await new Promise<Parameters<typeof store.set>[1]>((found, failed) =>
      store.get(id, (error, session) => (error ? failed(error as Error) : found(session!))),
    );
    await store.endAllOf(world.wanjiku.id);
    await new Promise<void>((done, failed) => store.set(id, data, (error) => (error ? failed(error as Error) : done())));
    await visitor.get('/learning').expect(303);
  });
});

describe('a browser that is used every week', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld()));
  afterAll(() => world.stop());

  it('gets its cookie anew on the first page of a day, and on no other', async () => {
    const visitor = await signIn(world, world.wanjiku);
    const renewed = async () => String((await visitor.get('/learning')).headers['set-cookie'] ?? '').startsWith('session=');
    expect(await renewed()).toBe(false);
    world.clock.advance({ days: 7 });
    expect([await renewed(), await renewed(), await renewed()]).toEqual([true, false, false]);
  });

  it('stays signed in for months; one that is not used for 15 days does not', async () => {
    const visitor = await signIn(world, world.mei);
    for (let week = 0; week < 9; week++) {
      world.clock.advance({ days: 7 });
      await visitor.get('/learning').expect(200);
    }
    world.clock.advance({ days: 15 });
    await visitor.get('/learning').expect(303);
  });

  it('writes nothing while somebody reads', async () => {
    const session = { session: (await signIn(world, world.tomas)).cookie('session')! };
    await knock(world, '/learning', { cookies: session });
    const before = await contents(world.database);
    for (let page = 0; page < 5; page++) await knock(world, '/learning', { cookies: session });
    expect(await contents(world.database)).toEqual(before);
  });
});
