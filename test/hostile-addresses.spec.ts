import { newId } from '../src/kernel/identifier';
import { each, knock, post } from './support/knock';
import { type Answer, Page } from './support/page';
import { type Declared, routesOf } from './support/routes';
import { contents } from './support/tables';
import { routeOf, startTour, type Tour } from './support/tour';
import type { Stop } from './support/tour-pages';

const COUNTED = ['sessions', 'failed_tries'];

/** What stands in addresses where an id, a number, a word or a token belongs. */
const BAD = [
  'abc',
  '-1',
  '0',
  '1e9',
  '9'.repeat(400),
  '%00',
  'x%00y',
  '__proto__',
  'constructor',
  'toString',
  '%2e%2e%2f%2e%2e',
  '%E2%80%AE',
  "'--",
];

/** Numbers of certificates have a page of their own for what is not there; who guesses has to wait. */
const OWN_MISSING_PAGE = '/verify/:code';

/** So have links that people were sent: it says whom to ask for another one. What no address can hold is nothing there, too. */
const LINKS = [
  '/appointments/:token',
  '/asking/:token',
  '/confirm-address/:token',
  '/join/:token',
  '/mail/stop/:token',
  '/password/reset/:token',
  '/sign-in/link/:token',
  '/steward/:token',
  '/tables/:table/digest/:token',
];

/** What everybody may send who is signed in. */
const FOR_EVERYBODY = ['/ask/:cohort'];

describe('hostile addresses', () => {
  let tour: Tour;
  let routes: Declared[];
  let before: Record<string, string>;
  beforeAll(async () => {
    tour = await startTour();
    routes = routesOf(tour.world);
    before = await contents(tour.world.database, COUNTED);
  });
  afterAll(async () => {
    expect(tour.world.log.faults).toEqual([]);
    expect(await contents(tour.world.database, COUNTED)).toEqual(before);
    await tour.world.stop();
  });

  const ask = (stop: Pick<Stop, 'who'>, address: string) => knock(tour.world, address, { who: stop.who });

  /** Things that are there, for other people. */
  const ofOthers = (name: string): string[] => {
    const { world, studies, attempts, certificate } = tour;
    const things: Record<string, string[]> = {
      chapter: ['penang', world.penang.id],
      cohort: [world.cohorts.penang.id],
      enrolment: [studies.mei, studies.zuri, world.mei.id],
      attempt: [attempts.open, attempts.passed, studies.wanjiku],
      certificate: [certificate.id, certificate.code],
      request: [tour.ways.others],
      work: [tour.assignments.works.dalmas, tour.assignments.auma.enrolment],
      file: Object.values(tour.assignments.files),
      review: [tour.assignments.works.dalmas],
      quiz: [tour.papers.others],
      scenario: [tour.parts.others, tour.writing.others],
      table: [tour.tables.others, tour.tables.enrolment],
    };
    return things[name] ?? [];
  };

  /** One page of the tour for each route that has something to fill in. */
  const examples = (): [Stop, Declared][] =>
    routes
      .filter(({ method, path }) => method === 'GET' && path.includes(':') && path !== OWN_MISSING_PAGE)
      .map((route) => [
        tour.stops.find((one) => !one.fields && one.status === 200 && routeOf(routes, 'GET', one.address) === route)!,
        route,
      ]);

  it('whatever is not there, and whatever is somebody else’s, is the same page', async () => {
    const found: string[] = [];
    for (const [stop, route] of examples()) {
      const [missing, dead] = [masked(await ask(stop, '/nothing-here')), masked(await ask(stop, route.path.replace(':token', 'mistyped')))];
      const names = route.path.split('/').filter((word) => word.startsWith(':'));
      for (const name of names) {
        const place = route.path.split('/').indexOf(name);
        const filled = (value: string) =>
          stop.address
            .split('/')
            .map((word, i) => (i === place ? value : word))
            .join('/');
        const strange = ofOthers(name.slice(1)).filter((one) => filled(one) !== stop.address);
        const others = await each(strange, async (one) => [filled(one), await ask(stop, filled(one))] as const);
        const bad = await each(
          [...BAD, newId(), newId().toUpperCase()],
          async (one) => [filled(one), await ask(stop, filled(one))] as const,
        );
        const mayOpen = (address: string) =>
          tour.stops.some((one) => one.address === address && one.who === stop.who && one.status === 200);
        for (const [address, answer] of [...others, ...bad].filter(([one]) => !mayOpen(one))) {
          const same = LINKS.includes(route.path) && !address.includes('%00') ? dead : missing;
          if (answer.status !== 404 || masked(answer) !== same)
            found.push(`${stop.who?.name} ${route.path} ${address.slice(0, 120)}: ${answer.status}`);
        }
      }
    }
    expect(found).toEqual([]);
  });

  it('a form sent to what is somebody else’s, or to nothing, is the same page too', async () => {
    const found = await each(tour.examples, async ({ who, address, fields }) => {
      const path = routeOf(routes, 'POST', address)!.path;
      if (!who || !path.includes(':') || path.includes(':token') || FOR_EVERYBODY.includes(path)) return [];
      const body = new URLSearchParams({ form: newId(), ...fields }).toString();
      const stranger = who === tour.chege ? tour.world.mei : tour.chege;
      const place = path.split('/').findIndex((word) => word.startsWith(':'));
      const nowhere = address
        .split('/')
        .map((word, i) => (i === place ? newId() : word))
        .join('/');
      const theirs = await post(tour.world, address, stranger, body);
      const nothing = await post(tour.world, nowhere, stranger, body);
      return theirs.status === 404 && masked(theirs) === masked(nothing) ? [] : [`${path}: ${theirs.status}, ${nothing.status}`];
    });
    expect(found.flat()).toEqual([]);
  });

  it.each(['page=-1', 'page=0', 'page=99999999', 'page=abc', 'page=1e9', 'page=1&page=2', `page=${'9'.repeat(400)}`])(
    'a list has no %.30s',
    async (query) => {
      const { amara, cohort } = tour.world;
      expect((await ask({ who: amara }, `/cohorts/${cohort.id}?page=1`)).status).toBe(200);
      const [bad, nothing] = [await ask({ who: amara }, `/cohorts/${cohort.id}?${query}`), await ask({ who: amara }, '/nothing-here')];
      expect(masked(bad)).toBe(masked(nothing));
    },
  );

  it('strange questions to any page are no fault of ours', async () => {
    const asked = [
      'language=tlh',
      'theme=%00',
      'next=//evil.example',
      'code[a]=b',
      'code=%00',
      '__proto__[x]=y',
      '%E0%A4%A',
      'page[]=1',
      `x=${'y'.repeat(4000)}`,
    ];
    const known = { ...tour.stops[0]!, who: tour.world.mei, address: '/sign-in' }; // leads on to where somebody was going
    const open = [known, ...tour.stops.filter(({ fields, status, address }) => !fields && status === 200 && !address.includes('?'))];
    const found = await each(open, async (stop) => {
      const answers = await each(asked, (query) => ask(stop, `${stop.address}?${query}`), 2);
      const off = (to = '/') => new URL(to, tour.world.address).origin !== tour.world.address;
      return answers.flatMap(({ status, text, headers }, i) =>
        status < 500 && !hasStack(text) && !off(headers['location']) ? [] : [`${stop.address}?${asked[i]}: ${status}`],
      );
    });
    expect(found.flat()).toEqual([]);
  });

  it.each([
    '/.git/config',
    '/.env',
    '/wp-login.php',
    '/server-status',
    '/package.json',
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/style/..%5c..%5cpackage.json',
    '/__proto__',
    '/constructor',
    '/%00',
    '/learning/',
    '/LEARNING/x',
  ])('%s is not here', async (address) => {
    const answer = await ask({ who: null }, address);
    expect([303, 404]).toContain(answer.status);
    if (answer.status === 404) expect(new Page(answer.text, '/', 404).heading).toBe('Nothing here');
    expect(new URL(answer.headers['location'] ?? '/', tour.world.address).origin).toBe(tour.world.address);
    expect(hasStack(answer.text)).toBe(false);
  });

  it('an address that cannot be read gets a page that says so, in the language of its reader', async () => {
    for (const address of ['/%E0%A4%A', '/verify/%ED%A0%80', '/chapters/%', '/join/%FF']) {
      const answer = await ask({ who: tour.world.yusuf }, address);
      expect([400, 404]).toContain(answer.status);
      expect(new Page(answer.text, '/', answer.status).language).toBe('ar');
      expect(hasStack(answer.text)).toBe(false);
    }
  });

  it.each([
    '//evil.example/..',
    '//evil.example/%2e%2e',
    '/\\evil.example',
    '/%5cevil.example',
    'http://evil.example/',
    '//evil.example/learning/',
  ])('%s leads nowhere else', async (address) => {
    const answer = await ask({ who: null }, address);
    expect(answer.status).toBeLessThan(500);
    const { host } = new URL(answer.headers['location'] ?? '/', tour.world.address);
    expect(`http://${host}`).toBe(tour.world.address);
    expect(answer.text).not.toMatch(/(?:href|action|src)="[^"]*evil/);
  });

  it.each(['TRACE', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])('%s is not spoken', async (method) => {
    for (const address of ['/', '/learning', '/nothing-here']) {
      const answer = await knock(tour.world, address, { method });
      expect(answer.status).toBe(405);
      expect(answer.headers['allow']).toBe('GET, HEAD, POST');
    }
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1@evil.example', 'localhost.evil.example'])(
    'another Host is not served: %s',
    async (host) => {
      const answer = await knock(tour.world, '/sign-in', { headers: { host } });
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain('evil');
    },
  );

  it('a certificate’s number that nobody has is the same page however it is wrong, and says nothing of the true ones', async () => {
    const codes = [...BAD.filter((one) => !one.includes('%2f')), '7Q4M-K2XW-9TRD-5HCN', tour.certificate.id];
    const answers = await each(codes, (code) => ask({ who: null }, `/verify/${code}`), 1);
    expect(answers.filter(({ status }) => status !== 404).map(({ status }) => status)).toEqual([]);
    const shown = answers.map((answer, i) => masked(answer).replaceAll(decodeURIComponent(codes[i]!), '…'));
    expect(shown.filter((one) => one.includes('Zuri') || one.includes(tour.certificate.code))).toEqual([]);
  });
});

const hasStack = (text: string): boolean => /node_modules|\.[jt]s:\d+:\d/.test(text);

/** The page without what is new each time: ids of forms and requests, and which item of the navigation one is in. */
function masked({ status, text }: Answer): string {
  return `${status} ${text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replaceAll(' aria-current="page"', '')}`;
}
