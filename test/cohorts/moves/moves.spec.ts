import { AuditEntry } from '../../../src/chapters/audit/audit-entry.entity';
import { Cohort } from '../../../src/cohorts/cohort.entity';
import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { Move } from '../../../src/cohorts/moves/move.entity';
import { newId } from '../../../src/kernel/identifier';
import type { Person } from '../../../src/people/person.entity';
import { Completion } from '../../../src/progress/completion.entity';
import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { DemoTrainees } from '../../../src/seeding/demo-trainees.seeder';
import { destination, send } from '../../chapters/sending';
import { lettersTo } from '../../support/mail';
import { follow, open, read } from '../../support/page';
import { fill, submit } from '../../support/submit';
import { as } from '../../support/visitor';
import { enrol, invitationTo, type LearningWorld, makePerson, openCohort, startLearning } from '../../support/world';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(async () => {
  const { faults } = world.log;
  await world.stop();
  expect(faults).toEqual([]);
});

let number = 0;
const amara = () => as(world, world.amara);
const press = (address: string, fields: Record<string, string> = {}, who = amara()) => who.post(address).send({ form: newId(), ...fields });
const enrolment = (id: string) => world.database.read(Enrolment).findOneByOrFail({ id });
const enrolments = ({ id }: Person) => world.database.read(Enrolment).findBy({ personId: id });
const personAt = (cohort: Cohort, study: string) => `/cohorts/${cohort.id}/people/${study}`;

/** Somebody who has read three lessons and failed the quiz once, in a cohort of their own. */
async function trainee(name: string, way: { read: number; tries?: ('passed' | 'failed')[] } = { read: 6, tries: ['failed'] }) {
  const email = `${name.toLowerCase().replace(/\W/g, '')}.${++number}@example.org`;
  const who = await makePerson(world, { name, language: 'en', email });
  const cohort = await openCohort(world, world.kenya, { name: `Of ${name}`, startsOn: '2027-02-01', endsOn: '2027-04-30' });
  const seeder = world.app.get(DemoTrainees, { strict: false });
  await world.database.write((write) => seeder.study(write, cohort.id, { joined: 9, ...way, id: who.id, name, email }, world.clock.now()));
  return { who, cohort, study: (await enrolments(who))[0]!.id };
}

describe('leaving a cohort', () => {
  it('says first what stays and what ends; then it takes one press, and everything done can still be read', async () => {
    const { who, cohort, study } = await trainee('Leaves Alone');
    const visitor = as(world, who);
    const page = await follow(visitor, await open(visitor, '/learning'), 'Leave this cohort');
    expect([page.heading, page.main]).toEqual([`Leave ${cohort.name}?`, expect.stringContaining('your certificates stay')]);
    const after = await submit(visitor, page, 'Leave this cohort');
    expect([after.address, after.text]).toEqual(['/learning', expect.stringContaining('You have left the cohort.')]);
    expect(await enrolment(study)).toMatchObject({ state: 'withdrawn' });
    expect(await world.database.read(Move).findBy({ enrolmentId: study })).toMatchObject([{ kind: 'left', byId: who.id }]);
    const record = await follow(visitor, after, new RegExp(`What you did there: ${cohort.name}`));
    expect(record.main).toMatch(/You left on 1 March 2027.*Done on .*Try 1, /s);
    const result = await follow(visitor, record, /^Try 1/);
    expect([result.status, result.offers('Try again')]).toEqual([200, false]);
    expect(result.links.map(({ address }) => address).filter((address) => address.startsWith('/lessons'))).toEqual([]);
    await visitor.get(`/lessons/${study}/rough-consensus/humming`).expect(404);
  });

  it('is done once, however often it is pressed, and is nobody else’s to press', async () => {
    const { who, study } = await trainee('Presses Twice');
    for (const other of [world.wanjiku, world.amara, world.mei]) {
      await as(world, other).get(`/learning/${study}/leaving`).expect(404);
      await press(`/learning/${study}/leaving`, {}, as(world, other)).expect(404);
      await as(world, other).get(`/learning/${study}/record`).expect(404);
    }
    const tabs = await Promise.all([1, 2].map(() => open(as(world, who), `/learning/${study}/leaving`)));
    const answers = await Promise.all(tabs.map((tab) => send(as(world, who), fill(tab, 'Leave this cohort'))));
    expect(answers.map(destination)).toEqual(['/learning', '/learning']);
    expect(await world.database.read(Move).countBy({ enrolmentId: study })).toBe(1);
    await as(world, who).get(`/learning/${study}/leaving`).expect(303);
  });

  it('by oneself leaves the way back by the link open; what was done is there again', async () => {
    const { who, cohort, study } = await trainee('Comes Back', { read: 2 });
    await press(`/learning/${study}/leaving`, {}, as(world, who)).expect(303);
    const link = await invitationTo(world, cohort);
    const page = await submit(as(world, who), await open(as(world, who), link), 'Join and start reading');
    expect(page.address).toContain(study);
    expect(await enrolment(study)).toMatchObject({ state: 'active' });
    expect((await world.database.read(Move).findBy({ enrolmentId: study })).map(({ kind }) => kind).sort()).toEqual(['back', 'left']);
  });

  it('is not there when the cohort is over', async () => {
    const { who, cohort, study } = await trainee('Too Late');
    await world.database.write((write) => write.changeAt(Cohort, cohort, { endsOn: '2027-02-28' }));
    expect((await open(as(world, who), '/learning')).links.map(({ name }) => name)).not.toContain('Leave this cohort');
    expect((await press(`/learning/${study}/leaving`, {}, as(world, who))).status).toBe(409);
    expect(await enrolment(study)).toMatchObject({ state: 'active' });
  });

  it('keeps a certificate that is earned and not yet taken', async () => {
    const { who, study } = await trainee('Has Finished', { read: 6, tries: ['passed'] });
    await press(`/learning/${study}/leaving`, {}, as(world, who)).expect(303);
    const record = await open(as(world, who), `/learning/${study}/record`);
    expect((await follow(as(world, who), record, 'Get your certificate')).status).toBe(200);
  });
});

describe('being taken out', () => {
  it('by a lead: noted in the audit, listed under those who have gone, with everything they did', async () => {
    const { who, cohort, study } = await trainee('Taken Out');
    const page = await follow(amara(), await open(amara(), personAt(cohort, study)), 'Move or take out');
    const after = await submit(amara(), page, 'Take out');
    expect([after.address, after.main]).toEqual([personAt(cohort, study), expect.stringContaining('Taken out on 1 March 2027')]);
    expect(await world.database.read(AuditEntry).findBy({ act: 'person-withdrawn', subjectId: who.id })).toMatchObject([
      { actorId: world.amara.id, objectId: cohort.id },
    ]);
    const gone = await open(amara(), `/cohorts/${cohort.id}/waiting`);
    const person = await follow(amara(), gone, 'Taken Out');
    expect((await follow(amara(), person, 'See the answers of try 1')).status).toBe(200);
    expect((await open(as(world, who), `/learning/${study}/record`)).main).toContain('Your team took you out on 1 March 2027.');
  });

  it('closes the link that everybody has, until a lead takes them back', async () => {
    const { who, cohort, study } = await trainee('Kept Out');
    const link = await invitationTo(world, cohort);
    await press(`${personAt(cohort, study)}/withdrawal`).expect(303);
    for (const way of ['enrolment', 'waiting']) {
      const answer = await press(`${link}/${way}`, {}, as(world, who));
      expect([answer.status, read(answer).heading]).toEqual([409, 'Your team has taken you out of this cohort']);
    }
    const page = await submit(amara(), await open(amara(), `${personAt(cohort, study)}/move`), 'Take back');
    expect(page.main).toContain('Back on 1 March 2027');
    expect(await enrolment(study)).toMatchObject({ state: 'active' });
    expect(await world.database.read(AuditEntry).countBy({ act: 'person-taken-back', subjectId: who.id })).toBe(1);
  });

  it('gives the place away: nobody is taken back into a full cohort', async () => {
    const { who, cohort, study } = await trainee('Lost Place');
    await world.database.write((write) => write.changeAt(Cohort, cohort, { places: 1 }));
    await press(`${personAt(cohort, study)}/withdrawal`).expect(303);
    await enrol(world, await makePerson(world, { name: 'Quick', language: 'en', email: 'quick@example.org' }), cohort);
    const answer = await press(`${personAt(cohort, study)}/return`);
    expect([answer.status, read(answer).main]).toEqual([409, expect.stringContaining('is full')]);
    expect((await enrolments(who)).map(({ state }) => state)).toEqual(['withdrawn']);
  });

  it('is for leads of the chapter only', async () => {
    const { cohort, study } = await trainee('Not Yours');
    const { cohort: other } = await trainee('Elsewhere');
    for (const who of [world.tomas, world.nour, world.wanjiku, world.mei])
      for (const [way, fields] of [
        ['withdrawal', {}],
        ['return', {}],
        ['move', { to: other.id }],
      ] as const)
        await press(`${personAt(cohort, study)}/${way}`, fields, as(world, who)).expect(404);
    expect((await open(as(world, world.tomas), personAt(cohort, study))).links.map(({ name }) => name)).not.toContain('Move or take out');
    await press(`${personAt(other, study)}/withdrawal`).expect(404);
    expect(await enrolment(study)).toMatchObject({ state: 'active' });
  });
});

describe('being moved to another cohort', () => {
  it('brings along what counts there, with its first dates; the old enrolment stays with its tries', async () => {
    const { who, cohort, study } = await trainee('Moves On');
    const to = await openCohort(world, world.kenya, { name: 'Evening group' });
    const before = await world.database.read(Completion).findBy({ enrolmentId: study });
    const page = await open(amara(), `${personAt(cohort, study)}/move`);
    expect(page.main).toMatch(/Evening group.*6 finished steps count there/s);
    const choice = page.fields.find(({ label }) => label === 'To which cohort')!.options.find((one) => one.startsWith('Evening group'))!;
    const after = await submit(amara(), page, 'Move', { 'To which cohort': choice });
    expect([after.status, after.main]).toEqual([200, expect.stringContaining(`Moved here on 1 March 2027 from: ${cohort.name}`)]);
    const now = (await enrolments(who)).find(({ cohortId }) => cohortId === to.id)!;
    expect(after.address).toBe(personAt(to, now.id));
    const copied = await world.database.read(Completion).findBy({ enrolmentId: now.id });
    const dates = (lines: Completion[]) => lines.map(({ subject, at }) => `${subject} ${at.toISOString()}`).sort();
    expect(dates(copied)).toEqual(dates(before));
    expect(await world.database.read(Completion).countBy({ enrolmentId: study })).toBe(before.length);
    expect(await world.database.read(Attempt).countBy({ enrolmentId: study })).toBe(1);
    expect(await world.database.read(Attempt).countBy({ enrolmentId: now.id })).toBe(0);
    const old = await open(amara(), personAt(cohort, study));
    expect(old.main).toContain('Moved on 1 March 2027 to: Evening group');
    expect((await follow(amara(), old, 'See the answers of try 1')).status).toBe(200);
    const record = await open(as(world, who), `/learning/${study}/record`);
    expect(record.main).toContain('Moved by your team on 1 March 2027, to: Evening group');
    const [letter] = await lettersTo(world, who.email);
    expect(letter!.subject).toBe('You are now in Evening group');
    expect(await world.database.read(AuditEntry).countBy({ act: 'person-moved', subjectId: who.id })).toBe(1);
    expect((await open(as(world, who), '/learning')).main).toContain('6 of 7');
  });

  it('makes one active enrolment, whether pressed twice, in two tabs or towards two cohorts at once', async () => {
    const { who, cohort, study } = await trainee('One Only');
    const [one, two] = [await openCohort(world, world.kenya, { name: 'One' }), await openCohort(world, world.kenya, { name: 'Two' })];
    const address = `${personAt(cohort, study)}/move`;
    const form = newId();
    const answers = await Promise.all([
      amara().post(address).send({ form, to: one.id }),
      amara().post(address).send({ form, to: one.id }),
      press(address, { to: two.id }),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => ![303, 409].includes(status))).toEqual([]);
    expect((await enrolments(who)).filter(({ state }) => state === 'active')).toHaveLength(1);
    expect(await world.database.read(Move).countBy({ enrolmentId: study })).toBe(1);
  });

  it('is refused when the other cohort is full, says so, and changes nothing', async () => {
    const { who, cohort, study } = await trainee('Full There');
    const to = await openCohort(world, world.kenya, { name: 'Tiny', places: 1 });
    await enrol(world, world.yusuf, to);
    const page = await open(amara(), `${personAt(cohort, study)}/move`);
    expect(page.main).toMatch(/Tiny.*Full/s);
    const answer = await press(`${personAt(cohort, study)}/move`, { to: to.id });
    expect([answer.status, read(answer).main]).toEqual([409, expect.stringContaining('Tiny is full: its one place is taken.')]);
    expect((await enrolments(who)).map(({ state }) => state)).toEqual(['active']);
    expect(await lettersTo(world, who.email)).toEqual([]);
  });

  it('gives the last place to one of two who are moved there at once', async () => {
    const [a, b] = [await trainee('Mover A'), await trainee('Mover B')];
    const to = await openCohort(world, world.kenya, { name: 'Last place', places: 1 });
    const answers = await Promise.all([a, b].map(({ cohort, study }) => press(`${personAt(cohort, study)}/move`, { to: to.id })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await world.database.read(Enrolment).countBy({ cohortId: to.id, state: 'active' })).toBe(1);
    for (const { who } of [a, b]) expect((await enrolments(who)).filter(({ state }) => state === 'active')).toHaveLength(1);
  });

  it('crosses with somebody who is moved the other way, both into full cohorts no, into open ones yes', async () => {
    const [a, b] = [await trainee('Cross A'), await trainee('Cross B')];
    const answers = await Promise.all([
      press(`${personAt(a.cohort, a.study)}/move`, { to: b.cohort.id }),
      press(`${personAt(b.cohort, b.study)}/move`, { to: a.cohort.id }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const at = async ({ who }: typeof a) => (await enrolments(who)).find(({ state }) => state === 'active')!.cohortId;
    expect([await at(a), await at(b)]).toEqual([b.cohort.id, a.cohort.id]);
  });

  it('back to where somebody was takes the old enrolment up again, with what was done since', async () => {
    const { who, cohort, study } = await trainee('To And Fro', { read: 1 });
    const to = await openCohort(world, world.kenya, { name: 'And back' });
    const there = destination(await press(`${personAt(cohort, study)}/move`, { to: to.id }))
      .split('/')
      .at(-1)!;
    const lesson = `/lessons/${there}/rough-consensus/what-rough-means`;
    await press(`${lesson}/read`, {}, as(world, who)).expect(303);
    expect(destination(await press(`${personAt(to, there)}/move`, { to: cohort.id }))).toBe(personAt(cohort, study));
    expect((await world.database.read(Completion).findBy({ enrolmentId: study })).map(({ subject }) => subject)).toContain(
      'step:rough-consensus/what-rough-means',
    );
    expect((await enrolments(who)).filter(({ state }) => state === 'active').map(({ id }) => id)).toEqual([study]);
  });

  it.each<[string, () => Promise<string> | string, number]>([
    ['a cohort of another chapter', () => world.cohorts.lebanon.id, 404],
    ['a cohort that is not there', () => newId(), 404],
    ['nothing', () => '', 422],
    ['a draft', async () => (await openCohort(world, world.kenya, { name: 'Drafted' })).id, 409],
  ])('to %s is not possible', async (what, to, status) => {
    const { who, cohort, study } = await trainee(`Nowhere ${what}`);
    const id = await to();
    if (what === 'a draft') await world.database.write((write) => write.changeAt(Cohort, { id, version: 1 }, { openedAt: null }));
    const answer = await press(`${personAt(cohort, study)}/move`, { to: id });
    expect(answer.status).toBe(status);
    expect((await enrolments(who)).map(({ state }) => state)).toEqual(['active']);
  });

  it('is not for who has finished everything', async () => {
    const { cohort, study } = await trainee('All Done', { read: 6, tries: ['passed'] });
    const to = await openCohort(world, world.kenya, { name: 'No need' });
    const answer = await press(`${personAt(cohort, study)}/move`, { to: to.id });
    expect([answer.status, read(answer).main]).toEqual([409, expect.stringContaining('Everything is done here')]);
  });
});
