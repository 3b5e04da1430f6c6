import { Work } from '../../../src/assignments/works/work.entity';
import { Cohort } from '../../../src/cohorts/cohort.entity';
import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import type { ModuleTimes } from '../../../src/cohorts/timetable/timetable';
import { newId } from '../../../src/kernel/identifier';
import { DigestHours } from '../../../src/oversight/digest/digest-hours.service';
import { Nudge } from '../../../src/oversight/today/nudge.entity';
import { Person } from '../../../src/people/person.entity';
import { DemoTrainees } from '../../../src/seeding/demo-trainees.seeder';
import { atInitiative, openInitiative } from '../../assignments/handing';
import { lettersTo } from '../../support/mail';
import { open, read } from '../../support/page';
import { fill, submit } from '../../support/submit';
import { questionsOf } from '../../support/questions';
import { as } from '../../support/visitor';
import { appoint, enrol, type LearningWorld, makePerson, openCohort, startLearning } from '../../support/world';
import { send, tamper } from '../../chapters/sending';

let world: LearningWorld;
beforeEach(async () => {
  world = await startLearning();
});
afterEach(() => world.stop());

async function study(person: Person, way: { read: number; tries?: ('passed' | 'failed')[]; joined?: number }): Promise<void> {
  const { id, name, email } = person;
  const trainees = world.app.get(DemoTrainees, { strict: false });
  await world.database.write((write) => trainees.study(write, world.cohort.id, { id, name, email, joined: 3, ...way }, world.clock.now()));
}

const personPage = (enrolment: string) => `/cohorts/${world.cohort.id}/people/${enrolment}`;

describe('today', () => {
  it('begins with nobody', async () => {
    const page = await open(as(world, world.amara), '/today');
    expect([page.status, page.heading]).toEqual([200, 'Today']);
    expect(page.main).toContain('Nobody needs you today');
  });

  it('names who needs the team, each with one reason, the strongest first', async () => {
    await study(world.baraka, { read: 6, tries: ['failed', 'failed'] });
    world.clock.advance({ days: 8 });
    const page = await open(as(world, world.amara), '/today');
    expect(page.heading).toBe('2 people need you');
    const lines = page.rows(/Mwangi|Kamau/);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('Baraka Mwangi Nairobi, March Has tried “Quiz: deciding without a vote” 2 times without passing.');
    expect(lines[0]).not.toContain('Has done nothing');
    expect(lines[1]).toContain('Wanjiku Kamau Nairobi, March Has not begun, 8 days after the start.');
  });

  it('is the first place of a team, and no place of a trainee', async () => {
    expect((await open(as(world, world.tomas), '/chapters/kenya')).links.map(({ name }) => name)).toContain('Today');
    expect((await open(as(world, world.wanjiku), '/learning')).offers('Today')).toBe(false);
    await as(world, world.wanjiku).get('/today').expect(404);
  });

  it('knows only the chapters that one helps to run', async () => {
    world.clock.advance({ days: 5 });
    const nour = await open(as(world, world.nour), '/today');
    expect(nour.html).toContain('يوسف');
    expect(nour.html).not.toContain('Wanjiku');
    expect((await open(as(world, world.amara), '/today')).html).not.toContain('يوسف');
    expect((await open(as(world, world.sofia), '/today')).html).not.toContain('Wanjiku'); // a steward runs no chapter
  });

  it('leaves out cohorts that are over or have not begun, and people who have left', async () => {
    const gone = await openCohort(world, world.kenya, { name: 'Gone', startsOn: '2027-01-04', endsOn: '2027-02-14' });
    const coming = await openCohort(world, world.kenya, { name: 'Coming', startsOn: '2027-06-07', endsOn: '2027-07-18' });
    for (const cohortId of [gone.id, coming.id]) {
      const row = { id: newId(), cohortId, personId: world.mei.id, state: 'active' as const, joinedAt: new Date('2027-01-04T09:00:00Z') };
      await world.database.write((write) => write.insert(Enrolment, { ...row, completedAt: null }));
    }
    await world.database.write((write) => write.update(Enrolment, { id: world.studies.baraka }, { state: 'withdrawn' }));
    world.clock.advance({ days: 4 });
    expect((await open(as(world, world.amara), '/today')).heading).toBe('1 person needs you');
  });
});

describe('today and the timetable', () => {
  const times = (of: ModuleTimes) =>
    world.database.write((write) =>
      write.update(Cohort, { id: world.cohort.id }, { timetable: { ends: 'zone', modules: { 'rough-consensus': of }, before: null } }),
    );

  it('names nobody for whom nothing is open, and counts their days from when it opens', async () => {
    await times({ opens: 'on', opensOn: '2027-03-08', dueOn: null });
    await study(world.baraka, { read: 6, tries: ['failed', 'failed'] });
    world.clock.set('2027-03-07T20:59:00Z');
    expect((await open(as(world, world.amara), '/today')).main).toContain('Nobody needs you today');
    expect((await open(as(world, world.amara), personPage(world.studies.wanjiku))).main).not.toContain('Has not begun');
    world.clock.set('2027-03-11T09:00:00Z');
    const page = await open(as(world, world.amara), '/today');
    expect(page.rows('Wanjiku')[0]).toContain('Has not begun, 3 days after the start.');
    expect(page.rows('Baraka')[0]).toContain('2 times without passing');
  });

  it('names nobody whose only open thing is with its reviewers', async () => {
    const cohort = await openInitiative(world);
    const who = await makePerson(world, { name: 'Zawadi Mutua', email: 'zawadi@example.org', language: 'en' });
    const work = await atInitiative(world, who, cohort);
    await work.handsIn('Six people came.');
    world.clock.advance({ days: 8 });
    expect((await open(as(world, world.amara), '/today')).rows('Zawadi')).toEqual([]);
    const { id } = await world.database.read(Work).findOneByOrFail({ personId: who.id });
    await world.database.write((write) => write.update(Work, { id }, { state: 'revise', answeredAt: world.clock.now() }));
    expect((await open(as(world, world.amara), '/today')).rows('Zawadi')).toEqual([]);
    world.clock.advance({ days: 7 });
    expect((await open(as(world, world.amara), '/today')).rows('Zawadi').join()).toContain('7 days');
  });

  it.each<[string, Partial<Cohort>]>([
    ['a draft', { openedAt: null }],
    ['what was archived', { archivedAt: new Date('2027-03-02T09:00:00Z') }],
  ])('knows nothing of %s, and neither does the weekly letter', async (_, state) => {
    await world.database.write((write) => write.update(Cohort, { id: world.cohort.id }, state));
    world.clock.set('2027-03-08T05:00:00Z');
    expect((await open(as(world, world.amara), '/today')).main).toContain('Nobody needs you today');
    await world.app.get(DigestHours, { strict: false }).round();
    expect((await lettersTo(world, world.amara.email)).map(({ subject }) => subject)).not.toContain('Kenya: your week');
  });
});

describe('a letter', () => {
  it('goes out with one press, as it stands, in the reader’s own language', async () => {
    const chloe = await makePerson(world, { name: 'Chloé Diop', email: 'chloe@example.org', language: 'fr' });
    await enrol(world, chloe, world.cohort);
    world.clock.advance({ days: 4 });
    const amara = as(world, world.amara);
    const page = await submit(amara, await open(amara, '/today'), 'Send to Chloé Diop');
    expect([page.address, page.status]).toEqual(['/today', 200]);
    expect(page.main).toContain('The letter is on its way.');
    expect(page.offers('Send to Chloé Diop')).toBe(false);
    const [letter] = await lettersTo(world, 'chloe@example.org');
    expect([letter!.language, letter!.subject]).toEqual(['fr', 'Votre place dans Nairobi, March vous attend']);
    expect(letter!.text).toMatch(/^Bonjour Chloé Diop,\n/);
    expect(letter!.links[0]).toBe(`${world.address}/learning`);
    expect(letter!.text).toContain('Amara Odhiambo');
  });

  it('in Arabic holds no mark that nobody sees, and can be sent as it is', async () => {
    world.clock.advance({ days: 4 });
    const nour = as(world, world.nour);
    const before = await open(nour, '/today');
    expect(before.html.match(/<textarea[^]*?<\/textarea>/)![0]).not.toMatch(/[\u2066-\u2069]/);
    const page = await submit(nour, before, /يوسف/);
    expect(page.status).toBe(200);
    expect(await lettersTo(world, 'yusuf@example.org')).toHaveLength(1);
  });

  it('can be changed first', async () => {
    world.clock.advance({ days: 4 });
    const amara = as(world, world.amara);
    const person = await open(amara, personPage(world.studies.wanjiku));
    await submit(amara, person, 'Send to Wanjiku Kamau', { Subject: 'Hello\u00a0 again', Letter: 'Shall I call you?' });
    const [letter] = await lettersTo(world, world.wanjiku.email);
    expect([letter!.subject, letter!.text.split('\n')[0]]).toEqual(['Hello again', 'Shall I call you?']);
    const after = await open(amara, personPage(world.studies.wanjiku));
    expect(after.main).toContain('Shall I call you?');
    expect(after.main).toContain('The next letter can go after');
  });

  it('without words is not sent, and what was typed stays', async () => {
    const amara = as(world, world.amara);
    const page = await open(amara, personPage(world.studies.wanjiku));
    const refused = await submit(amara, page, 'Send to Wanjiku Kamau', { Subject: 'Still here', Letter: ' ' });
    expect([refused.status, refused.errors]).toEqual([422, ['Write a letter of 1 to 5,000 characters']]);
    expect(refused.field('Subject').value).toBe('Still here');
    expect(await world.database.read(Nudge).count()).toBe(0);
    const forged = await tamper(amara, page, 'Send to Wanjiku Kamau', {}, { reason: 'review' });
    expect(forged.status).toBe(422);
  });
});

describe('nobody is written to twice within 72 hours', () => {
  it('by whoever else, from whatever page', async () => {
    world.clock.advance({ days: 4 });
    const [amara, tomas] = [as(world, world.amara), as(world, world.tomas)];
    const seenBefore = await open(tomas, '/today');
    await submit(amara, await open(amara, '/today'), 'Send to Wanjiku Kamau');
    const refused = await submit(tomas, seenBefore, 'Send to Wanjiku Kamau');
    expect([refused.status, refused.heading]).toEqual([409, 'Already written to']);
    expect(refused.main).toContain('within the last 72 hours');
    expect((await open(tomas, '/today')).rows('Wanjiku').join()).toContain('Until');
    world.clock.advance({ hours: 72 });
    expect((await open(tomas, '/today')).offers('Send to Wanjiku Kamau')).toBe(true);
    expect(await lettersTo(world, world.wanjiku.email)).toHaveLength(1);
  });

  it('also when two press at the same moment', async () => {
    world.clock.advance({ days: 4 });
    const second = await makePerson(world, { name: 'Sara Njoki', email: 'sara@example.org', language: 'en' });
    await appoint(world, second, world.kenya, 'lead');
    const visitors = [world.amara, world.tomas, second].map((who) => as(world, who));
    const forms = await Promise.all(visitors.map(async (who) => fill(await open(who, '/today'), 'Send to Baraka Mwangi')));
    const answers = await Promise.all(visitors.map((who, index) => send(who, forms[index]!)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect(await world.database.read(Nudge).countBy({ personId: world.baraka.id })).toBe(1);
    expect(await lettersTo(world, world.baraka.email)).toHaveLength(1);
  });

  it('nor when one presses twice: the second press gets the first outcome', async () => {
    world.clock.advance({ days: 4 });
    const amara = as(world, world.amara);
    const form = fill(await open(amara, '/today'), 'Send to Baraka Mwangi');
    for (const _ of [1, 2]) await send(amara, form).expect(303);
    expect(await world.database.read(Nudge).countBy({ personId: world.baraka.id })).toBe(1);
  });

  it('who has left is not written to', async () => {
    const amara = as(world, world.amara);
    const form = fill(await open(amara, personPage(world.studies.baraka)), 'Send to Baraka Mwangi');
    await world.database.write((write) => write.update(Enrolment, { id: world.studies.baraka }, { state: 'withdrawn' }));
    const answer = await send(amara, form);
    expect([answer.status, read(answer).heading]).toEqual([409, 'No longer in the cohort']);
  });
});

describe('many', () => {
  it('asks the database as often for two hundred as for two', async () => {
    world.clock.advance({ days: 4 });
    const amara = as(world, world.amara);
    const asked = () => questionsOf(world.database, async () => void (await amara.get('/today').expect(200)));
    const few = await asked();
    const at = world.clock.now();
    const joinedAt = new Date(at.getTime() - 4 * 86_400_000);
    const crowd = Array.from({ length: 200 }, (_, i) => ({ id: newId(), name: `Person ${i}` }));
    await world.database.write(async (write) => {
      const account = { passwordHash: '-', language: 'en' as const, zone: null, steward: false, active: true, createdAt: at };
      await write.insert(
        Person,
        crowd.map(({ id, name }) => ({ ...account, id, name, email: `${id}@example.org`, emailKey: `${id}@example.org` })),
      );
      await write.insert(
        Enrolment,
        crowd.map(({ id }) => ({
          id: newId(),
          cohortId: world.cohort.id,
          personId: id,
          state: 'active' as const,
          joinedAt,
          completedAt: null,
        })),
      );
    });
    expect(await asked()).toEqual(few);
    const page = await open(as(world, world.amara), '/today?page=21');
    expect(page.heading).toBe('202 people need you');
    for (const wrong of ['0', '22', 'x']) await as(world, world.amara).get(`/today?page=${wrong}`).expect(404);
  });
});
