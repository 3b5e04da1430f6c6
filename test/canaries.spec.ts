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

/** What a person of one chapter may read of whom: of people who share no chapter with them, nothing. */
const PUBLIC = ['/verify/:code']; // whoever holds the code of a certificate reads the name on it

/** Names and addresses are written as tokens that stand nowhere else, and every page is then looked through for them. */
describe('canaries in every name and address', () => {
  let tour: Tour;
  let routes: Declared[];
  let tokens: Map<string, { name: string; mailbox: string }>;
  let chaptersOf: Map<string, Set<string>>;
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
  });
  afterAll(() => tour.world.stop());

  const shareAChapter = (one: string, other: string) => [...chaptersOf.get(one)!].some((chapter) => chaptersOf.get(other)!.has(chapter));

  it('nobody reads a name or an address of somebody with whom they share no chapter', async () => {
    const everybody = [null, ...tour.everybody];
    const asked = tour.stops.filter(({ fields }) => !fields).flatMap((stop) => everybody.map((who) => ({ stop, who })));
    let read = 0;
    const leaks = await each(asked, async ({ stop, who }) => {
      const route = routeOf(routes, 'GET', stop.address);
      if (route && PUBLIC.includes(route.path)) return [];
      const { text } = await knock(tour.world, stop.address, { who });
      read++;
      return leaksIn(text, who, `${stop.address} for ${who?.name ?? 'a stranger'}`);
    });
    console.log(`canaries: ${tokens.size * 2} planted, ${read} pages read, ${leaks.flat().length} leaks`);
    expect(leaks.flat()).toEqual([]);
  }, 240_000);

  it('trainees read no address of anybody but their own, and no name beside their team’s', async () => {
    const trainees = [tour.world.wanjiku, tour.world.baraka, tour.halima, tour.chege];
    const asked = tour.stops.filter(({ fields }) => !fields).flatMap((stop) => trainees.map((who) => ({ stop, who })));
    const leaks = await each(asked, async ({ stop, who }) => {
      const { text } = await knock(tour.world, stop.address, { who });
      return [...tokens].filter(([id, { mailbox }]) => id !== who.id && holds(text, mailbox)).map(() => `${stop.address} for ${who.name}`);
    });
    expect(leaks.flat()).toEqual([]);
  }, 240_000);

  it('what somebody writes who asks to join is read by the leads of that chapter and by themselves alone', async () => {
    const { database, amara, sofia } = tour.world;
    const requests = await database.read(JoinRequest).findBy({ state: 'waiting' });
    const words = new Map(requests.map(({ id, personId }) => [personId, tokenOf(`words ${id}`)]));
    for (const { id, personId } of requests)
      await database.write((write) => write.update(JoinRequest, { id }, { message: words.get(personId)! }));
    const everybody = [null, ...tour.everybody];
    const asked = tour.stops.filter(({ fields }) => !fields).flatMap((stop) => everybody.map((who) => ({ stop, who })));
    let found = 0;
    const leaks = await each(asked, async ({ stop, who }) => {
      const { text } = await knock(tour.world, stop.address, { who });
      const read = [...words].filter(([, token]) => holds(text, token)).map(([personId]) => personId);
      found += read.length;
      const may = (personId: string) => who && [personId, amara.id, sofia.id].includes(who.id);
      return read.filter((personId) => !may(personId)).map(() => `${stop.address} for ${who?.name ?? 'a stranger'}`);
    });
    expect(leaks.flat()).toEqual([]);
    expect(found).toBeGreaterThan(2);
  }, 240_000);

  it('why somebody was given another deadline is read by their team alone, and by them in the file of their own data', async () => {
    const { world, times, stops, everybody } = tour;
    const why = tokenOf('why');
    await world.database.write((write) =>
      write.changeAt(OwnDaysOfPerson, { id: times.salims, version: 1 }, { reasons: { 'rough-consensus': why } }),
    );
    const asked = stops.filter(({ fields }) => !fields).flatMap((stop) => [null, ...everybody].map((who) => ({ stop, who })));
    const readers = await each(asked, async ({ stop: { address }, who }) => {
      const { text } = await knock(world, address, { who });
      return holds(text, why)
        ? [`${who?.id ?? 'a stranger'} ${who?.id === times.salim.id ? address.replace(/\.\w+$/, '') : 'the team'}`]
        : [];
    });
    const team = [world.amara, world.tomas, world.sofia].map(({ id }) => `${id} the team`);
    expect([...new Set(readers.flat())].sort()).toEqual([...team, `${times.salim.id} /account/privacy/data`].sort());
  }, 240_000);

  it('the log and the letters hold no name and no address beside the reader’s own', async () => {
    const said = JSON.stringify(tour.world.log);
    expect([...tokens.values()].filter(({ name, mailbox }) => holds(said, name) || holds(said, mailbox))).toEqual([]);
    const folder = join(tour.world.settings.dataDir, 'mail');
    for (const file of await readdir(folder).catch(() => [] as string[])) {
      const letter = await readFile(join(folder, file), 'utf8');
      const reader = /^To:.*$/im.exec(letter)?.[0] ?? '';
      expect([...tokens.values()].filter(({ mailbox }) => holds(letter, mailbox) && !holds(reader, mailbox))).toEqual([]);
    }
  });

  it('would find a name that is where it should not be', async () => {
    const board = tour.stops.find(({ name }) => name === 'board')!;
    const { text } = await arriveAt(tour, board);
    expect(leaksIn(text, tour.world.mei, 'the board of Kenya, read by somebody in Penang').length).toBeGreaterThan(0);
  });

  function leaksIn(text: string, who: Person | null, where: string): string[] {
    return [...tokens]
      .filter(([id, { name, mailbox }]) => {
        if (who && (id === who.id || who.steward || shareAChapter(who.id, id))) return false;
        return holds(text, name) || holds(text, mailbox);
      })
      .map(([id]) => `${where}: ${tour.everybody.find((one) => one.id === id)?.name ?? id}`);
  }
});

/** A word that stands nowhere else. */
const tokenOf = (text: string): string => `Q${createHash('sha256').update(text).digest('hex').slice(0, 14)}`;
const holds = (text: string, token: string): boolean => text.toLowerCase().includes(token.toLowerCase());
