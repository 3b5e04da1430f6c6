import { Appointments } from '../../src/chapters/appointments/appointments.service';
import type { Cohort } from '../../src/cohorts/cohort.entity';
import { newId } from '../../src/kernel/identifier';
import { OneTimeLinks } from '../../src/people/one-time-links.service';
import type { Person } from '../../src/people/person.entity';
import { DemoTrainees } from '../../src/seeding/demo-trainees.seeder';
import type { Options } from './app';
import { each, knock, post } from './knock';
import type { Answer } from './page';
import type { Declared } from './routes';
import { examples, type Example } from './tour-forms';
import { pages, type Stop } from './tour-pages';
import { assignmentsOf, type GroundAssignments } from './tour-assignments';
import { bankOf, type GroundBank } from './tour-bank';
import { accountsOf, type GroundAccounts } from './tour-accounts';
import { credentialsOf, type GroundCredentials } from './tour-credentials';
import { type GroundLetters, lettersOf } from './tour-letters';
import { type GroundRoster, rosterOf } from './tour-roster';
import { analysisOf, type GroundAnalysis } from './tour-analysis';
import { facilitatingOf, type GroundFacilitating } from './tour-facilitating';
import { type GroundIssuing, issuingOf } from './tour-issuing';
import { filesOf, type GroundFiles } from './tour-bank-files';
import { adoptionOf, type GroundAdoption } from './tour-adoption';
import { type GroundOversight, oversightOf } from './tour-oversight';
import { type GroundPlaces, placesOf } from './tour-places';
import { type GroundRooms, roomsOf } from './tour-rooms';
import { circleOf, type GroundCircle } from './tour-circle';
import { type GroundTables, tablesOf } from './tour-tables';
import { type GroundLive, liveOf } from './tour-live';
import { type GroundSetting, settingOf } from './tour-setting';
import { type GroundHours, hoursOf } from './tour-hours';
import { type GroundHolding, holdingOf } from './tour-holding';
import { type GroundWays, waysOf } from './tour-ways';
import { checkingOf, type GroundChecking } from './tour-checking';
import { type GroundLists, listsOf } from './tour-lists';
import { type GroundParts, partsOf } from './tour-parts';
import { type GroundPapers, papersOf } from './tour-papers';
import { type GroundWriting, writingOf } from './tour-writing';
import { type GroundPrinting, printingOf } from './tour-printing';
import { type GroundTaking, takingOf } from './tour-taking';
import { type GroundTrial, trialOf } from './tour-trial';
import { type GroundTimes, timesOf } from './tour-times';
import { enrol, invitationTo, type LearningWorld, makePerson, openCohort, startLearning } from './world';

/** The world of a tour: everybody stands somewhere else on the way, and every kind of link has been made. */
export interface Ground {
  world: LearningWorld;
  /** Halima has passed and has no certificate yet, Zuri has one, Juma may begin the quiz, Pendo has forgotten her password, Chege is new. */
  halima: Person;
  zuri: Person;
  juma: Person;
  pendo: Person;
  chege: Person;
  /** With one place, which is taken; long over. */
  full: Cohort;
  over: Cohort;
  /** Enrolments by the names of their people. */
  studies: Record<'wanjiku' | 'baraka' | 'halima' | 'zuri' | 'juma' | 'yusuf' | 'mei', string>;
  /** Of Baraka open, with an answer to question 2; of Zuri two that were handed in. */
  attempts: { open: string; failed: string; passed: string };
  certificate: { id: string; code: string };
  roster: GroundRoster;
  files: GroundFiles;
  places: GroundPlaces;
  tables: GroundTables;
  live: GroundLive;
  rooms: GroundRooms;
  setting: GroundSetting;
  facilitating: GroundFacilitating;
  circle: GroundCircle;
  hours: GroundHours;
  oversight: GroundOversight;
  assignments: GroundAssignments;
  bank: GroundBank;
  adoption: GroundAdoption;
  analysis: GroundAnalysis;
  issuing: GroundIssuing;
  accounts: GroundAccounts;
  letters: GroundLetters;
  credentials: GroundCredentials;
  ways: GroundWays;
  times: GroundTimes;
  papers: GroundPapers;
  lists: GroundLists;
  parts: GroundParts;
  writing: GroundWriting;
  checking: GroundChecking;
  holding: GroundHolding;
  taking: GroundTaking;
  trial: GroundTrial;
  printing: GroundPrinting;
  /** Tokens and addresses of links; `used` and `old` are addresses that no longer work. */
  links: Record<'reset' | 'steward' | 'role' | 'secondRole' | 'join' | 'joinFull' | 'joinOver' | 'used' | 'old', string>;
}

export interface Tour extends Ground {
  /** Every page of the site and its states, each as one person meets it. */
  stops: Stop[];
  /** Every form of the site, filled in well and not sent yet. */
  examples: Example[];
  everybody: Person[];
}

/** A world in which every page has something to show, the way to each of them, and a good form for every route that takes one. */
export async function startTour(options: Options = {}): Promise<Tour> {
  const ground = await prepared(await startLearning(options));
  const { amara, tomas, wanjiku, baraka, nour, yusuf, mei, sofia } = ground.world;
  const everybody = [
    amara,
    tomas,
    wanjiku,
    baraka,
    nour,
    yusuf,
    mei,
    sofia,
    ground.halima,
    ground.zuri,
    ground.chege,
    ground.tables.akinyi,
    ground.live.atieno,
    ground.circle.looking.people['incumbent']!,
    ground.times.rehema,
    ground.times.salim,
    ground.papers.adhiambo,
    ground.writing.nafula,
    ground.assignments.eunice.who,
    ground.analysis.imani,
    ground.issuing.naliaka,
    ground.issuing.odhiambo,
  ];
  return { ...ground, everybody, stops: pages(ground), examples: examples(ground) };
}

/** Addresses of files, and of what scripts read: programs follow no links. */
export const FILES =
  /^\/calendar\/.|\/privacy\/data|\/debrief\/data\.json|\/(board|statistics|roll|template)\.csv|\/(everything|folder)\.zip$|\/export\/file|\/files\/[^/]+$|\/kept\/[^/]+\/text$|\/did\.json$|\/credential\.(json|jwt)$|\/credentials\/status\/|\/certificate\.pdf|\/(badge|picture|preview)\.(svg|png|webp)|\/pictures\/[^/]+$|\/(stream|fragments\/[^/]+)$/;

/** Opens a page of the tour, or sends the form that leads to it; `query` such as `language=ar`. */
export function arriveAt({ world }: Ground, stop: Stop, query = ''): Promise<Answer> {
  const { who, fields, headers = {} } = stop;
  const address = query ? `${stop.address}${stop.address.includes('?') ? '&' : '?'}${query}` : stop.address;
  if (!fields) return knock(world, address, { who, headers });
  return post(world, address, who, new URLSearchParams({ form: newId(), ...fields }).toString(), { headers });
}

/** The routes of the app to which the tour knows no way: a page of its own, or a good form. */
export function unvisited({ stops, examples: forms }: Tour, routes: Declared[]): string[] {
  const opened = stops.filter(({ fields, status }) => !fields && status === 200).map(({ address }) => routeOf(routes, 'GET', address));
  const sent = forms.map(({ address }) => routeOf(routes, 'POST', address));
  return routes.filter((route) => ![...opened, ...sent].includes(route)).map(({ method, path }) => `${method} ${path}`);
}

/** The route that an address leads to: words that stand fast come before those that are filled in. */
export function routeOf(routes: Declared[], method: string, address: string): Declared | undefined {
  const parts = address.replace(/[?#].*$/, '').split('/');
  const fits = (path: string) => path.split('/').every((word, i) => word.startsWith(':') || word === parts[i]);
  const found = routes.filter((route) => route.method === method && route.path.split('/').length === parts.length && fits(route.path));
  const open = (path: string) => path.split('/').filter((word) => word.startsWith(':')).length;
  return found.sort((a, b) => open(a.path) - open(b.path))[0];
}

async function prepared(world: LearningWorld): Promise<Ground> {
  const { app, database, clock, cohort, kenya } = world;
  const person = (name: string, word: string) => makePerson(world, { name, email: `${word}@example.org`, language: 'en' });
  const [halima, zuri, juma, pendo, chege] = await Promise.all([
    person('Halima Yusuf', 'halima'),
    person('Zuri Achieng', 'zuri'),
    person('Juma Otieno', 'juma'),
    person('Pendo Nyambura', 'pendo'),
    person('Chege Kariuki', 'chege'),
  ]);
  const full = await openCohort(world, kenya, { name: 'One place', places: 1 });
  const over = await openCohort(world, kenya, { name: 'Last year', startsOn: '2026-01-05', endsOn: '2026-02-15' });
  await enrol(world, halima, full);

  const trainees = app.get(DemoTrainees, { strict: false });
  const study = async ({ id, name, email }: Person, way: { read: number; tries?: ('passed' | 'failed')[]; certificate?: boolean }) => {
    await database.write((write) => trainees.study(write, cohort.id, { id, name, email, joined: 3, ...way }, clock.now()));
    return (
      await database.rows<{ id: string }>('SELECT "id" FROM "enrolments" WHERE "cohortId" = ? AND "personId" = ?', [cohort.id, id])
    )[0]!.id;
  };
  const studies = {
    ...world.studies,
    wanjiku: await study(world.wanjiku, { read: 2 }),
    baraka: await study(world.baraka, { read: 6 }),
    juma: await study(juma, { read: 6 }),
    halima: await study(halima, { read: 6, tries: ['passed'] }),
    zuri: await study(zuri, { read: 6, tries: ['failed', 'passed'], certificate: true }),
  };

  const begun = await post(world, `/quizzes/${studies.baraka}/rough-consensus/quiz/attempts`, world.baraka, `form=${newId()}`);
  const open = begun.headers['location']!.split('/')[2]!;
  await post(world, `/attempts/${open}/questions/2`, world.baraka, `form=${newId()}&sequence=0&answer=1`);
  const taken = await database.rows<{ id: string }>('SELECT "id" FROM "attempts" WHERE "enrolmentId" = ? ORDER BY "number"', [
    studies.zuri,
  ]);
  const [certificate] = await database.rows<{ id: string; code: string }>('SELECT "id", "code" FROM "certificates"');
  return {
    world,
    halima,
    zuri,
    juma,
    pendo,
    chege,
    full,
    over,
    studies,
    attempts: { open, failed: taken[0]!.id, passed: taken[1]!.id },
    certificate: certificate!,
    roster: await rosterOf(world),
    files: await filesOf(world),
    places: await placesOf(world),
    tables: await tablesOf(world),
    live: await liveOf(world),
    rooms: await roomsOf(world),
    setting: await settingOf(world),
    facilitating: await facilitatingOf(world),
    circle: await circleOf(world),
    hours: await hoursOf(world),
    oversight: await oversightOf(world),
    assignments: await assignmentsOf(world),
    bank: await bankOf(world),
    adoption: await adoptionOf(world),
    analysis: await analysisOf(world),
    issuing: await issuingOf(world),
    accounts: await accountsOf(world),
    letters: await lettersOf(world),
    credentials: await credentialsOf(world, certificate!.code),
    ways: await waysOf(world, { zuri, juma, halima }),
    times: await timesOf(world),
    papers: await papersOf(world),
    lists: await listsOf(world),
    parts: await partsOf(world),
    writing: await writingOf(world),
    checking: await checkingOf(world),
    holding: await holdingOf(world),
    taking: await takingOf(world, taken[0]!.id),
    trial: await trialOf(world),
    printing: await printingOf(world, certificate!.id),
    links: await links(world, { pendo, full, over }),
  };
}

async function links(world: LearningWorld, { pendo, full, over }: Pick<Ground, 'pendo' | 'full' | 'over'>): Promise<Ground['links']> {
  const { app, database, clock, kenya, mei, amara } = world;
  const oneTime = app.get(OneTimeLinks, { strict: false });
  const make = (purpose: 'password' | 'first-steward', personId: string | null, minutes = 60) =>
    database.write((write) => oneTime.make(write, { purpose, personId, minutes }, clock.now()));
  const role = () =>
    app.get(Appointments, { strict: false }).invite({ chapterId: kenya.id, role: 'trainer', by: amara.id }, newId(), clock.now());
  const used = await make('password', mei.id);
  await database.write(async (write) => oneTime.use(write, await oneTime.look('password', used, clock.now()), clock.now()));
  const [join, joinFull, joinOver] = await each([world.cohort, full, over], (cohort) => invitationTo(world, cohort));
  return {
    reset: `/password/reset/${await make('password', pendo.id)}`,
    steward: `/steward/${await make('first-steward', null)}`,
    role: `/appointments/${await role()}`,
    secondRole: `/appointments/${await role()}`,
    join: join!,
    joinFull: joinFull!,
    joinOver: joinOver!,
    used: `/password/reset/${used}`,
    old: `/password/reset/${await make('password', world.yusuf.id, 0)}`,
  };
}
