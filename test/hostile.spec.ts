import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as later } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { newId } from '../src/kernel/identifier';
import { Phrases } from '../src/languages/phrases';
import { isFamily, isMany } from '../src/web/forms/fields';
import { each, post } from './support/knock';
import { type Answer, Page } from './support/page';
import { type Declared, fieldsOfForm, routesOf } from './support/routes';
import { contents } from './support/tables';
import { routeOf, startTour, type Tour, unvisited } from './support/tour';
import type { Example } from './support/tour-forms';
import { PASSWORD } from './support/visitor';

/** What counting is for. */
const COUNTED = ['sessions', 'failed_tries'];

/** Its own answers go to a script, without a page. */
const FOR_SCRIPTS = ['POST /lessons/:enrolment/:module/:step/place'];

interface Attack {
  what: string;
  /** What may come back. */
  statuses: number[];
  body: string | Buffer;
  headers?: Record<string, string>;
}

/** The pages that a status can have, by the keys of their titles. */
const SAID: Record<number, string[]> = {
  400: ['unreadable'],
  403: ['foreign'],
  413: ['too-large'],
  415: ['unreadable'],
  422: ['unknown-field'],
};

/** Lists of people may be longer than other forms, may be files, and bring marks of direction along, which are taken out. */
const ROSTER = '/cohorts/:cohort/roster/imports';
/** A work may bring a file, and its text may be long. */
const WORK = '/assignments/:enrolment/:module/:step';
/** A question is long, has lists in it, and need not have a name; what belongs to other types is let be. */
const WRITING: [what: RegExp, statuses: number[] | null][] = [
  [/^(70 kB|1 MB)$/, [413, 422]],
  [/^(answer|right|hints) twice$/, null],
  [/^a name of (nothing|spaces|what has no width)$/, null],
];
/** Files of questions are longer, and may be files; so may choices of what to take away. A field that is none of theirs is a 400. */
const FILES: [what: RegExp, statuses: number[] | null][] = [
  [/^(70 kB|1 MB)$/, [400, 413, 422]],
  [/multipart$/, [400, 422]],
];
const LONG: [what: RegExp, statuses: number[] | null][] = [[/^(70 kB|1 MB)$/, [413, 422]]];
const TAKES_MORE: Record<string, [what: RegExp, statuses: number[] | null][]> = {
  [WORK]: [
    [/^(70 kB|1 MB)$/, [413, 422]],
    [/multipart$/, [400, 422]],
  ],
  ...Object.fromEntries(
    ['/chapters/:chapter/questions', '/questions'].flatMap((bank) => [
      [`${bank}/new`, WRITING],
      [`${bank}/:question`, WRITING],
      [`${bank}/:question/words/:language`, WRITING.slice(0, 1)],
    ]),
  ),
  [ROSTER]: [
    [/^(70 kB|1 MB)$/, [413, 422]],
    [/multipart$/, [400, 422]],
    [/^a bidi override in text$/, null],
  ],
  ...Object.fromEntries(['/chapters/:chapter/certificate-design', '/kept', '/verify'].map((route) => [route, FILES])),
  // Long texts, and objections with all their answers.
  ...Object.fromEntries(
    ['objections/:part', 'texts/:text', 'basics', 'roles/:role/script'].map((path) => [
      `/chapters/:chapter/scenarios/:scenario/${path}`,
      LONG,
    ]),
  ),
  '/chapters/:chapter/questions/import': FILES,
  '/questions/import': FILES,
  '/chapters/:chapter/scenarios/:scenario/folder': FILES,
  '/chapters/:chapter/questions/exports': FILES.slice(0, 1),
  '/questions/exports': FILES.slice(0, 1),
  [`${ROSTER}/:import`]: [
    [/^(70 kB|1 MB)$/, [413, 422]],
    [/multipart$/, [400, 422]],
  ],
};

/** What is written by hand; and bodies that nothing can be read from. */
const TYPED = new Set(['name', 'email', 'slug', 'places']);
const UNREAD = ['a lone surrogate', 'half a character', 'also __proto__', 'also =x'];

const ARABIC = { language: 'ar' };
const WORDS = /[\u0600-\u06ff]/;
const STRANGE: [what: string, encoded: string][] = [
  ['NUL', 'x%00y'],
  ['a bidi override', 'x%E2%80%AEy'],
  ['a lone surrogate', '%ED%A0%80'],
  ['half a character', '%E0%A4%A'],
];
const UNNAMED: [what: string, text: string][] = [
  ['300 families', '👩‍👩‍👧‍👦'.repeat(300)],
  ['nothing', ''],
  ['spaces', ' \u2003\u00a0 '],
  ['what has no width', '\u200b\u200d\u2060'],
];
const EXTRA = ['role=admin', 'chapterId=2', 'score=100', 'userId=9', '__proto__=x', 'constructor=x', '__proto__%5Bsteward%5D=1', '=x'];

/** A good form, made bad in every way that we know. */
function attacks(fields: Record<string, string>, names: string[], route: Declared): Attack[] {
  const encoded = (pairs: Record<string, string>) => new URLSearchParams(pairs).toString();
  const formId = newId();
  const good = encoded({ form: formId, ...fields });
  const without = (name: string) =>
    encoded(Object.fromEntries(Object.entries({ form: formId, ...fields }).filter(([key]) => key !== name)));
  const as = (type: string, body: string | Buffer = good) => ({ body, statuses: [415], headers: { 'content-type': type } });
  const named = { text: 'text/plain', json: 'application/json', many: 'multipart/form-data; boundary=x', xml: 'application/xml' };
  const part = `--x\r\ncontent-disposition: form-data; name="form"\r\n\r\n${formId}\r\n--x--\r\n`;
  const charset = 'application/x-www-form-urlencoded; charset=x-nobody-knows';
  const many = route.form ? new route.form() : {};
  return [
    ...['form', ...names].flatMap((name) => [
      {
        what: `${name} twice`,
        statuses: isMany(many, name) || isFamily(many, name) ? [400, 422] : [400],
        body: `${without(name)}&${name}=a&${name}=b`,
      },
      { what: `${name}[a]`, statuses: [400, 422], body: `${without(name)}&${name}%5Ba%5D=b` },
      { what: `${name}[]`, statuses: [400, 422], body: `${without(name)}&${name}[]=b` },
      ...STRANGE.map(([what, text]) => ({ what: `${what} in ${name}`, statuses: [400, 422], body: `${without(name)}&${name}=${text}` })),
    ]),
    ...(names.includes('name') ? UNNAMED : []).map(([what, text]) => ({
      what: `a name of ${what}`,
      statuses: [422],
      body: `${without('name')}&name=${encodeURIComponent(text)}`,
    })),
    ...EXTRA.map((extra) => ({ what: `also ${extra}`, statuses: [400, 422], body: `${good}&${extra}` })),
    { what: 'JSON', ...as(named.json, JSON.stringify({ form: formId, ...fields })) },
    { what: 'plain text', ...as(named.text) },
    { what: 'XML', ...as(named.xml, '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>') },
    { what: 'multipart', ...as(named.many, part) },
    { what: 'bad multipart', ...as(named.many, part.slice(0, 40)) },
    { what: 'no type', ...as('') },
    { what: 'unknown charset', ...as(charset) },
    { what: 'gzip', statuses: [415], body: gzipSync(good), headers: { 'content-encoding': 'gzip' } },
    { what: 'bad gzip', statuses: [415], body: good, headers: { 'content-encoding': 'gzip' } },
    { what: 'no one-time id', statuses: [400], body: without('form') },
    { what: 'bad one-time id', statuses: [400], body: `${without('form')}&form=1` },
    { what: '70 kB', statuses: [413], body: `${good}&name=${'x'.repeat(70_000)}` },
    { what: '1 MB', statuses: [413], body: `${good}&name=${'x'.repeat(1_000_000)}` },
    { what: '3,000 parameters', statuses: [413], body: `${good}${'&a=b'.repeat(3000)}` },
    { what: 'from another site', statuses: [403], body: good, headers: { 'sec-fetch-site': 'cross-site' } },
    { what: 'from a site beside ours', statuses: [403], body: good, headers: { 'sec-fetch-site': 'same-site' } },
    { what: 'another origin', statuses: [403], body: good, headers: { 'sec-fetch-site': '', origin: 'https://evil.example' } },
    { what: 'no origin', statuses: [403], body: good, headers: { 'sec-fetch-site': '', origin: 'null' } },
  ];
}

describe('hostile', () => {
  let tour: Tour;
  let routes: Declared[];
  let before: Record<string, string>;
  beforeAll(async () => {
    tour = await startTour();
    routes = routesOf(tour.world);
    before = await contents(tour.world.database, COUNTED);
  });
  afterAll(() => tour.world.stop());

  const routeOfForm = ({ address }: Example) => routeOf(routes, 'POST', address)!;

  async function attack(example: Example): Promise<string[]> {
    const { who, address, fields } = example;
    const route = routeOfForm(example);
    const names = [...new Set([...Object.keys(fields), ...fieldsOfForm(route.form!)])];
    const more = ({ what, statuses }: Attack) => {
      const found = TAKES_MORE[route.path]?.find(([words]) => words.test(what));
      return found ? found[1] : statuses;
    };
    const tried = attacks(fields, names, route).filter((one) => more(one) !== null);
    const told = await each(tried, async ({ what, body, headers, statuses: usual }) => {
      const statuses = more({ what, body, statuses: usual }) ?? usual;
      const answer = await post(tour.world, address, who, body, { cookies: ARABIC, ...(headers && { headers }) });
      const page = new Page(answer.text, '/', answer.status);
      const wrong = !statuses.includes(answer.status)
        ? `${answer.status} instead of ${statuses.join()}`
        : (notInArabic(route, answer, page) ?? unsaid(answer, page) ?? lost(fields, what, answer, page));
      return wrong && `${route.path}, ${what}: ${wrong}`;
    });
    return told.filter((one) => one !== null);
  }

  /** What is wrong when the page does not say what is wrong: in its heading, or in the list of what is to be corrected. */
  function unsaid({ status, text }: Answer, page: Page): string | null {
    if (!text) return null;
    const say = tour.world.app.get(Phrases).in('ar');
    const headings = SAID[status]!.map((key) => say(`errors.${key}.title`));
    return headings.includes(page.heading) || (status === 422 && page.errors.length > 0) ? null : `nothing said but ${page.heading}`;
  }

  /** What was typed into the other fields and is not on the page that refuses the form. */
  function lost(fields: Record<string, string>, what: string, { status, text }: Answer, page: Page): string | null {
    if (!text || ![400, 403, 422].includes(status) || UNREAD.some((one) => what.startsWith(one))) return null;
    const shown = page.fields.flatMap(({ value }) => value).join('\n');
    const typed = Object.entries(fields).filter(([name, value]) => TYPED.has(name) && value && !what.includes(name));
    const missing = typed.filter(([, value]) => !shown.includes(value)).map(([name]) => name);
    const secret = fields['password'] && text.includes(fields['password']) ? ' and shows the password' : '';
    return missing.length || secret ? `loses ${missing.join()}${secret}` : null;
  }

  it('there is a good form for every route that takes one', () => {
    expect(unvisited(tour, routes)).toEqual([]);
  });

  it('a form that breaks off on its way changes nothing, and the next one is taken', async () => {
    const { world } = tour;
    const { hostname, port } = new URL(world.address);
    const body = new URLSearchParams({ form: newId(), email: world.mei.email, password: PASSWORD }).toString();
    const head = `POST /sign-in HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\n`;
    for (const length of [body.length, body.length + 500]) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write(`${head}Content-Length: ${length}\r\n\r\n${body.slice(0, length === body.length ? 60 : undefined)}`);
      await later(50);
      socket.destroy();
      await once(socket, 'close');
    }
    await later(100);
    expect(await contents(world.database, COUNTED)).toEqual(before);
    expect(world.log.faults).toEqual([]);
    expect((await post(world, '/sign-in', null, body)).status).toBe(303);
  });

  it('bad forms change nothing, on any route, and get a page that says so in the language of their sender', async () => {
    const found: string[] = [];
    for (const example of tour.examples) {
      found.push(...(await attack(example)));
      const after = await contents(tour.world.database, COUNTED);
      const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
      if (changed.length) found.push(`${routeOfForm(example).path} changed ${changed.join()}`);
      before = after;
    }
    expect(found).toEqual([]);
    expect(tour.world.log.faults).toEqual([]);
  });
});

/** What is wrong with an answer that should be a page in Arabic. */
function notInArabic({ method, path }: Declared, { status, text }: Answer, page: Page): string | null {
  if (!text && status === 422 && FOR_SCRIPTS.includes(`${method} ${path}`)) return null;
  if (!text.startsWith('<!doctype html>')) return `no page, but “${text.slice(0, 80)}”`;
  return page.language === 'ar' && page.direction === 'rtl' && WORDS.test(page.main) ? null : `a page in ${page.language}: ${page.heading}`;
}
