import { Cohort } from '../../src/cohorts/cohort.entity';
import { Enrolment } from '../../src/cohorts/enrolment/enrolment.entity';
import { Studies } from '../../src/cohorts/enrolment/studies.service';
import { newId } from '../../src/kernel/identifier';
import type { Person } from '../../src/people/person.entity';
import { TestClock } from '../support/app';
import { all, type Element, first, textOf } from '../support/html';
import { open, type Page } from '../support/page';
import { as, stranger } from '../support/visitor';
import { enrol, type LearningWorld, makePerson, openCohort, startLearning } from '../support/world';

const LESSONS = [
  'where-the-idea-comes-from',
  'what-rough-means',
  'the-chairs-job',
  'an-objection-is-a-question',
  'humming',
  'when-consensus-fails',
];

let world: LearningWorld;
let newcomers = 0;
beforeAll(async () => {
  world = await startLearning();
});
afterAll(() => world.stop());

/** Somebody new in these cohorts, with the ids of their enrolments. */
async function learner(...cohorts: LearningWorld['cohort'][]): Promise<{ person: Person; enrolments: string[] }> {
  const person = await makePerson(world, { name: 'Halima Yusuf', email: `halima${newcomers++}@example.org`, language: 'en' });
  const enrolments: string[] = [];
  for (const cohort of cohorts) enrolments.push(await enrol(world, person, cohort));
  return { person, enrolments };
}

async function finish(person: Person, enrolment: string, steps: string[]): Promise<void> {
  const studies = world.app.get(Studies, { strict: false });
  for (const step of steps) {
    const study = (await studies.of(person)).find(({ enrolmentId }) => enrolmentId === enrolment)!;
    await world.database.write((write) => studies.finish(write, study, `step:rough-consensus/${step}`, world.clock.now()));
  }
}

const learning = (person: Person) => open(as(world, person), '/learning');
/** The part of a page about one cohort. */
const partOf = (page: Page, cohort: string): Element =>
  [...all(page.root, 'section')].find(({ attributes }) => attributes['aria-label'] === cohort)!;
const linksIn = (part: Element) => [...all(part, 'a')].map((link) => [textOf(link), link.attributes['href']]);
const stepsIn = (part: Element) => [...all(first(part, 'ol')!, 'li')];
const statesIn = (part: Element) => stepsIn(part).map(({ attributes }) => attributes['class']);

describe('my learning', () => {
  it('is for who has signed in', async () => {
    const { headers } = await stranger(world).get('/learning').expect(303);
    expect(headers['location']).toBe('/sign-in?next=%2Flearning');
  });

  it('without a cohort says what is missing, and how it comes', async () => {
    const page = await learning((await learner()).person);
    expect(page.heading).toBe('Hello, Halima Yusuf');
    expect(page.main).toContain('You are not in a cohort yet');
    expect(page.main).toContain('Open the invitation link that your chapter sent you, and your lessons appear here.');
    expect([...all(page.root, 'ol')]).toEqual([]);
  });

  it('not begun says where to begin', async () => {
    const { person, enrolments } = await learner(world.cohort);
    const page = await learning(person);
    const part = partOf(page, 'Nairobi, March');
    expect(textOf(part)).toContain('Kenya · Nairobi, March · 1 March 2027 to 11 April 2027');
    expect(textOf(part)).toContain('Begin here');
    expect(textOf(part)).toContain('Step 1 of 7: Where the idea comes from. About 45 minutes left.');
    expect(page.link('Start reading')).toBe(`/lessons/${enrolments[0]}/rough-consensus/${LESSONS[0]}`);
    expect(statesIn(part)).toEqual(['now', '', '', '', '', '', 'lock']);
    expect(page.offers('Get your certificate')).toBe(false);
  });

  it('shows every lesson as open, and the quiz as locked, without a link', async () => {
    const { person, enrolments } = await learner(world.cohort);
    const steps = stepsIn(partOf(await learning(person), 'Nairobi, March'));
    expect(steps.map((step) => first(step, 'a')?.attributes['href'] ?? null)).toEqual([
      ...LESSONS.map((key) => `/lessons/${enrolments[0]}/rough-consensus/${key}`),
      null,
    ]);
    expect(textOf(steps.at(-1)!)).toContain('Opens when you have read the lessons before it');
  });

  it('begun leads to the first step that is not done, also when others after it are', async () => {
    const { person, enrolments } = await learner(world.cohort);
    await finish(person, enrolments[0]!, [LESSONS[0]!, LESSONS[2]!]);
    const page = await learning(person);
    expect(page.main).toContain('Continue where you stopped');
    expect(page.main).toContain('Step 2 of 7: What “rough” means. About 35 minutes left.');
    expect(page.link('Continue reading')).toBe(`/lessons/${enrolments[0]}/rough-consensus/${LESSONS[1]}`);
    const part = partOf(page, 'Nairobi, March');
    expect(statesIn(part)).toEqual(['done', 'now', 'done', '', '', '', 'lock']);
    expect(textOf(stepsIn(part)[0]!)).toContain('Done: Where the idea comes from');
    expect(textOf(part)).toContain('2 of 7 steps done');
  });

  it('with every lesson read leads to the quiz', async () => {
    const { person, enrolments } = await learner(world.cohort);
    await finish(person, enrolments[0]!, LESSONS);
    const page = await learning(person);
    expect(page.link('Go to the quiz')).toBe(`/quizzes/${enrolments[0]}/rough-consensus/quiz`);
    expect(page.main).toContain('About 15 minutes left.');
    expect(statesIn(partOf(page, 'Nairobi, March')).at(-1)).toBe('now');
  });

  it('finished offers the certificate, and once it is issued, opens it', async () => {
    const { person, enrolments } = await learner(world.cohort);
    await finish(person, enrolments[0]!, [...LESSONS, 'quiz']);
    const page = await learning(person);
    expect(page.main).toContain('You have finished everything');
    expect(page.offers(/^(Continue|Start|Go to the quiz)/)).toBe(false);
    expect(page.link('Get your certificate')).toBe(`/learning/${enrolments[0]}/certificate`);
    expect(page.main).not.toContain('Earned on');

    const form = { form: newId(), name: person.name };
    const { headers } = await as(world, person).post(`/learning/${enrolments[0]}/certificate`).send(form).expect(303);
    const after = await learning(person);
    expect(after.link('Open your certificate')).toBe(headers['location']);
    expect(after.main).toContain('Earned on 1 March 2027');
    expect(after.offers('Get your certificate')).toBe(false);
  });

  it('in several cohorts keeps them apart, though they take the same programme', async () => {
    const evening = await openCohort(world, world.kenya, { name: 'Evenings <in> Nairobi' });
    const { person, enrolments } = await learner(world.cohort, evening);
    await finish(person, enrolments[1]!, [LESSONS[0]!]);
    const page = await learning(person);
    const [march, nights] = [partOf(page, 'Nairobi, March'), partOf(page, 'Evenings <in> Nairobi')];
    expect(statesIn(march)[0]).toBe('now');
    expect(statesIn(nights).slice(0, 2)).toEqual(['done', 'now']);
    expect(linksIn(march).find(([name]) => name === 'Start reading')![1]).toContain(enrolments[0]);
    expect(linksIn(nights).find(([name]) => name === 'Continue reading')![1]).toContain(enrolments[1]);
    expect(linksIn(march).some(([, address]) => address!.includes(enrolments[1]!))).toBe(false);
  });

  it('in a cohort that has not begun says when it does, and lets people read', async () => {
    const coming = await openCohort(world, world.kenya, { name: 'In April', startsOn: '2027-04-05', endsOn: '2027-05-16' });
    const { person } = await learner(coming);
    const page = await learning(person);
    expect(page.main).toContain('Your cohort begins on 5 April 2027. You can start reading now.');
    expect(page.offers('Start reading')).toBe(true);
  });

  it('in a cohort that has ended says so, and lets people finish', async () => {
    const over = await openCohort(world, world.kenya, { name: 'Last year' });
    const { person, enrolments } = await learner(over);
    await world.database.write((write) => write.update(Cohort, { id: over.id }, { startsOn: '2026-01-05', endsOn: '2026-02-15' }));
    await finish(person, enrolments[0]!, LESSONS);
    const page = await learning(person);
    expect(page.main).toContain('Your cohort ended on 15 February 2026. You can still finish what you began.');
    expect(page.offers('Go to the quiz')).toBe(true);
  });

  it('without the cohorts that somebody has left', async () => {
    const { person, enrolments } = await learner(world.cohort);
    await world.database.write((write) => write.update(Enrolment, { id: enrolments[0]! }, { state: 'withdrawn' }));
    expect((await learning(person)).main).toContain('You are not in a cohort yet');
  });

  it('shows nothing of anybody else', async () => {
    const page = await learning(world.mei);
    expect(page.text).toContain('三月班');
    for (const other of ['Nairobi', 'Kenya', world.wanjiku.name, world.studies.wanjiku]) expect(page.html).not.toContain(other);
  });
});

describe('a cohort’s last day', () => {
  it('ends at midnight where the cohort is, not where the server stands', async () => {
    const clock = new TestClock(new Date('2027-04-11T20:59:00Z')); // 23:59 in Nairobi
    const there = await startLearning({ clock });
    const cohort = await openCohort(there, there.kenya, { name: 'One day', startsOn: '2027-04-11', endsOn: '2027-04-11' });
    const person = await makePerson(there, { name: 'Zuri Achieng', email: 'zuri@example.org', language: 'en' });
    await enrol(there, person, cohort);
    const page = async () => (await open(as(there, person), '/learning')).main;
    expect(await page()).not.toContain('Your cohort ended');
    clock.advance({ minutes: 1 });
    expect(await page()).toContain('Your cohort ended on 11 April 2027.');
    await there.stop();
  });
});
