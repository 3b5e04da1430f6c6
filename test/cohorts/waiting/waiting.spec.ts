import { Cohort } from '../../../src/cohorts/cohort.entity';
import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { WaitingPerson } from '../../../src/cohorts/waiting/waiting-person.entity';
import type { Language } from '../../../src/kernel/language';
import { newId } from '../../../src/kernel/identifier';
import { People } from '../../../src/people/people.service';
import type { Person } from '../../../src/people/person.entity';
import { destination, send } from '../../chapters/sending';
import { lettersTo } from '../../support/mail';
import { open, read } from '../../support/page';
import { fill, submit } from '../../support/submit';
import { as, PASSWORD, signIn, stranger } from '../../support/visitor';
import { enrol, invitationTo, type LearningWorld, makePerson, openCohort, startLearning } from '../../support/world';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(async () => {
  const { faults } = world.log;
  await world.stop();
  expect(faults).toEqual([]);
});

let number = 0;
const person = (name: string, language: Language = 'en') =>
  makePerson(world, { name, language, email: `${name.toLowerCase().replace(/\W/g, '')}.${++number}@example.org` });
const amara = () => as(world, world.amara);
const BUTTON = 'Join the waiting list';

/** A cohort with one place, and who has it. */
async function full(name: string, places = 1): Promise<{ cohort: Cohort; link: string; inside: Person; study: string }> {
  const cohort = await openCohort(world, world.kenya, { name, places });
  const inside = await person(`Inside ${name}`);
  return { cohort, inside, study: await enrol(world, inside, cohort), link: await invitationTo(world, cohort) };
}

const wait = async (who: Person, link: string) => submit(as(world, who), await open(as(world, who), `${link}?language=en`), BUTTON);
const line = ({ id }: Cohort) => world.database.read(WaitingPerson).find({ where: { cohortId: id }, order: { number: 'ASC' } });
const isIn = async (who: Person, { id }: Cohort) =>
  ['active', 'completed'].includes((await world.database.read(Enrolment).findOneBy({ cohortId: id, personId: who.id }))?.state ?? '');
const leave = (who: Person, study: string) => as(world, who).post(`/learning/${study}/leaving`).send({ form: newId() }).expect(303);
const settings = async (cohort: Cohort, given: Record<string, string>) =>
  submit(amara(), await open(amara(), `/cohorts/${cohort.id}/settings`), 'Save', given);

describe('waiting for a place', () => {
  it('takes one press from somebody with an account, and says which number they have and nobody’s name', async () => {
    const { link, inside } = await full('Line');
    const [first, second] = [await person('Achieng First'), await person('Brian Second')];
    const page = await wait(first, link);
    expect([page.address, page.heading]).toEqual(['/waiting', 'Waiting for a place']);
    expect(page.main).toContain('You are number 1 in line.');
    const after = await wait(second, link);
    expect(after.main).toContain('You are number 2 in line.');
    expect(after.html).not.toMatch(new RegExp(`Achieng|${inside.name}`));
    const again = await open(as(world, second), link);
    expect([again.main, again.offers(BUTTON)]).toEqual([expect.stringContaining('You are number 2 in line.'), false]);
    expect((await open(as(world, second), '/learning')).main).toContain('You are number 2 in line.');
  });

  it('asks strangers to sign in, and comes back to the link', async () => {
    const { link } = await full('Strangers');
    const page = await open(stranger(world), link);
    expect([page.offers(BUTTON), page.main]).toEqual([false, expect.stringContaining('To wait, sign in to your account.')]);
    expect(page.links.map(({ address }) => address)).toContain(`/sign-in?next=${encodeURIComponent(link)}`);
    const answer = await stranger(world).post(`${link}/waiting`).send({ form: newId() });
    expect([303, 401]).toContain(answer.status);
  });

  it('is once for each person, whether pressed twice, in two tabs or again', async () => {
    const { cohort, link } = await full('Once');
    const who = await person('Twice');
    const post = fill(await open(as(world, who), link), BUTTON);
    const other = fill(await open(as(world, who), link), BUTTON);
    const answers = await Promise.all([post, post, other].map((one) => send(as(world, who), one)));
    expect(answers.map(destination)).toEqual(['/waiting', '/waiting', '/waiting']);
    expect(await line(cohort)).toHaveLength(1);
  });

  it('is not needed when a place became free meanwhile: one is in', async () => {
    const { cohort, link, inside, study } = await full('Free');
    const who = await person('Lucky');
    const post = fill(await open(as(world, who), link), BUTTON);
    await leave(inside, study);
    expect(destination(await send(as(world, who), post))).toMatch(/^\/lessons\//);
    expect([await isIn(who, cohort), await line(cohort)]).toEqual([true, []]);
  });

  it('can be given up, and those behind move up; somebody else’s place cannot', async () => {
    const { cohort, link } = await full('Given up');
    const [first, second] = [await person('Gives Up'), await person('Moves Up')];
    await wait(first, link);
    await wait(second, link);
    const [own] = await line(cohort);
    await as(world, second).post('/waiting').send({ form: newId(), leave: own!.id }).expect(303);
    expect(await line(cohort)).toHaveLength(2);
    const page = await submit(as(world, first), await open(as(world, first), '/waiting'), /^Stop waiting/);
    expect([page.text, page.main]).toEqual([
      expect.stringContaining('You are off the waiting list.'),
      expect.stringContaining('You are on no'),
    ]);
    expect((await open(as(world, second), '/waiting')).main).toContain('You are number 1 in line.');
  });

  it('counts in nothing else: not on the board, not in the numbers, not in the calendar', async () => {
    const { cohort, link } = await full('Uncounted');
    const who = await person('Uncounted Person');
    await wait(who, link);
    expect((await open(amara(), `/cohorts/${cohort.id}`)).main).not.toContain('Uncounted Person');
    expect((await open(amara(), '/chapters/kenya/cohorts')).rows('Uncounted').join()).toContain('1 of 1 place taken');
    expect((await open(as(world, who), '/calendar')).main).not.toContain('Uncounted');
  });
});

describe('a place that becomes free', () => {
  it('goes to the first in line, with a letter in their language', async () => {
    const { cohort, link, inside, study } = await full('Next');
    const [first, second] = [await person('Fatou', 'fr'), await person('Second')];
    await wait(first, link);
    await wait(second, link);
    await leave(inside, study);
    expect([await isIn(first, cohort), await isIn(second, cohort)]).toEqual([true, false]);
    const [letter] = await lettersTo(world, first.email);
    expect([letter!.language, letter!.subject]).toEqual(['fr', 'Vous avez une place dans Next']);
    expect(letter!.links).toEqual([`${world.settings.baseUrl}/learning`]);
    expect(await lettersTo(world, second.email)).toEqual([]);
    expect((await open(as(world, second), '/waiting')).main).toContain('You are number 1 in line.');
  });

  it('when there are more places, as many as there are; without a limit, everybody', async () => {
    const { cohort, link } = await full('More');
    const people = [await person('One'), await person('Two'), await person('Three'), await person('Four')];
    for (const who of people) await wait(who, link);
    await settings(cohort, { 'Places (optional)': '3' });
    expect(await Promise.all(people.map((who) => isIn(who, cohort)))).toEqual([true, true, false, false]);
    await settings(cohort, { 'Places (optional)': '' });
    expect(await Promise.all(people.map((who) => isIn(who, cohort)))).toEqual([true, true, true, true]);
  });

  it('goes to one person only, when two people leave and two press at the same moment', async () => {
    const { cohort, link, inside, study } = await full('Crowd', 2);
    const other = await person('Other Inside');
    const others = await enrol(world, other, cohort);
    const waiting = [await person('W1'), await person('W2'), await person('W3')];
    for (const who of waiting) await wait(who, link);
    const late = await person('Late');
    const press = fill(await open(as(world, late), link), BUTTON);
    await Promise.all([leave(inside, study), leave(other, others), send(as(world, late), press)]);
    expect(await world.database.read(Enrolment).countBy({ cohortId: cohort.id, state: 'active' })).toBe(2);
    expect(await Promise.all([...waiting, late].map((who) => isIn(who, cohort)))).toEqual([true, true, false, false]);
    expect((await line(cohort)).map(({ personId }) => personId)).toEqual([waiting[2]!.id, late.id]);
  });

  it('stays free while nobody can join, and goes to the line when the days are changed', async () => {
    const { cohort, link, inside, study } = await full('Days');
    const who = await person('Patient');
    await wait(who, link);
    await settings(cohort, { 'First day': '2027-01-04', 'Last day': '2027-02-28' });
    await amara().post(`/cohorts/${cohort.id}/people/${study}/withdrawal`).send({ form: newId() }).expect(303);
    expect([await isIn(inside, cohort), await isIn(who, cohort)]).toEqual([false, false]);
    expect((await open(amara(), `/cohorts/${cohort.id}/waiting`)).main).toContain('so nobody moves up');
    await settings(cohort, { 'First day': '2027-03-01', 'Last day': '2027-04-30' });
    expect(await isIn(who, cohort)).toBe(true);
  });

  it('goes on when somebody is erased; and whoever is erased waits nowhere', async () => {
    const { cohort, link, inside } = await full('Erased');
    const [gone, next] = [await person('Gone'), await person('Next')];
    await wait(gone, link);
    await wait(next, link);
    for (const who of [gone, inside]) {
      const visitor = await signIn(world, who);
      await visitor.post('/account/privacy/erasure').send({ form: newId(), password: PASSWORD }).expect(303);
    }
    expect([await isIn(next, cohort), await line(cohort)]).toEqual([true, []]);
  });

  it('passes over an account that is shut', async () => {
    const { cohort, link, inside, study } = await full('Shut');
    const [shut, next] = [await person('Shut'), await person('Open')];
    await wait(shut, link);
    await wait(next, link);
    await world.database.write((write) => world.app.get(People).change(write, shut.id, { active: false }));
    await leave(inside, study);
    expect([await isIn(shut, cohort), await isIn(next, cohort)]).toEqual([false, true]);
  });

  it('whoever comes in by another way waits no longer', async () => {
    const { cohort, link } = await full('Another way');
    const who = await person('By List');
    await wait(who, link);
    const other = await openCohort(world, world.kenya, { name: 'Beside' });
    await enrol(world, who, other);
    expect(await line(cohort)).toHaveLength(1);
    await world.database.write((write) => write.changeAt(Cohort, cohort, { places: 2 }));
    await enrol(world, who, cohort);
    expect(await line(cohort)).toEqual([]);
  });
});

describe('the team', () => {
  it('sees who waits since when; a trainer without buttons', async () => {
    const { cohort, link } = await full('Seen');
    await wait(await person('Halima Waits'), link);
    const page = await open(amara(), `/cohorts/${cohort.id}/waiting`);
    expect(page.rows('Halima Waits').join()).toMatch(/Since .*Take off the list/);
    const trainer = await open(as(world, world.tomas), `/cohorts/${cohort.id}/waiting`);
    expect([trainer.main, trainer.offers(/Take off/)]).toEqual([expect.stringContaining('Halima Waits'), false]);
    await as(world, world.nour).get(`/cohorts/${cohort.id}/waiting`).expect(404);
  });

  it('lets somebody in out of turn with one more place, never with less', async () => {
    const { cohort, link } = await full('Out of turn');
    const [first, urgent] = [await person('First There'), await person('Urgent')];
    await wait(first, link);
    await wait(urgent, link);
    const [, second] = await line(cohort);
    const refused = await amara().post(`/cohorts/${cohort.id}/waiting`).send({ form: newId(), admit: second!.id });
    expect([refused.status, read(refused).heading]).toEqual([409, 'No place is free']);
    expect(await isIn(urgent, cohort)).toBe(false);
    const page = await submit(amara(), await open(amara(), `/cohorts/${cohort.id}/waiting`), 'Let in, with one more place: Urgent');
    expect([page.status, await isIn(urgent, cohort), await isIn(first, cohort)]).toEqual([200, true, false]);
    expect(await world.database.read(Cohort).findOneByOrFail({ id: cohort.id })).toMatchObject({ places: 2 });
    expect((await lettersTo(world, urgent.email)).map(({ subject }) => subject)).toEqual(['You have a place in Out of turn']);
  });

  it('takes somebody off the list; of another cohort’s list, nobody', async () => {
    const [here, there] = [await full('Here'), await full('There')];
    const who = await person('Off The List');
    await wait(who, here.link);
    const [one] = await line(here.cohort);
    await amara().post(`/cohorts/${there.cohort.id}/waiting`).send({ form: newId(), remove: one!.id }).expect(303);
    await amara().post(`/cohorts/${there.cohort.id}/waiting`).send({ form: newId(), more: one!.id }).expect(404);
    expect(await line(here.cohort)).toHaveLength(1);
    await submit(amara(), await open(amara(), `/cohorts/${here.cohort.id}/waiting`), 'Take off the list: Off The List');
    expect(await line(here.cohort)).toEqual([]);
    expect(await isIn(who, there.cohort)).toBe(false);
  });

  it.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['two things', { admit: newId(), remove: newId() }],
    ['no id', { admit: 'everybody' }],
  ])('presses %s: that is no form of ours', async (_, fields) => {
    const { cohort } = await full(`Shape ${_}`);
    await amara()
      .post(`/cohorts/${cohort.id}/waiting`)
      .send({ form: newId(), ...fields })
      .expect(400);
  });
});
