import { directionOf } from '../src/kernel/language';
import type { Person } from '../src/people/person.entity';
import { decoded } from './support/html';
import { each, knock } from './support/knock';
import { type Answer, Page } from './support/page';
import { routesOf } from './support/routes';
import { contents } from './support/tables';
import { arriveAt, FILES, startTour, type Tour, unvisited } from './support/tour';

/** What may change while somebody reads: when they were last here, and how often they mistyped a number. */
const COUNTED = ['sessions', 'failed_tries'];

/** Whoever holds one of these links may see what it is about. */
const LINKS = /^\/(calendar\/.+|join|appointments|steward|verify|password)\b/;

/** What a chapter tells everybody: which cohorts begin, and nobody's name. */
const PUBLIC = /^\/welcome\b/;

/** Found by everybody on every page; looked at once. */
const CHOICES = /^[^?]*\?(language|theme)=/;

interface Read {
  who: Person | null;
  address: string;
  answer: Answer;
}

describe('reading', () => {
  let tour: Tour;
  let before: Record<string, string>;
  /** Every page of the tour, opened by everybody. */
  let everything: Read[];

  beforeAll(async () => {
    tour = await startTour();
    const addresses = [...new Set(tour.stops.filter(({ fields, status }) => !fields && status === 200).map(({ address }) => address))];
    const visits = [null, ...tour.everybody].flatMap((who) => addresses.map((address) => ({ who, address })));
    for (const stop of tour.stops) await arriveAt(tour, stop); // who signs in does so here
    before = await contents(tour.world.database, COUNTED);
    everything = await each(visits, async ({ who, address }) => ({ who, address, answer: await knock(tour.world, address, { who }) }));
  });
  afterAll(() => tour.world.stop());

  const told = ({ who, address, answer }: Read, what: string | number) => `${who?.name ?? 'nobody'} ${address}: ${answer.status} ${what}`;

  it('the tour leads to every route', () => {
    const routes = routesOf(tour.world);
    expect(unvisited(tour, routes)).toEqual([]);
    expect(unvisited(tour, [...routes, { ...routes[0]!, path: '/forgotten/:by' }])).toHaveLength(1); // a planted one
  });

  it('every page of the tour answers as it should, in the language and direction of its reader', async () => {
    const found = await each(tour.stops, async (stop) => {
      const answer = await arriveAt(tour, stop);
      if (answer.status !== stop.status) return `${stop.name} ${stop.address}: ${answer.status} instead of ${stop.status}`;
      if (stop.address === '/health' || FILES.test(stop.address)) return null;
      const { language, direction, heading } = new Page(answer.text, stop.address, answer.status);
      const wanted = stop.who?.language ?? 'en';
      return language === wanted && direction === directionOf(wanted) && heading
        ? null
        : `${stop.name}: ${language} ${direction} “${heading}”`;
    });
    expect(found.filter(Boolean)).toEqual([]);
  });

  it('no page that is opened changes anything, whoever opens it', async () => {
    expect(everything.filter(({ answer }) => ![200, 303, 404].includes(answer.status)).map((one) => told(one, ''))).toEqual([]);
    expect(await contents(tour.world.database, COUNTED)).toEqual(before);
    expect(tour.world.log.faults).toEqual([]);
  });

  it('every link leads to something, and to the place in it that it names', async () => {
    const from = new Map<string, Read & { to: string }>();
    for (const read of everything.filter(({ answer, address }) => answer.status === 200 && address !== '/health' && !FILES.test(address))) {
      for (const to of addressesOn(new Page(read.answer.text, read.address, 200))) {
        const choice = CHOICES.test(to);
        from.set(choice ? to.slice(to.indexOf('?')) : `${read.who?.id} ${to}`, { ...read, to });
      }
    }
    expect(from.size).toBeGreaterThan(300);
    // An address is asked for once by each person, however many of its places are named.
    const asked = new Map<string, (Read & { to: string })[]>();
    for (const link of from.values()) {
      const key = `${link.who?.id} ${link.to.split('#')[0]}`;
      asked.set(key, [...(asked.get(key) ?? []), link]);
    }
    const dead = await each([...asked.values()], async (links) => {
      const { who, to } = links[0]!;
      const answer = await knock(tour.world, to.split('#')[0]!, { who });
      return links.map((link) => {
        const place = link.to.split('#')[1];
        const missing = place && answer.status === 200 && !answer.text.includes(`id="${decodeURIComponent(place)}"`);
        return answer.status >= 400 || missing ? `${told(link, link.to)} → ${missing ? `no #${place}` : answer.status}` : null;
      });
    });
    expect(asked.size).toBeGreaterThan(300);
    expect(dead.flat().filter(Boolean)).toEqual([]);
  });

  it('nobody reads about people who are none of their business', () => {
    expect(everything.flatMap((one) => overheard(tour, one).map((what) => told(one, what)))).toEqual([]);
  });

  it('a page that says too much is found', () => {
    const { mei, wanjiku } = tour.world;
    const says = (text: string) => overheard(tour, { who: mei, address: '/learning', answer: { status: 200, headers: {}, text } });
    expect(says(`<p>${mei.name} ${mei.email}</p>`)).toEqual([]);
    expect(says(`<p>${wanjiku.name}, ${wanjiku.email}, Nairobi, March</p>`)).toEqual([wanjiku.name, wanjiku.email, 'Nairobi, March']);
  });
});

/** Where everything on a page leads that is of this site: links, styles, scripts, pictures. */
function addressesOn(page: Page): string[] {
  const found = [...page.html.matchAll(/ (?:href|src)="([^"]+)"/g)].map(([, address]) => decoded(address!));
  const here = new URL(page.address, 'http://here.invalid');
  const inside = found.map((address) => new URL(address, here)).filter(({ origin }) => origin === here.origin);
  return [...new Set(inside.map(({ pathname, search, hash }) => pathname + search + hash))];
}

/** Names, e-mail addresses and cohorts on a page that its reader is not to see. */
function overheard(tour: Tour, { who, address, answer }: Read): string[] {
  const { world, halima, zuri, juma, pendo, chege, full, certificate } = tour;
  const { amara, tomas, wanjiku, baraka, nour, yusuf, mei, sofia, cohorts } = world;
  const kenya = [amara, tomas, wanjiku, baraka, halima, zuri, juma];
  const everywhere = [...kenya, nour, yusuf, mei, sofia];
  const seen = new Map<Person | null, Person[]>([
    [amara, kenya],
    [tomas, kenya],
    [nour, [nour, yusuf]],
    [sofia, everywhere], // a steward may do in every chapter what its leads do
  ]).get(who) ?? [who];
  const letters = new Map<Person | null, Person[]>([
    [amara, [amara, tomas]],
    [sofia, [sofia, amara, tomas, nour, ...(address.startsWith('/mail') ? everywhere : [])]], // a steward reads letters that no server took
  ]).get(who) ?? [who];
  const groups = {
    [cohorts.kenya.name]: [...kenya, sofia],
    [full.name]: [amara, tomas, halima, sofia],
    [cohorts.lebanon.name]: [nour, yusuf, sofia],
    [cohorts.penang.name]: [mei, sofia],
  };
  const everybody = [...everywhere, pendo, chege];
  // A letter's link says to which address it went; whoever answers a request reads whose it is.
  const asked = address.startsWith('/asking/')
    ? [mei]
    : who && [amara, sofia].includes(who) && /\/requests\/[^/]+$/.test(address)
      ? [zuri]
      : [];
  const byLink = LINKS.test(address);
  const strange = [
    ...(byLink ? [] : everybody.filter((one) => !seen.includes(one)).map(({ name }) => name)),
    ...everybody.filter((one) => ![...letters, ...asked].includes(one)).map(({ email }) => email),
    ...(byLink || PUBLIC.test(address) ? [] : Object.keys(groups).filter((name) => !who || !groups[name]!.includes(who))),
    ...(byLink || (who && [amara, tomas, sofia, zuri].includes(who)) ? [] : [certificate.code]),
  ];
  return strange.filter((words) => answer.text.includes(words));
}
