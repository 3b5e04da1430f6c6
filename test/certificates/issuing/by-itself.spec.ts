import { Certificate } from '../../../src/certificates/certificate.entity';
import { monthsAfter } from '../../../src/certificates/issuing/eligibility';
import { Names } from '../../../src/certificates/issuing/names.service';
import { newId } from '../../../src/kernel/identifier';
import type { Person } from '../../../src/people/person.entity';
import { letters } from '../../support/mail';
import { open, read } from '../../support/page';
import { as } from '../../support/visitor';
import { enrol, type LearningWorld, makePerson, startLearning } from '../../support/world';
import { certificates } from '../finished';
import { cohortRequiring, confirms, does, lessons, scores } from './requiring';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

let count = 0;
const somebody = () => makePerson(world, { name: 'Amina Odera', email: `amina${++count}@example.org`, language: 'en' });
const of = async (person: Person) => (await certificates(world).of(person.id)).map(({ kind, about }) => `${kind}:${about}`).sort();
const lettersTo = async (person: Person) => (await letters(world)).filter(({ to }) => to === person.email).map(({ subject }) => subject);
const WHOLE = [...lessons(), 'rough-consensus/quiz'];

describe('whoever has not confirmed a name', () => {
  it('is asked for it when the last step is done, once, and has the certificate when they confirm it', async () => {
    const amina = await somebody();
    const enrolment = await enrol(world, amina, world.cohort);
    await does(world, amina, enrolment, ...WHOLE);
    await does(world, amina, enrolment, 'rough-consensus/humming');
    expect(await of(amina)).toEqual([]);
    expect(await lettersTo(amina)).toEqual(['Confirm your name for your certificate: Taking part in Internet governance']);
    const address = `/learning/${enrolment}/certificate`;
    const sent = { form: newId(), name: 'أمينة عودة', latinName: 'Amina Odeh' };
    await as(world, amina).post(address).send(sent).expect(303);
    expect(await of(amina)).toEqual(['programme:']);
    const [{ name, latinName, credential }] = (await certificates(world).of(amina.id)) as [Certificate];
    expect([name, latinName]).toEqual(['أمينة عودة', 'Amina Odeh']);
    expect(credential).toContain('OpenBadgeCredential');
  });

  it.each([
    ['another script', 'أمينة', 'Use only Latin letters'],
    ['an emoji', 'Amina 🌍', 'Use only Latin letters'],
    ['no letter', '- -', 'Use only Latin letters'],
    ['a Latin letter without type', 'Amina Ɤꟑ\ua7cb', 'We have no type for some of these letters'],
    ['too many letters', 'A'.repeat(121), 'Shorten the name in Latin letters to at most 120 characters'],
  ])('types %s where Latin letters belong: a sentence, everything kept, nothing confirmed', async (_, latinName, sentence) => {
    const amina = await somebody();
    const enrolment = await enrol(world, amina, world.cohort);
    await does(world, amina, enrolment, ...WHOLE);
    const address = `/learning/${enrolment}/certificate`;
    const answer = await as(world, amina).post(address).send({ form: newId(), name: 'أمينة', latinName }).expect(422);
    const page = read(answer, address);
    expect(page.errors).toHaveLength(1);
    expect(page.errors[0]).toContain(sentence);
    expect(page.field('Your name will print as').value).toBe('أمينة');
    expect(page.field('Your name in Latin letters, if you want it printed too').value).toBe(latinName);
    expect(await world.app.get(Names, { strict: false }).of(amina.id)).toBeNull();
  });
});

describe('whoever has confirmed a name', () => {
  it('has the next certificate with the last step, under the same name, and a letter says so', async () => {
    const amina = await somebody();
    const enrolment = await enrol(world, amina, world.cohort);
    await confirms(world, amina, 'Amina A. Odera');
    await does(world, amina, enrolment, ...WHOLE.slice(0, -1));
    expect(await of(amina)).toEqual([]);
    await does(world, amina, enrolment, 'rough-consensus/quiz', 'rough-consensus/quiz');
    expect((await certificates(world).of(amina.id)).map(({ name }) => name)).toEqual(['Amina A. Odera']);
    expect(await lettersTo(amina)).toEqual(['Your certificate is ready: Taking part in Internet governance']);
  });

  it('keeps it, whatever their account is called and whatever is sent', async () => {
    const amina = await somebody();
    await confirms(world, amina, 'Amina the First');
    const enrolment = await enrol(world, amina, world.cohort);
    await does(world, amina, enrolment, ...WHOLE);
    const sent = { form: newId(), name: 'Somebody Else', latinName: '' };
    await as(world, amina).post(`/learning/${enrolment}/certificate`).send(sent).expect(303);
    expect((await world.app.get(Names, { strict: false }).of(amina.id))!.name).toBe('Amina the First');
    expect((await certificates(world).of(amina.id)).map(({ name }) => name)).toEqual(['Amina the First']);
  });

  it('confirms and does the last step in the same moment: one certificate, thirty times', async () => {
    for (let round = 0; round < 30; round++) {
      const amina = await somebody();
      const enrolment = await enrol(world, amina, world.cohort);
      await does(world, amina, enrolment, ...WHOLE.slice(0, -1));
      await Promise.all([confirms(world, amina), does(world, amina, enrolment, 'rough-consensus/quiz')]);
      const issued = await of(amina);
      const asked = (await lettersTo(amina)).length;
      expect([issued.length, asked]).toEqual([issued.length, 1]); // either issued, or asked before the name was there
      await as(world, amina).post(`/learning/${enrolment}/certificate`).send({ form: newId(), name: 'Amina', latinName: '' }).expect(303);
      expect(await of(amina)).toEqual(['programme:']);
    }
  });
});

describe('a certificate that takes a mark', () => {
  const MARK = { requires: 'all' as const, mark: { least: 90, quiz: 'rough-consensus' } };
  let amina: Person;
  let enrolment: string;
  beforeAll(async () => {
    const cohort = await cohortRequiring(world, 'with-a-mark', MARK, null, ['rough-consensus']);
    amina = await somebody();
    await confirms(world, amina);
    enrolment = await enrol(world, amina, cohort);
    await does(world, amina, enrolment, ...lessons());
  });

  it('is not earned by passing, and says what is missing', async () => {
    await scores(world, amina, enrolment, 0.75);
    expect(await of(amina)).toEqual([]);
    const page = await open(as(world, amina), `/learning/${enrolment}/certificate`);
    expect(page.main).toContain('All steps are done. What is left is a better result.');
    expect(page.main).toContain('Reach 90% or more in this quiz. Your result so far is 75%.');
    expect(page.links.some(({ address }) => address === `/quizzes/${enrolment}/rough-consensus/quiz`)).toBe(true);
  });

  it('is issued by the better try itself', async () => {
    world.clock.advance({ hours: 1 });
    await scores(world, amina, enrolment, 0.9);
    const [certificate] = await certificates(world).of(amina.id);
    expect(certificate!.snapshot).toMatchObject({ leastMark: 90, completedAt: world.clock.now().toISOString() });
    await scores(world, amina, enrolment, 0.1);
    expect(await of(amina)).toEqual(['programme:']);
  });
});

describe('a module with a certificate of its own', () => {
  it('gives it when its steps are done, for as long as it says; the programme’s follows', async () => {
    const whole = { requires: ['rough-consensus/humming', 'the-first-initiative'] };
    const own = { requires: ['humming', 'what-rough-means'], validMonths: 12 };
    const cohort = await cohortRequiring(world, 'two-certificates', whole, own);
    const amina = await somebody();
    const enrolment = await enrol(world, amina, cohort);
    await confirms(world, amina);
    const missing = await open(as(world, amina), `/learning/${enrolment}/certificate/rough-consensus`);
    expect(missing.main).toContain('2 steps are left.');
    await does(world, amina, enrolment, 'rough-consensus/humming', 'rough-consensus/what-rough-means');
    expect(await of(amina)).toEqual(['module:rough-consensus']);
    const [certificate] = await certificates(world).of(amina.id);
    expect(certificate!.validUntil).toEqual(monthsAfter(world.clock.now(), 12));
    expect(certificate!.snapshot).toMatchObject({ lessons: 2, quizzes: 0, passMark: null, modules: [{ slug: 'rough-consensus' }] });
    await does(world, amina, enrolment, 'the-first-initiative/choose-something-small', 'the-first-initiative/local-conversation');
    expect(await of(amina)).toEqual(['module:rough-consensus', 'programme:']);
    const { headers } = await as(world, amina).get(`/learning/${enrolment}/certificate/rough-consensus`).expect(303);
    expect(headers['location']).toBe(`/certificates/${certificate!.id}`);
    await as(world, amina).get(`/learning/${enrolment}/certificate/the-first-initiative`).expect(404);
    await as(world, amina).get(`/learning/${enrolment}/certificate/nothing`).expect(404);
  });

  it('is not offered where the module is the whole programme', async () => {
    const cohort = await cohortRequiring(world, 'one-module', { requires: 'all' }, { requires: 'all' }, ['rough-consensus']);
    const amina = await somebody();
    const enrolment = await enrol(world, amina, cohort);
    await confirms(world, amina);
    await does(world, amina, enrolment, ...WHOLE);
    expect(await of(amina)).toEqual(['programme:']);
  });
});
