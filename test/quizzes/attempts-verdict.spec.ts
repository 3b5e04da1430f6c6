import { newId } from '../../src/kernel/identifier';
import { Answer } from '../../src/quizzes/attempts/answer.entity';
import { Attempt } from '../../src/quizzes/attempts/attempt.entity';
import { Attempts } from '../../src/quizzes/attempts/attempts.service';
import { verdict } from '../../src/quizzes/attempts/saving';
import { type LearningWorld, startLearning } from '../support/world';
import { sit } from './sitting';

const PAGE = newId();
const OTHER = newId();
const POSTS = [PAGE, OTHER].flatMap((page) => [0, 1, 2, 3].flatMap((sequence) => [0, 1, 2].map((turn) => ({ page, sequence, turn }))));

/** Saving is one statement with the rule in its condition; the rule itself is `verdict`. Here they meet. */
describe('of two posts of an answer', () => {
  let world: LearningWorld;
  let attemptId: string;

  beforeAll(async () => {
    world = await startLearning();
    await sit(world, world.wanjiku, world.studies.wanjiku);
    ({ id: attemptId } = (await world.database.read(Attempt).find())[0]!);
  });
  afterAll(() => world.stop());

  const save = (question: string, typed: string, posted: (typeof POSTS)[number]) =>
    world.app.get(Attempts, { strict: false }).save(attemptId, question, { type: 'number', typed }, posted, world.clock.now());

  it.each(POSTS.map((posted) => [posted.page === PAGE ? 'the same page' : 'another page', posted] as const))(
    'the one that counts is stored: %s, %j',
    async (_, posted) => {
      const question = `q-${POSTS.indexOf(posted)}`;
      const before: Answer = {
        attemptId,
        question,
        given: { type: 'number', typed: 'before' },
        sequence: 2,
        page: PAGE,
        turn: 1,
        savedAt: world.clock.now(),
      };
      await world.database.write((write) => write.insert(Answer, before));
      const result = await save(question, 'posted', posted);
      const stored = await world.database.read(Answer).findOneByOrFail({ attemptId, question });
      const outcome = verdict(before, posted);
      const after = { ...before, given: { type: 'number', typed: 'posted' }, sequence: 3, page: posted.page, turn: posted.turn };
      expect(stored).toEqual(outcome === 'save' ? after : before);
      expect(result).toEqual(outcome === 'stale' ? { saved: false, newer: before } : { saved: true, answer: stored });
    },
  );

  it.each(POSTS.map((posted) => [posted] as const))('the first one is stored, whatever it knows: %j', async (posted) => {
    const question = `first-${POSTS.indexOf(posted)}`;
    expect(await save(question, 'first', posted)).toMatchObject({
      saved: true,
      answer: { sequence: 1, page: posted.page, turn: posted.turn },
    });
    expect((await world.database.read(Answer).findOneByOrFail({ attemptId, question })).given).toEqual({ type: 'number', typed: 'first' });
  });
});
