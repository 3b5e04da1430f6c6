import { Certificates } from '../../../src/certificates/issuing/certificates.service';
import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { Studies } from '../../../src/cohorts/enrolment/studies.service';
import { Person } from '../../../src/people/person.entity';
import { newId } from '../../../src/kernel/identifier';
import { open } from '../../support/page';
import { questionsOf } from '../../support/questions';
import { as, stranger } from '../../support/visitor';
import { type LearningWorld, openCohort, startLearning } from '../../support/world';
import { destination } from '../../chapters/sending';

const STEPS = [
  'where-the-idea-comes-from',
  'what-rough-means',
  'the-chairs-job',
  'an-objection-is-a-question',
  'humming',
  'when-consensus-fails',
  'quiz',
];

let world: LearningWorld;
let address: string;
beforeAll(async () => {
  world = await startLearning();
  address = `/cohorts/${world.cohort.id}`;
});
afterAll(() => world.stop());

async function finish(person: { id: string }, steps: string[]): Promise<void> {
  const studies = world.app.get(Studies);
  const study = (await studies.of(person))[0]!;
  for (const step of steps) {
    await world.database.write((write) => studies.finish(write, study, `step:rough-consensus/${step}`, world.clock.now()));
  }
}

/** A crowd without passwords, straight into the tables; the last by name is the first to join. */
async function crowd(cohortId: string, from: number, to: number): Promise<void> {
  const people = Array.from({ length: to - from }, (_, i) => ({ id: newId(), name: `Person ${String(to - 1 - i).padStart(3, '0')}` }));
  const at = world.clock.now();
  await world.database.write(async (write) => {
    const account = { passwordHash: '-', language: null, zone: null, steward: false, active: true, createdAt: at };
    const rows = people.map(({ id, name }) => ({ ...account, id, name, email: `${id}@example.org`, emailKey: `${id}@example.org` }));
    await write.insert(Person, rows);
    await write.insert(
      Enrolment,
      people.map(({ id }) => ({ id: newId(), cohortId, personId: id, state: 'active' as const, joinedAt: at, completedAt: null })),
    );
  });
}

describe('the board of a cohort', () => {
  it('says it in a sentence first', async () => {
    const page = await open(as(world, world.amara), address);
    expect([page.status, page.heading]).toEqual([200, 'Nairobi, March']);
    expect(page.main).toContain('Week 1 of 6. Of 2 people, nobody has begun and nobody has finished.');
  });

  it('shows each person step by step, with the numbers that they see themselves', async () => {
    await finish(world.wanjiku, STEPS.slice(0, 3));
    world.clock.advance({ days: 2 });
    await finish(world.baraka, STEPS);
    const page = await open(as(world, world.amara), address);
    expect(page.main).toContain('Of 2 people, 2 have begun and 1 has finished.');
    const [wanjiku] = page.rows('Wanjiku');
    expect(wanjiku).toMatch(
      /^Wanjiku Kamau 3 of 7 42% done done done next not done not done not open yet An objection is a question and 3 more steps 1 Mar 1 Mar$/,
    );
    const [baraka] = page.rows('Baraka');
    expect(baraka).toMatch(/^Baraka Mwangi 7 of 7 100%( done){7} Finished, certificate not taken yet 1 Mar 3 Mar$/);
    const standing = await world.app.get(Studies).standingOf((await world.app.get(Studies).of(world.wanjiku))[0]!);
    expect([standing.done, standing.share]).toEqual([3, 42]);
  });

  it('links to the certificate of whoever has one', async () => {
    const study = (await world.app.get(Studies).of(world.baraka))[0]!;
    await world.database.write((write) =>
      world.app.get(Certificates).issue(write, study, { name: 'Baraka Mwangi', latinName: null }, world.clock.now()),
    );
    const certificate = (await world.app.get(Certificates).ofStudy(study.enrolmentId))!;
    expect((await open(as(world, world.amara), address)).link('Issued 3 Mar')).toBe(`/verify/${certificate.code}`);
  });

  it('has its invitation link, and settings for leads only', async () => {
    const page = await open(as(world, world.amara), address);
    expect(String(page.field('Invitation link').value)).toContain(`${world.address}/join/`);
    expect(page.links.map((one) => one.address)).toContain(`${address}/settings`);
    expect((await open(as(world, world.tomas), address)).links.map((one) => one.address)).not.toContain(`${address}/settings`);
  });

  it('leaves out whoever withdrew', async () => {
    const gone = await openCohort(world, world.kenya, { name: 'Gone' });
    await crowd(gone.id, 0, 2);
    const [first] = await world.database.read(Enrolment).findBy({ cohortId: gone.id });
    await world.database.write((write) => write.update(Enrolment, { id: first!.id }, { state: 'withdrawn' }));
    expect((await open(as(world, world.amara), `/cohorts/${gone.id}`)).main).toContain('Of 1 person, nobody has begun');
  });

  it('says that nobody has joined', async () => {
    const empty = await openCohort(world, world.kenya, { name: 'Empty', startsOn: '2027-04-05', endsOn: '2027-05-16' });
    const page = await open(as(world, world.amara), `/cohorts/${empty.id}`);
    expect(page.main).toContain('Begins on 5 April 2027. Nobody has joined yet.');
    expect(page.html).not.toContain('<table');
  });
});

describe('a cohort of many', () => {
  let many: string;
  beforeAll(async () => {
    many = `/cohorts/${(await openCohort(world, world.kenya, { name: 'Many' })).id}`;
    await crowd(many.split('/').at(-1)!, 0, 220);
  });

  it('comes two hundred people at a time, by name', async () => {
    const amara = as(world, world.amara);
    const first = await open(amara, many);
    expect(first.main).toContain('Of 220 people');
    expect(first.rows(/^Person \d/).map((row) => row.slice(0, 10))).toEqual(
      Array.from({ length: 200 }, (_, i) => `Person ${String(i).padStart(3, '0')}`),
    );
    expect(first.text).toContain('Page 1 of 2');
    const last = await open(amara, `${many}?page=2`);
    expect([last.rows(/^Person \d/).length, last.offers('Next'), last.link('Previous')]).toEqual([20, false, `${many}?page=1`]);
  });

  it.each(['-1', '0', 'abc', '3', '99999999', '1&page=2', '', '%00', '1;drop table people'])('?page=%s is not there', async (page) => {
    await as(world, world.amara).get(`${many}?page=${page}`).expect(404);
  });

  it('asks the database as often for two hundred and twenty as for two', async () => {
    const amara = as(world, world.amara);
    const asked = (where: string) => questionsOf(world.database, async () => void (await amara.get(where).expect(200)));
    expect(await asked(many)).toEqual(await asked(address));
  });
});

describe('who sees the board', () => {
  it('the team of the chapter and stewards; for anybody else it is not there', async () => {
    for (const person of [world.amara, world.tomas, world.sofia]) await as(world, person).get(address).expect(200);
    const none = await as(world, world.nour).get(`/cohorts/${newId()}`);
    for (const person of [world.nour, world.mei, world.wanjiku]) {
      const answer = await as(world, person).get(address);
      expect(answer.status).toBe(404);
      if (person === world.nour) expect(answer.text).toBe(none.text);
    }
    expect(destination(await stranger(world).get(address))).toBe(`/sign-in?next=${encodeURIComponent(address)}`);
  });

  it.each(['abc', '-1', '1e9', '9'.repeat(400), '%00'])('/cohorts/%s is not there', async (id) => {
    await as(world, world.amara).get(`/cohorts/${id}`).expect(404);
  });
});
