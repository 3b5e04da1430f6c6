import { Cohorts } from '../../../src/cohorts/cohorts.service';
import { newId } from '../../../src/kernel/identifier';
import { Completion } from '../../../src/progress/completion.entity';
import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { finish } from '../../certificates/finished';
import { open } from '../../support/page';
import { contents } from '../../support/tables';
import { as, signIn } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { answerAll, numberField, NUMBERS, quizAddress, saved, sit, sitAgain, Sitting } from '../sitter';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const attempt = ({ id }: Sitting) => world.database.read(Attempt).findOneByOrFail({ id });

describe('a quiz after its last lesson', () => {
  it('opens at the moment when that lesson is read, and not before', async () => {
    await finish(world, world.yusuf, world.studies.yusuf, { but: ['when-consensus-fails', 'quiz'] });
    const yusuf = as(world, world.yusuf);
    const begin = () => yusuf.post(`${quizAddress(world.studies.yusuf)}/attempts`).send({ form: newId() });
    await begin().expect(409);
    expect(await world.database.read(Attempt).countBy({ enrolmentId: world.studies.yusuf })).toBe(0);
    await finish(world, world.yusuf, world.studies.yusuf, { but: ['quiz'] });
    await begin().expect(303);
    expect(await world.database.read(Attempt).countBy({ enrolmentId: world.studies.yusuf })).toBe(1);
  });
});

describe('one attempt in two tabs', () => {
  let sitting: Sitting;
  beforeAll(async () => {
    sitting = await sit(world, world.mei, world.studies.mei);
    sitting.visitor.keep('language', 'en');
  });

  it('handed in by the one with questions left open, it is over in the other: nothing counts for what is open', async () => {
    const number = await sitting.open(NUMBERS.number);
    await sitting.save(number, { [numberField(number)]: '2' }).expect(303);
    const sure = () => open(sitting.visitor, `${sitting.address}/hand-in`);
    const [one, other] = [await sure(), await sure()];
    expect(one.main).toContain('13 questions are still open.');
    await sitting.send(one.address, sitting.pairs(one, {}, 'Hand in anyway')).expect(303);
    const before = await contents(world.database, ['form_outcomes', 'sessions']);
    expect(await attempt(sitting)).toMatchObject({ points: 100, most: 3500, passed: false, handedInAt: world.clock.now() });
    world.clock.advance({ minutes: 5 });
    const again = await sitting.send(other.address, sitting.pairs(other, {}, 'Hand in anyway')).expect(303);
    expect(again.headers['location']).toBe(`${sitting.address}/result`);
    expect(await contents(world.database, ['form_outcomes', 'sessions'])).toEqual(before);
    const result = await sitting.result();
    expect(result.heading).toBe('Not passed yet: 1 of 35 points');
    expect(result.main).toContain('Not answered yet');
  });

  it('a hand-in that comes after another attempt was begun ends only the attempt of its page', async () => {
    const next = await sitAgain(world, world.mei, world.studies.mei);
    expect(next.address).not.toBe(sitting.address);
    await sitting.handIn().expect(303).expect('location', `${sitting.address}/result`);
    expect((await attempt(next)).handedInAt).toBeNull();
  });
});

describe('an attempt in a cohort that has ended', () => {
  let sitting: Sitting;
  beforeAll(async () => {
    sitting = await sit(world, world.wanjiku, world.studies.wanjiku);
    const page = await sitting.open(NUMBERS.number);
    await sitting.save(page, { [numberField(page)]: '2' }).expect(303);
    world.clock.set('2027-04-12T09:00:00Z'); // the day after the last one; her session has ended long since
    sitting = new Sitting(await signIn(world, world.wanjiku), sitting.address);
  });

  it('goes on with what was saved: whoever was in time with joining may finish', async () => {
    const late = await world.app.get(Cohorts).byId(world.cohort.id);
    expect(late!.endsOn < '2027-04-12').toBe(true);
    expect(await saved(world, sitting)).toEqual({ 'appeal-months': { type: 'number', typed: '2' } });
    await answerAll(sitting);
    await sitting.handIn().expect(303);
    expect((await sitting.result()).heading).toBe('You passed, with 35 of 35 points');
    const [recorded] = await world.database
      .read(Completion)
      .findBy({ enrolmentId: world.studies.wanjiku, subject: 'step:rough-consensus/quiz' });
    expect(recorded!.at).toEqual(world.clock.now());
  });

  it('may be begun and handed in by somebody who begins only then', async () => {
    const baraka = await sit(world, world.baraka, world.studies.baraka);
    expect((await open(baraka.visitor, quizAddress(world.studies.baraka))).link('Continue your try')).toBe(baraka.address);
    await baraka.handIn().expect(303);
    expect(await attempt(baraka)).toMatchObject({ points: 0, passed: false });
  });
});
