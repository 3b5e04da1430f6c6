import { Chapters } from '../src/chapters/chapters.service';
import { newId } from '../src/kernel/identifier';
import type { Person } from '../src/people/person.entity';
import { each, knock, post } from './support/knock';
import { type Declared, routesOf } from './support/routes';
import { contents } from './support/tables';
import { routeOf, startTour, type Tour } from './support/tour';
import { appoint, enrol, makePerson } from './support/world';

/** What may change although nothing of the product does. */
const COUNTED = ['sessions', 'failed_tries', 'form_outcomes'];

/** Those who come to every address: nobody, the person it is about, and seven others. */
const WHO = ['anonymous', 'owner', 'trainee', 'trainer', 'lead', 'foreign trainer', 'foreign lead', 'removed lead', 'steward'] as const;
type Identity = (typeof WHO)[number];

/** Whom each permission lets in, of the chapter Kenya; `owner` is whoever the tour sends there. Others find nothing. */
const LETS_IN: Record<string, readonly Identity[]> = {
  Anyone: WHO,
  SignedIn: WHO.slice(1),
  OnSomeTeam: ['trainer', 'lead', 'foreign trainer', 'foreign lead', 'steward'],
  TrainerOfChapter: ['trainer', 'lead', 'steward'],
  ScenarioOfChapter: ['trainer', 'lead', 'steward'],
  PaperOfChapter: ['trainer', 'lead', 'steward'],
  QuizOfCohort: ['trainer', 'lead', 'steward'],
  TrainerOfCohort: ['trainer', 'lead', 'steward'],
  PersonOfCohort: ['trainer', 'lead', 'steward'],
  LeadOfPerson: ['lead', 'steward'],
  LeadOfChapter: ['lead', 'steward'],
  LeadOfCohort: ['lead', 'steward'],
  Steward: ['steward'],
  OwnStudy: ['owner'],
  OwnEnrolment: ['owner'],
  OwnLesson: ['owner'],
  OwnQuizStep: ['owner'],
  OwnAttempt: ['owner'],
  OwnBegunAttempt: ['owner'],
  OwnSimulationStep: ['owner'],
  OwnTable: ['owner'],
  TeamTable: ['trainer', 'lead', 'steward'],
  SittingOfCohort: ['trainer', 'lead', 'steward'],
  OwnTableWithOthers: ['owner'],
  OwnCircle: ['owner'],
  OwnAssignmentStep: ['owner'],
  OwnAssignmentToRead: ['owner'],
  OwnPeerReview: ['owner'],
  WorkOfCohort: ['trainer', 'lead', 'steward'],
  OwnCertificate: ['owner'],
  OwnKept: ['owner'],
  CertificateOfChapter: ['lead', 'steward'],
  'BankReader of a chapter': ['trainer', 'lead', 'steward'],
  'BankWriter of a chapter': ['trainer', 'lead', 'steward'],
  'BankReader of all': ['trainer', 'lead', 'foreign trainer', 'foreign lead', 'steward'],
  'BankWriter of all': ['steward'],
  QuizOfChapter: ['trainer', 'lead', 'steward'],
  QuestionOfQuiz: ['trainer', 'lead', 'steward'],
  EssayOfChapter: ['trainer', 'lead', 'steward'],
  OwnCard: ['owner'],
};

/** The permissions of banks let in others where the bank is the one that all chapters share. */
function permissionOf({ permission, path }: Declared): string {
  if (!permission?.startsWith('Bank')) return permission!;
  return `${permission} of ${path.startsWith('/chapters') ? 'a chapter' : 'all'}`;
}

const letsIn = (route: Declared) => LETS_IN[permissionOf(route)]!;

/** Of these, whom they let in is a question of what is in them; their own tests say who reads what. */
const TOLD_ELSEWHERE = ['MailReader'];

interface Place {
  route: Declared;
  address: string;
  owner: Person | null;
}

describe('who gets in where', () => {
  let tour: Tour;
  let routes: Declared[];
  let people: Record<Exclude<Identity, 'anonymous' | 'owner'>, Person>;
  beforeAll(async () => {
    tour = await startTour();
    const { world } = tour;
    routes = routesOf(world).filter(({ permission }) => !TOLD_ELSEWHERE.includes(permission!));
    const person = (name: string) => makePerson(world, { name, email: `${name.toLowerCase()}.matrix@example.org`, language: 'en' });
    const [trainee, foreign, removed] = [await person('Adongo'), await person('Samira'), await person('Kariuki')];
    await enrol(world, trainee, world.cohort);
    await appoint(world, foreign, world.lebanon, 'trainer');
    await appoint(world, removed, world.kenya, 'lead');
    expect((await knock(world, '/chapters/kenya', { who: removed })).status).toBe(200); // known as a lead until the moment it ends
    const chapters = world.app.get(Chapters, { strict: false });
    await world.database.write((write) => chapters.dismiss(write, world.kenya.id, removed.id, 'lead', false));
    people = {
      trainee,
      trainer: world.tomas,
      lead: world.amara,
      'foreign trainer': foreign,
      'foreign lead': world.nour,
      'removed lead': removed,
      steward: world.sofia,
    };
  });
  afterAll(() => tour.world.stop());

  const whoIs = (identity: Identity, owner: Person | null): Person | null =>
    identity === 'anonymous' ? null : identity === 'owner' ? owner : people[identity];

  /** Addresses in Kenya, and of people who learn there, each at most once for its route. */
  function places(method: string): Place[] {
    const { stops, examples, world } = tour;
    const known =
      method === 'GET'
        ? stops.filter(({ fields, status }) => !fields && status === 200).map(({ address, who }) => ({ address, owner: who }))
        : examples.map(({ address, who }) => ({ address, owner: who }));
    const elsewhere = [world.nour, world.yusuf, world.mei].map(({ id }) => id);
    const found = known.map(({ address, owner }) => ({ route: routeOf(routes, method, address), address, owner }));
    return found.filter(
      (one, at): one is Place =>
        Boolean(one.route) &&
        !(one.owner && elsewhere.includes(one.owner.id)) &&
        found.findIndex(({ route, owner }) => route === one.route && !(owner && elsewhere.includes(owner.id))) === at,
    );
  }

  it('every permission says whom it lets in', () => {
    expect(routes.map(permissionOf).filter((name) => !Object.hasOwn(LETS_IN, name))).toEqual([]);
  });

  it('every page: nine people, and each finds it or nothing', async () => {
    const asked = places('GET').flatMap((place) => WHO.map((identity) => ({ place, identity })));
    const holes = await each(asked, async ({ place: { route, address, owner }, identity }) => {
      const who = whoIs(identity, owner);
      if (identity === 'owner' && !owner) return null;
      const may = letsIn(route).includes(identity) || (owner !== null && who?.id === owner.id);
      const { status, headers } = await knock(tour.world, address, { who });
      const turnedAway = who ? status === 404 : status === 303 && headers['location']!.startsWith('/sign-in');
      const open = route.permission === 'Anyone' && status < 400; // some lead on from here when there is nothing to do
      const right = open || (may ? !turnedAway && status < 400 : turnedAway);
      return right ? null : `${identity} ${may ? 'may' : 'may not'} see GET ${route.path} and gets ${status}`;
    });
    console.log(`tenancy: ${places('GET').length} pages x ${WHO.length} identities, ${holes.filter(Boolean).length} holes`);
    expect(holes.filter(Boolean)).toEqual([]);
  });

  it('every form: whoever may not send it changes nothing, and is told that nothing is there', async () => {
    const fieldsOf = (address: string) => tour.examples.find((one) => one.address === address)!.fields;
    const asked = places('POST').flatMap((place) => WHO.map((identity) => ({ place, identity })));
    const before = await contents(tour.world.database, COUNTED);
    let sent = 0;
    const holes = await each(asked, async ({ place: { route, address, owner }, identity }) => {
      const who = whoIs(identity, owner);
      if (letsIn(route).includes(identity) || who?.id === owner?.id) return null;
      sent++;
      const body = new URLSearchParams({ form: newId(), ...fieldsOf(address) }).toString();
      const { status } = await post(tour.world, address, who, body);
      return status === (who ? 404 : 401) ? null : `${identity} may not send POST ${route.path} and gets ${status}`;
    });
    console.log(`tenancy: ${places('POST').length} forms, ${sent} sent by people who may not, ${holes.filter(Boolean).length} holes`);
    expect(holes.filter(Boolean)).toEqual([]);
    expect(await contents(tour.world.database, COUNTED)).toEqual(before);
  });

  it('would find a door that was left open', async () => {
    const chapters = tour.world.app.get(Chapters, { strict: false });
    const { id } = people['foreign lead'];
    await tour.world.database.write((write) => chapters.appoint(write, tour.world.kenya.id, id, 'trainer', tour.world.clock.now()));
    expect((await knock(tour.world, '/chapters/kenya/cohorts', { who: people['foreign lead'] })).status).toBe(200);
  });
});
