import { Enrolment } from '../../src/cohorts/enrolment/enrolment.entity';
import { OwnStudy } from '../../src/cohorts/enrolment/own-study.guard';
import { Studies } from '../../src/cohorts/enrolment/studies.service';
import type { Study } from '../../src/cohorts/enrolment/study';
import { viewerOf } from '../../src/people/people.service';
import { Completion } from '../../src/progress/completion.entity';
import { MONDAY } from '../support/app';
import { type LearningWorld, startLearning } from '../support/world';

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
let studies: Studies;
beforeAll(async () => {
  world = await startLearning();
  studies = world.app.get(Studies);
});
afterAll(() => world.stop());

const studyOf = async (person: { id: string }): Promise<Study> => (await studies.of(person))[0]!;
const finish = (study: Study, step: string, at = MONDAY) =>
  world.database.write((write) => studies.finish(write, study, `step:rough-consensus/${step}`, at));
const ledgerOf = async ({ enrolmentId }: Study) =>
  (await world.database.read(Completion).find({ where: { enrolmentId }, order: { id: 'ASC' } })).map(({ subject }) => subject);

describe('a study', () => {
  it('knows its cohort and chapter, and what there is to do', async () => {
    const study = await studyOf(world.wanjiku);
    expect(study).toMatchObject({
      enrolmentId: world.studies.wanjiku,
      state: 'active',
      joinedAt: MONDAY,
      completedAt: null,
      cohort: { name: 'Nairobi, March', zone: 'Africa/Nairobi', pins: world.cohort.pins },
      chapter: { slug: 'kenya', name: 'Kenya' },
    });
    const plan = await studies.plan(study.cohort);
    expect(plan.modules.map(({ slug, steps }) => [slug, steps.map(({ key }) => key)])).toEqual([['rough-consensus', STEPS]]);
    expect(await studies.standingOf(study)).toMatchObject({ done: 0, total: 7, share: 0, complete: false });
  });

  it('records a step once, with its first date', async () => {
    const study = await studyOf(world.wanjiku);
    await finish(study, STEPS[0]!);
    await finish(study, STEPS[0]!, new Date('2027-03-05T09:00:00Z'));
    expect(await ledgerOf(study)).toEqual([`step:rough-consensus/${STEPS[0]}`]);
    expect(await studies.standingOf(study)).toMatchObject({ done: 1, share: 14 });
    expect([...(await studies.done(study))]).toEqual([`step:rough-consensus/${STEPS[0]}`]);
    expect((await world.database.read(Completion).findOneByOrFail({ enrolmentId: study.enrolmentId })).at).toEqual(MONDAY);
  });

  it('is complete with its last step, at that instant, module and programme with it', async () => {
    const study = await studyOf(world.baraka);
    for (const step of STEPS.slice(0, -1)) await finish(study, step);
    expect((await studyOf(world.baraka)).state).toBe('active');
    const last = new Date('2027-03-20T18:30:00.000Z');
    await finish(study, 'quiz', last);
    expect((await ledgerOf(study)).slice(-3)).toEqual(['step:rough-consensus/quiz', 'module:rough-consensus', 'programme:taking-part']);
    expect(await studyOf(world.baraka)).toMatchObject({ state: 'completed', completedAt: last });
    expect(await studies.standingOf(study)).toMatchObject({ done: 7, share: 100, complete: true, completedAt: last });
    await finish(study, 'quiz', new Date('2027-03-21T09:00:00Z'));
    expect(await studyOf(world.baraka)).toMatchObject({ completedAt: last });
  });

  it('is complete when its last two steps come at once', async () => {
    const study = await studyOf(world.yusuf);
    for (const step of STEPS.slice(0, -2)) await finish(study, step);
    await Promise.all(STEPS.slice(-2).map((step) => finish(study, step)));
    expect((await ledgerOf(study)).filter((subject) => subject.startsWith('programme:'))).toEqual(['programme:taking-part']);
    expect((await studyOf(world.yusuf)).state).toBe('completed');
  });

  it('records nothing when the work around it fails', async () => {
    const study = await studyOf(world.mei);
    const failing = world.database.write(async (write) => {
      await studies.finish(write, study, 'step:rough-consensus/humming', MONDAY);
      throw new Error('afterwards');
    });
    await expect(failing).rejects.toThrow('afterwards');
    expect(await ledgerOf(study)).toEqual([]);
  });
});

describe('whose a study is', () => {
  it('its own person’s, nobody else’s, and nobody’s once they withdrew', async () => {
    const own = world.app.get(OwnStudy);
    const enrolment = world.studies.wanjiku;
    expect(await own.subject(viewerOf(world.wanjiku), { enrolment })).toMatchObject({ enrolmentId: enrolment });
    for (const person of [world.baraka, world.amara, world.mei, world.sofia])
      expect(await own.subject(viewerOf(person), { enrolment })).toBeNull();
    expect(await own.subject(null, { enrolment })).toBeNull();
    for (const wrong of ['abc', '-1', '9'.repeat(400)]) expect(await own.subject(viewerOf(world.wanjiku), { enrolment: wrong })).toBeNull();
    await world.database.write((write) => write.update(Enrolment, { id: enrolment }, { state: 'withdrawn' }));
    expect(await own.subject(viewerOf(world.wanjiku), { enrolment })).toBeNull();
    expect(await studies.of(world.wanjiku)).toEqual([]);
  });
});
