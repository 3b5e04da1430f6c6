import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OwnDaysOfPerson } from '../src/cohorts/allowances/own-days.entity';
import { Membership } from '../src/chapters/membership.entity';
import { JoinRequest } from '../src/cohorts/requests/join-request.entity';
import { Person } from '../src/people/person.entity';
import { each, knock } from './support/knock';
import { type Declared, routesOf } from './support/routes';
import { sessionFor } from './support/visitor';
import { arriveAt, routeOf, startTour, type Tour } from './support/tour';
import type { Stop } from './support/tour-pages';

/** What a person of one chapter may read of whom: of people who share no chapter with them, nothing. */
const PUBLIC = ['/verify/:code']; // whoever holds the code of a certificate reads the name on it

/** What somebody read on a page: the tokens that stand on it. */
interface Read {
  who: Person | null;
  stop: Stop;
  tokens: ReadonlySet<string>;
}

/** Names, addresses and what people wrote to their team are written as tokens that stand nowhere else; then everybody opens every page. */
describe('canaries in every name and address', () => {
  let tour: Tour;
  let routes: Declared[];
  let tokens: Map<string, { name: string; mailbox: string }>;
  /** What people wrote who ask to join, by who they are. */
  let asked: Map<string, string>;
  const why = tokenOf('why');
  let chaptersOf: Map<string, Set<string>>;
  let everything: Read[];

  beforeAll(async () => {
    tour = await startTour();
    const { database } = tour.world;
    routes = routesOf(tour.world);
    await each(tour.everybody, (one) => sessionFor(tour.world, one)); // they sign in under their old addresses
    const people = await database.read(Person).find();
    tokens = new Map(people.map(({ id }) => [id, { name: tokenOf(`name ${id}`), mailbox: tokenOf(`mail ${id}`) }]));
    for (const { id, language } of people) {
      const { name, mailbox } = tokens.get(id)!;
      const email = `${mailbox.toLowerCase()}@example.org`;
      await database.write((write) => write.update(Person, { id }, { name: `${name} ${language ?? ''}`.trim(), email, emailKey: email }));
    }
    const memberships = await database.read(Membership).find();
    chaptersOf = new Map(
      people.map(({ id }) => [id, new Set(memberships.filter(({ personId }) => personId === id).map(({ chapterId }) => chapterId))]),
    );
    const requests = await database.read(JoinRequest).findBy({ state: 'waiting' });
    asked = new Map(requests.map(({ id, personId }) => [personId, tokenOf(`words ${id}`)]));
    for (const { id, personId } of requests)
      await database.write((write) => write.update(JoinRequest, { id }, { message: asked.get(personId)! }));
    const theirs = { id: tour.times.salims, version: 1 };
    await database.write((write) => write.changeAt(OwnDaysOfPerson, theirs, { reasons: { 'rough-consensus': why } }));
    const visits = tour.stops.filter(({ fields }) => !fields).flatMap((stop) => [null, ...tour.everybody].map((who) => ({ stop, who })));
    everything = await each(visits, async ({ stop, who }) => {
      const { text } = await knock(tour.world, stop.address, { who });
      return { who, stop, tokens: tokensIn(text) };
    });
  });
  afterAll(() => tour.world.stop());

  const shareAChapter = (one: string, other: string) => [...chaptersOf.get(one)!].some((chapter) => chaptersOf.get(other)!.has(chapter));
  const told = ({ who, stop }: Read) => `${stop.address} for ${who?.name ?? 'a stranger'}`;

  it('nobody reads a name or an address of somebody with whom they share no chapter', () => {
    const read = everything.filter(({ stop }) => !PUBLIC.includes(routeOf(routes, 'GET', stop.address)?.path ?? ''));
    const leaks = read.flatMap((one) => leaksIn(one.tokens, one.who, told(one)));
    console.log(`canaries: ${tokens.size * 2} planted, ${read.length} pages read, ${leaks.length} leaks`);
    expect(read.length).toBeGreaterThan(2000);
    expect(leaks).toEqual([]);
  });

  it('trainees read no address of anybody but their own, and no name beside their team’s', () => {
    const trainees = [tour.world.wanjiku, tour.world.baraka, tour.halima, tour.chege];
    const leaks = everything.flatMap((one) => {
      const { who } = one;
      if (!who || !trainees.includes(who)) return [];
      return [...tokens].filter(([id, { mailbox }]) => id !== who.id && one.tokens.has(mailbox)).map(() => told(one));
    });
    expect(leaks).toEqual([]);
  });

  it('what somebody writes who asks to join is read by the leads of that chapter and by themselves alone', () => {
    const { amara, sofia } = tour.world;
    const found = everything.flatMap((one) => {
      const read = [...asked].filter(([, token]) => one.tokens.has(token));
      return read.map(([personId]) => ({ one, may: [personId, amara.id, sofia.id].includes(one.who?.id ?? '') }));
    });
    expect(found.filter(({ may }) => !may).map(({ one }) => told(one))).toEqual([]);
    expect(found.length).toBeGreaterThan(2);
  });

  it('why somebody was given another deadline is read by their team alone, and by them in the file of their own data', () => {
    const { world, times } = tour;
    const readers = everything.flatMap(({ tokens: read, who, stop: { address } }) =>
      read.has(why) ? [`${who?.id ?? 'a stranger'} ${who?.id === times.salim.id ? address.replace(/\.\w+$/, '') : 'the team'}`] : [],
    );
    const team = [world.amara, world.tomas, world.sofia].map(({ id }) => `${id} the team`);
    expect([...new Set(readers)].sort()).toEqual([...team, `${times.salim.id} /account/privacy/data`].sort());
  });

  it('the log and the letters hold no name and no address beside the reader’s own', async () => {
    const planted = (text: string) => {
      const read = tokensIn(text);
      return [...tokens.values()].flatMap(({ name, mailbox }) => [name, mailbox]).filter((token) => read.has(token));
    };
    const said = JSON.stringify(tour.world.log);
    expect(planted(said)).toEqual([]);
    const folder = join(tour.world.settings.dataDir, 'mail');
    for (const file of await readdir(folder).catch(() => [] as string[])) {
      const letter = await readFile(join(folder, file), 'utf8');
      const reader = /^To:.*$/im.exec(letter)?.[0] ?? '';
      const [all, own] = [tokensIn(letter), tokensIn(reader)];
      expect([...tokens.values()].filter(({ mailbox }) => all.has(mailbox) && !own.has(mailbox))).toEqual([]);
    }
  });

  it('would find a name that is where it should not be', async () => {
    const board = tour.stops.find(({ name }) => name === 'board')!;
    const { text } = await arriveAt(tour, board);
    expect(leaksIn(tokensIn(text), tour.world.mei, 'the board of Kenya, read by somebody in Penang').length).toBeGreaterThan(0);
  });

  function leaksIn(read: ReadonlySet<string>, who: Person | null, where: string): string[] {
    return [...tokens]
      .filter(([id, { name, mailbox }]) => {
        if (who && (id === who.id || who.steward || shareAChapter(who.id, id))) return false;
        return read.has(name) || read.has(mailbox);
      })
      .map(([id]) => `${where}: ${tour.everybody.find((one) => one.id === id)?.name ?? id}`);
  }
});

/** A word that stands nowhere else, in whatever case it is written. */
function tokenOf(text: string): string {
  return `q${createHash('sha256').update(text).digest('hex').slice(0, 14)}`;
}

function tokensIn(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/q[0-9a-f]{14}/g));
}
