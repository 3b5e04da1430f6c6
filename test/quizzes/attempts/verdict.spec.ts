import { newId } from '../../../src/kernel/identifier';
import { Answer } from '../../../src/quizzes/attempts/answer.entity';
import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { Saves } from '../../../src/quizzes/attempts/saves.service';
import { verdict } from '../../../src/quizzes/attempts/saving';
import { type LearningWorld, startLearning } from '../../support/world';
import { sit } from '../sitter';

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

  const save = (question: string, typed: string, posted: (typeof POSTS)[number]) => {
    const { page, turn } = posted;
    const answer = {
      attemptId,
      question,
      given: { type: 'number', typed },
      page,
      turn,
      savedAt: world.clock.now(),
      certainty: null,
    } as const;
    return world.app.get(Saves, { strict: false }).save({ ...answer, language: 'en' }, posted, null);
  };

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
        certainty: null,
        tries: null,
        closedAt: null,
        language: 'en',
      };
      await world.database.write((write) => write.insert(Answer, before));
      const result = await save(question, 'posted', posted);
      const stored = await world.database.read(Answer).findOneByOrFail({ attemptId, question });
      const outcome = verdict(before, posted);
      const after = { ...before, given: { type: 'number', typed: 'posted' }, sequence: 3, page: posted.page, turn: posted.turn };
      expect(stored).toEqual(outcome === 'save' ? after : before);
      expect(result).toEqual(
        outcome === 'stale'
          ? { saved: false, newer: before }
          : outcome === 'save'
            ? { saved: true, answer: { savedAt: stored.savedAt, sequence: 3 } }
            : { saved: true, answer: stored, late: true },
      );
    },
  );

  it.each(POSTS.map((posted) => [posted] as const))('the first one is stored, whatever it knows: %j', async (posted) => {
    const question = `first-${POSTS.indexOf(posted)}`;
    expect(await save(question, 'first', posted)).toMatchObject({ saved: true, answer: { sequence: 1 } });
    const { page, turn } = posted;
    const given = { type: 'number', typed: 'first' };
    expect(await world.database.read(Answer).findOneByOrFail({ attemptId, question })).toMatchObject({ given, page, turn });
  });
});
