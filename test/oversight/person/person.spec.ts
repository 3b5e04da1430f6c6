import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { newId } from '../../../src/kernel/identifier';
import { Certificates } from '../../../src/certificates/issuing/certificates.service';
import { StudyQueries } from '../../../src/cohorts/enrolment/studies.queries';
import { TeamNote } from '../../../src/oversight/person/team-note.entity';
import { DemoTrainees } from '../../../src/seeding/demo-trainees.seeder';
import type { Person } from '../../../src/people/person.entity';
import { follow, open, read } from '../../support/page';
import { fill, submit } from '../../support/submit';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { Chapters } from '../../../src/chapters/chapters.service';
import { send } from '../../chapters/sending';

let world: LearningWorld;
let address: string;
let yusufs: string;
beforeAll(async () => {
  world = await startLearning();
  address = `/cohorts/${world.cohort.id}/people/${world.studies.wanjiku}`;
  yusufs = `/cohorts/${world.cohorts.lebanon.id}/people/${world.studies.yusuf}`;
});
afterAll(() => world.stop());

async function study(person: Person, way: { read: number; tries?: ('passed' | 'failed')[] }, cohortId = world.cohort.id): Promise<void> {
  const { id, name, email } = person;
  const trainees = world.app.get(DemoTrainees, { strict: false });
  await world.database.write((write) => trainees.study(write, cohortId, { id, name, email, joined: 3, ...way }, world.clock.now()));
}

describe('one person’s page', () => {
  it('is behind their name on the board', async () => {
    const amara = as(world, world.amara);
    const page = await follow(amara, await open(amara, `/cohorts/${world.cohort.id}`), 'Wanjiku Kamau');
    expect([page.status, page.heading, page.address]).toEqual([200, 'Wanjiku Kamau', address]);
  });

  it('says of every step whether it is done, and why not', async () => {
    const page = await open(as(world, world.amara), address);
    expect(page.main).toContain('0 of 7 steps done.');
    expect(page.main).toContain('Has done nothing here yet');
    expect(page.rows('What “rough” means').join()).toContain('This lesson has not been read.');
    const [quiz] = page.rows('The quiz has not been tried');
    expect(quiz).toMatch(/It needs 70%\. It opens after the lesson “Where the idea comes from”\./);
  });

  it('says what the quiz needs and what the best was', async () => {
    await study(world.wanjiku, { read: 6, tries: ['failed', 'failed'] });
    const page = await open(as(world, world.tomas), address);
    expect(page.main).toContain('6 of 7 steps done.');
    expect(page.main).toMatch(/The quiz needs 70%, the best so far is \d\d%\./);
    expect(page.main).toContain('Has tried “Quiz: deciding without a vote” 2 times without passing.');
  });

  it('leads to what they answered, beside what is right', async () => {
    const amara = as(world, world.amara);
    const page = await open(amara, address);
    const tried = await follow(amara, page, 'See the answers of try 2');
    expect(tried.heading).toBe('Rough consensus: deciding without a vote');
    expect(tried.main).toMatch(/Try 2: .* of \d+ points, \d\d%\. The quiz needs 70%\./);
    expect(tried.main).toContain('Right answer');
    expect(tried.main).not.toContain('Your answer');
  });

  it('tells nothing of a try that is still open', async () => {
    await study(world.baraka, { read: 6 });
    const baraka = as(world, world.baraka);
    await submit(baraka, await open(baraka, `/quizzes/${world.studies.baraka}/rough-consensus/quiz`), 'Begin');
    const [attempt] = await world.database.rows<{ id: string }>('SELECT "id" FROM "attempts" WHERE "enrolmentId" = ?', [
      world.studies.baraka,
    ]);
    const theirs = `/cohorts/${world.cohort.id}/people/${world.studies.baraka}`;
    const page = await open(as(world, world.amara), theirs);
    expect(page.main).toContain('not handed in yet');
    expect(page.html).not.toContain(attempt!.id);
    await as(world, world.amara).get(`${theirs}/tries/${attempt!.id}`).expect(404);
    await as(world, world.amara).get(`${theirs}/tries/abc`).expect(404);
  });

  it('shows a try of one person under that person only', async () => {
    const [attempt] = await world.database.rows<{ id: string }>('SELECT "id" FROM "attempts" WHERE "enrolmentId" = ?', [
      world.studies.wanjiku,
    ]);
    await as(world, world.amara).get(`/cohorts/${world.cohort.id}/people/${world.studies.baraka}/tries/${attempt!.id}`).expect(404);
    await as(world, world.nour).get(`${yusufs}/tries/${attempt!.id}`).expect(404);
  });

  it('has the certificate of whoever has one', async () => {
    await study(world.yusuf, { read: 6, tries: ['passed'] }, world.cohorts.lebanon.id);
    const own = (await world.app.get(StudyQueries, { strict: false }).one(world.studies.yusuf, world.yusuf.id))!;
    await world.database.write((write) =>
      world.app.get(Certificates, { strict: false }).issue(write, own, { name: 'Yusuf Khoury', latinName: null }, world.clock.now()),
    );
    const page = await open(as(world, world.sofia), yusufs);
    expect(page.links.some((link) => link.address.startsWith('/verify/'))).toBe(true);
    expect(page.main).toContain('The programme is finished.');
  });

  it('says that somebody has left', async () => {
    const [cohortId, personId] = [world.cohort.id, world.mei.id];
    const id = newId();
    const now = world.clock.now();
    await world.database.write((write) =>
      write.insert(Enrolment, { id, cohortId, personId, state: 'withdrawn', joinedAt: now, completedAt: null }),
    );
    const page = await open(as(world, world.amara), `/cohorts/${cohortId}/people/${id}`);
    expect(page.main).toContain('Has left this cohort.');
    expect(page.offers(/^Send to/)).toBe(false);
  });
});

describe('notes of the team', () => {
  const removal = /^Remove the note/;

  it('are read by the team and nobody else', async () => {
    const tomas = as(world, world.tomas);
    const page = await submit(tomas, await open(tomas, address), 'Add the note', {
      'Add a note': 'Her line is down in the evenings. <b>Call</b> before six.',
    });
    expect(page.main).toContain('Her line is down in the evenings. <b>Call</b> before six.');
    expect((await open(as(world, world.amara), address)).main).toContain('Tomás Vega');
    for (const where of ['/learning', '/certificates', `/quizzes/${world.studies.wanjiku}/rough-consensus/quiz`]) {
      expect((await as(world, world.wanjiku).get(where)).text).not.toContain('Her line is down');
    }
  });

  it('an empty one is not taken', async () => {
    const amara = as(world, world.amara);
    const page = await submit(amara, await open(amara, address), 'Add the note', { 'Add a note': ' \u200b ' });
    expect([page.status, page.errors]).toEqual([422, ['Write a note of 1 to 2,000 characters']]);
  });

  it('a lead may remove any, a trainer their own', async () => {
    const [amara, tomas] = [as(world, world.amara), as(world, world.tomas)];
    await submit(amara, await open(amara, address), 'Add the note', { 'Add a note': 'Amara called.' });
    const asTomas = await open(tomas, address);
    expect(asTomas.buttons.filter((name) => removal.test(name))).toHaveLength(1);
    const [hers] = await world.database.rows<{ id: string }>('SELECT "id" FROM "team_notes" WHERE "authorId" = ?', [world.amara.id]);
    await tomas.post(`${address}/notes/${hers!.id}/removal`).send(`form=${newId()}`).expect(404);
    await as(world, world.nour).post(`${yusufs}/notes/${hers!.id}/removal`).send(`form=${newId()}`).expect(404);
    await amara.post(`${address}/notes/${hers!.id}/removal`).send(`form=${newId()}`).expect(303);
    expect(await world.database.read(TeamNote).countBy({ authorId: world.amara.id })).toBe(0);
    await tomas.post(`${address}/notes/abc/removal`).send(`form=${newId()}`).expect(404);
  });

  it('pressed twice is one note', async () => {
    const tomas = as(world, world.tomas);
    const form = fill(await open(tomas, address), 'Add the note', { 'Add a note': 'Twice.' });
    for (const _ of [1, 2]) await send(tomas, form).expect(303);
    expect(await world.database.read(TeamNote).countBy({ text: 'Twice.' })).toBe(1);
  });
});

describe('who sees a person’s page', () => {
  it('the team of the chapter and stewards; for anybody else it is not there', async () => {
    for (const who of [world.amara, world.tomas, world.sofia]) await as(world, who).get(address).expect(200);
    for (const who of [world.nour, world.mei, world.wanjiku, world.baraka]) {
      await as(world, who).get(address).expect(404);
      await as(world, who).post(`${address}/notes`).send(`form=${newId()}&note=x`).expect(404);
      await as(world, who).post(`${address}/nudges`).send(`form=${newId()}&subject=x&text=y&reason=own&back=person`).expect(404);
    }
  });

  it('a person of another cohort is not there, whoever asks', async () => {
    const crossed = `/cohorts/${world.cohort.id}/people/${world.studies.yusuf}`;
    for (const who of [world.amara, world.nour, world.sofia]) await as(world, who).get(crossed).expect(404);
  });

  it('a lead who was removed in the meantime sees nothing and writes nothing', async () => {
    const page = read(await as(world, world.tomas).get(address));
    const chapters = world.app.get(Chapters, { strict: false });
    await world.database.write((write) => chapters.dismiss(write, world.kenya.id, world.tomas.id, 'trainer', false));
    await send(as(world, world.tomas), {
      ...fill(page, 'Add the note', { 'Add a note': 'After the end.' }),
      address: `${address}/notes`,
    }).expect(404);
    expect(await world.database.read(TeamNote).countBy({ text: 'After the end.' })).toBe(0);
  });
});
