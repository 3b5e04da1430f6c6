import { join } from 'node:path';
import { Chapter } from '../../src/chapters/chapter.entity';
import { Membership } from '../../src/chapters/membership.entity';
import type { Role } from '../../src/chapters/roles';
import { type CohortDetails, Cohorts } from '../../src/cohorts/cohorts.service';
import { Cohort } from '../../src/cohorts/cohort.entity';
import { Enrolments } from '../../src/cohorts/enrolment/enrolments.service';
import { Invitations } from '../../src/cohorts/invitation/invitations.service';
import { Content } from '../../src/content/content.service';
import { newId } from '../../src/kernel/identifier';
import type { Language } from '../../src/kernel/language';
import { Passwords } from '../../src/people/password/passwords.service';
import { People } from '../../src/people/people.service';
import type { Person } from '../../src/people/person.entity';
import { LibrarySeeder } from '../../src/seeding/library.seeder';
import { MONDAY, type Options, startApp, type TestApp } from './app';
import { freshDatabase, hashOf, type Template } from './database';
import { foundLearning, foundWorld } from './found-world';
import { PASSWORD } from './visitor';

export const LIBRARY = join(__dirname, '../../seeds/library');
/** What of the library the starter quiz needs; reading the rest takes its time. */
export const AROUND_THE_QUIZ = ['programmes/taking-part.yml', 'modules/rough-consensus', 'quizzes/rough-consensus'];

/**
 * The people of the tests.
 *   Amara leads the Kenya chapter, Tomas trains there, Wanjiku and Baraka learn there, in English.
 *   Nour leads the Lebanon chapter, Yusuf learns there, in Arabic.
 *   Mei learns in the Penang chapter, in Chinese: she must see nothing of the others.
 *   Sofia looks after the site.
 */
export interface World extends TestApp {
  /** The app itself, as `as(world, wanjiku)` wants it. */
  amara: Person;
  tomas: Person;
  wanjiku: Person;
  baraka: Person;
  nour: Person;
  yusuf: Person;
  mei: Person;
  sofia: Person;
  kenya: Chapter;
  lebanon: Chapter;
  penang: Chapter;
}

/** A world with a programme to learn and a cohort in every chapter. */
export interface LearningWorld extends World {
  cohort: Cohort;
  cohorts: { kenya: Cohort; lebanon: Cohort; penang: Cohort };
  /** Ids of enrolments, as they stand in addresses. */
  studies: { wanjiku: string; baraka: string; yusuf: string; mei: string };
}

/** The app with its people and chapters, and nothing to learn yet. */
export async function startWorld(options: Options = {}): Promise<World> {
  if (!isUsual(options)) return fillWorld(await startApp(options));
  return foundWorld(await startApp({ ...options, database: () => freshDatabase({ template: WORLD }) }));
}

export async function fillWorld(app: TestApp): Promise<World> {
  const chapter = (slug: string, name: string, language: Language, zone: string) => makeChapter(app, { slug, name, language, zone });
  const person = (name: string, email: string, language: Language, more: { steward?: boolean } = {}) =>
    makePerson(app, { name, email, language, ...more });
  const people = {
    amara: await person('Amara Odhiambo', 'amara@example.org', 'en'),
    tomas: await person('Tomás Vega', 'tomas@example.org', 'en'),
    wanjiku: await person('Wanjiku Kamau', 'wanjiku@example.org', 'en'),
    baraka: await person('Baraka Mwangi', 'baraka@example.org', 'en'),
    nour: await person('نور حداد', 'nour@example.org', 'ar'),
    yusuf: await person('يوسف خوري', 'yusuf@example.org', 'ar'),
    mei: await person('陈美', 'mei@example.org', 'zh'),
    sofia: await person('Sofia Almeida', 'sofia@example.org', 'en', { steward: true }),
  };
  const chapters = {
    kenya: await chapter('kenya', 'Kenya', 'en', 'Africa/Nairobi'),
    lebanon: await chapter('lebanon', 'لبنان', 'ar', 'Asia/Beirut'),
    penang: await chapter('penang', '槟城', 'zh', 'Asia/Kuala_Lumpur'),
  };
  await appoint(app, people.amara, chapters.kenya, 'lead');
  await appoint(app, people.tomas, chapters.kenya, 'trainer');
  await appoint(app, people.nour, chapters.lebanon, 'lead');
  return { ...app, ...people, ...chapters };
}

/** The same with the starter library, a running cohort in every chapter, and everybody enrolled. */
export async function startLearning(options: Options = {}): Promise<LearningWorld> {
  if (!isUsual(options)) return fillLearning(await startWorld(options));
  return foundLearning(await startApp({ ...options, database: () => freshDatabase({ template: LEARNING }) }));
}

/** Most suites begin with the same world on the same Monday: it is made once and copied. */
export function isUsual({ clock, settings, database }: Options): boolean {
  const elsewhere = settings?.databaseUrl || database;
  return (clock?.now() ?? MONDAY).getTime() === MONDAY.getTime() && !settings?.sessionSecret && !elsewhere;
}

/** A world to copy, under a name of its own; `fill` goes on from an app with nothing in it. `madeBy`: folders of tests that it is made by. */
export function templateOf(name: string, fill: (app: TestApp) => Promise<unknown>, madeBy: string[] = []): Template {
  return {
    get name() {
      return `${name}_${hashOf(['src', 'seeds/library', 'test/support', ...madeBy])}`;
    },
    async fill(database) {
      const app = await startApp({ database: async () => ({ ...database, drop: async () => {} }) });
      await fill(app);
      await app.stop();
    },
  };
}

const WORLD = templateOf('world', fillWorld);
const LEARNING = templateOf('learning', async (app) => fillLearning(await fillWorld(app)));

export async function fillLearning(world: World): Promise<LearningWorld> {
  await loadLibrary(world);
  const cohorts = {
    kenya: await openCohort(world, world.kenya, { name: 'Nairobi, March' }),
    lebanon: await openCohort(world, world.lebanon, { name: 'بيروت، آذار' }),
    penang: await openCohort(world, world.penang, { name: '三月班' }),
  };
  const studies = {
    wanjiku: await enrol(world, world.wanjiku, cohorts.kenya),
    baraka: await enrol(world, world.baraka, cohorts.kenya),
    yusuf: await enrol(world, world.yusuf, cohorts.lebanon),
    mei: await enrol(world, world.mei, cohorts.penang),
  };
  return { ...world, cohort: cohorts.kenya, cohorts, studies };
}

const hashes = new WeakMap<TestApp['database'], Promise<string>>();

export async function makePerson(
  { app, database, clock }: TestApp,
  {
    name,
    email,
    language,
    steward = false,
    zone = null,
    confirmed = true,
  }: { name: string; email: string; language: Language; steward?: boolean; zone?: string | null; confirmed?: boolean },
): Promise<Person> {
  if (!hashes.has(database)) hashes.set(database, app.get(Passwords, { strict: false }).hash(PASSWORD));
  const passwordHash = await hashes.get(database)!;
  return database.write((write) =>
    app
      .get(People, { strict: false })
      .create(write, { name, email, language, passwordHash, zone, steward, emailVerifiedAt: confirmed ? clock.now() : null }, clock.now()),
  );
}

export async function makeChapter(
  { database, clock }: TestApp,
  details: { slug: string; name: string; language: Language; zone: string },
): Promise<Chapter> {
  const chapter: Chapter = {
    id: newId(),
    ...details,
    alsoIn: '',
    country: null,
    about: '',
    shown: true,
    createdAt: clock.now(),
    version: 1,
  };
  await database.write((write) => write.insert(Chapter, chapter));
  return chapter;
}

export async function appoint({ database, clock }: TestApp, person: Person, chapter: Chapter, role: Role): Promise<void> {
  await database.write((write) =>
    write.insert(Membership, { id: newId(), personId: person.id, chapterId: chapter.id, role, createdAt: clock.now() }),
  );
}

export async function loadLibrary({ app, clock }: TestApp, folder = LIBRARY): Promise<void> {
  await app.get(LibrarySeeder, { strict: false }).load(folder, clock.now());
}

/** A cohort of the starter programme that began today and lasts six weeks. */
export async function openCohort(
  { app, database, clock }: TestApp,
  chapter: Chapter,
  details: Partial<CohortDetails> & { programme?: string } = {},
): Promise<Cohort> {
  const { programme = 'taking-part', ...own } = details;
  const version = await app.get(Content, { strict: false }).latest({ kind: 'programme', slug: programme });
  if (!version) throw new Error(`The library has no programme ${programme}`);
  const day = (days: number) => new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const usual: CohortDetails = {
    name: 'Cohort',
    language: chapter.language,
    zone: chapter.zone,
    startsOn: day(0),
    endsOn: day(41),
    places: null,
  };
  const id = await database.write((write) =>
    app.get(Cohorts, { strict: false }).open(write, chapter.id, version.id, { ...usual, ...own }, clock.now()),
  );
  return (await app.get(Cohorts, { strict: false }).byId(id))!;
}

/** Enrols somebody without the form; returns the enrolment's id. */
export function enrol({ app, database, clock }: TestApp, person: Person, cohort: Cohort): Promise<string> {
  return database.write((write) => app.get(Enrolments, { strict: false }).join(write, cohort, person.id, clock.now()));
}

/** The invitation link of a cohort, as an address of this site. */
export async function invitationTo({ app }: TestApp, cohort: Cohort): Promise<string> {
  return new URL((await app.get(Invitations, { strict: false }).addressOf(cohort.id))!).pathname;
}
