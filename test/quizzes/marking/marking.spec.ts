import { Person } from '../../../src/people/person.entity';
import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { givenPoints } from '../../../src/quizzes/marking/rubric';
import { PlainHands } from '../../support/hands';
import { letters } from '../../support/mail';
import { post } from '../../support/knock';
import { newId } from '../../../src/kernel/identifier';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { ESSAY_POINTS, publishEssayQuiz } from '../analysis/essay-quiz';
import { handedIn } from '../analysis/many';

describe('points for a text', () => {
  const question = {
    points: 4,
    rubric: [
      { key: 'reason', points: 3 },
      { key: 'example', points: 1 },
    ],
  };

  it.each([
    ['all of them', { reason: '3', example: '1' }, { points: { reason: 3, example: 1 }, share: 1 }],
    ['halves, and Arabic digits', { reason: '1,5', example: '٠' }, { points: { reason: 1.5, example: 0 }, share: 0.375 }],
    ['too many', { reason: '4', example: '1' }, { wrong: [{ key: 'reason', points: 3 }] }],
    ['fewer than none, and none said', { reason: '-1' }, { wrong: question.rubric }],
  ])('%s', (_, typed, known) => {
    expect(givenPoints(question, typed as Record<string, string>)).toEqual(known);
  });

  it('are given for the whole where nothing is set apart', () => {
    expect(givenPoints({ points: 4, rubric: [] }, { whole: '3' })).toEqual({ points: { whole: 3 }, share: 0.75 });
  });
});

describe('texts that wait for a team', () => {
  let world: LearningWorld;
  let attempt: string;
  let people: string[];
  beforeAll(async () => {
    world = await startLearning();
    const versionId = await publishEssayQuiz(world);
    const into = { cohortId: world.cohort.id, versionId, module: 'chapter', step: 'c-hearing-out', points: ESSAY_POINTS, passMark: 60 };
    const text = (words: string) => ({
      marks: { who: 1, when: 0, why: null },
      givens: { who: { type: 'single' as const, option: 'b' }, why: { type: 'essay' as const, text: words } },
    });
    people = await handedIn(world, into, [text('Whoever objects may be right.'), text('It is polite.')]);
    attempt = (await world.database.read(Attempt).findOneByOrFail({ personId: people[0]! })).id;
  });
  afterAll(() => world.stop());

  it('are on Today, without names, the oldest first', async () => {
    const trainer = new PlainHands(as(world, world.tomas));
    const today = await trainer.goTo('/today');
    expect(today.main).toContain('Texts waiting for your marks');
    expect(today.main).toContain('2 texts');
    const queue = await trainer.goTo('/chapters/kenya/marking');
    expect(queue.main).toContain('2 texts are waiting for your team.');
    expect(queue.text).not.toContain('Number 0');
    expect((await trainer.follow('Show the names')).text).toContain('Number 0');
  });

  it('are marked by what is looked at, and then the result stands and is told', async () => {
    const trainer = new PlainHands(as(world, world.tomas));
    const page = await trainer.goTo(`/chapters/kenya/marking/${attempt}/why`);
    expect(page.text).toContain('Whoever objects may be right.');
    expect(page.text).not.toContain('Number 0');
    const refused = await trainer.press('Give these points', { 'A reason is given': '7', 'There is an example': '0' });
    expect([refused.status, refused.errors[0]]).toEqual([422, 'Write a number from 0 to 3']);
    const done = await trainer.press('Give these points', {
      'A reason is given': '3',
      'There is an example': '0',
      'What you say about it': 'A good reason.',
    });
    expect(done.text).toContain('The text is marked.');
    expect(done.main).toContain('1 text is waiting for your team.');
    const { share, points, passed, marks } = await world.database.read(Attempt).findOneByOrFail({ id: attempt });
    expect([Math.round(share! * 1000), points, passed, marks!['why']]).toEqual([714, 500, true, 0.75]);
    const told = (await letters(world)).filter(({ subject }) => subject === 'Your text is marked: Hearing everybody out');
    expect(told.map(({ to }) => to)).toEqual([expect.stringContaining(people[0]!)]);
  });

  it('are read by whoever wrote them, with what was said', async () => {
    const { passwordHash } = await world.database.read(Person).findOneByOrFail({ id: world.wanjiku.id });
    await world.database.write((write) => write.changeAt(Person, { id: people[0]!, version: 1 }, { passwordHash }));
    const author = { ...world.wanjiku, id: people[0]!, email: `many-${people[0]!}@example.org` };
    const page = await new PlainHands(as(world, author)).goTo(`/attempts/${attempt}/result?language=en`);
    expect(page.main).toContain('What your team says A good reason.');
  });

  it('are marked by one: whoever is second sees both and decides', async () => {
    const address = `/chapters/kenya/marking/${attempt}/why`;
    const mark = { form: newId(), 'points.reason': '1', 'points.example': '1', comment: 'No.', version: '0' };
    const second = await post(world, address, world.amara, new URLSearchParams(mark).toString());
    expect(second.status).toBe(409);
    expect(second.text).toContain('A good reason.');
    expect(second.text).toContain('Somebody else marked this text meanwhile');
    const again = { ...mark, form: newId(), version: '1' };
    expect((await post(world, address, world.amara, new URLSearchParams(again).toString())).status).toBe(303);
    expect((await world.database.read(Attempt).findOneByOrFail({ id: attempt })).passed).toBe(true); // a pass is never taken back
  });

  it('are nothing for other chapters', async () => {
    const { nour, wanjiku } = world;
    await as(world, nour).get(`/chapters/lebanon/marking/${attempt}/why`).expect(404);
    await as(world, nour).get('/chapters/kenya/marking').expect(404);
    await as(world, wanjiku).get('/chapters/kenya/marking').expect(404);
  });
});
