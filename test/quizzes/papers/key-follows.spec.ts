import { newId } from '../../../src/kernel/identifier';
import type { Person } from '../../../src/people/person.entity';
import { BankQuestions } from '../../../src/quizzes/bank/bank-questions.service';
import { ChapterQuiz } from '../../../src/quizzes/papers/chapter-quiz.entity';
import { PlainHands } from '../../support/hands';
import { post } from '../../support/knock';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { bankOf, question } from './ten-questions';

describe('a key that is corrected in a chapter’s quiz', () => {
  let world: LearningWorld;
  let ids: string[];
  beforeAll(async () => {
    world = await startLearning();
    ids = await bankOf(world, world.kenya, world.tomas, [question('ICANN'), question('IETF')]);
  });
  afterAll(() => world.stop());

  const send = (who: Person, address: string, fields: [string, string][]) =>
    post(world, address, who, new URLSearchParams([['form', newId()], ...fields]).toString());

  it('is corrected in the bank, too: the question keeps its points and tags, and has a new version by whoever did it', async () => {
    const questions = ids.map((id): [string, string] => ['questions', id]);
    const { headers } = await send(world.tomas, '/chapters/kenya/quizzes', [['preset', 'practice'], ['title', 'Bodies'], ...questions]);
    const address = headers['location']!;
    const [quiz] = (await world.database.read(ChapterQuiz).find()) as [ChapterQuiz];
    expect((await send(world.tomas, `${address}/publication`, [['version', String(quiz.version)]])).status).toBe(303);
    expect((await send(world.tomas, `${address}/cohorts`, [['cohort', world.cohort.id], ['opensOn', ''], ['closesOn', '']])).status).toBe(303); // prettier-ignore
    const wanjiku = new PlainHands(as(world, world.wanjiku));
    await wanjiku.goTo(`/quizzes/${world.studies.wanjiku}/chapter/${quiz.slug}`);
    await wanjiku.press('Begin');
    const attempt = (await wanjiku.page()).address.split('/')[2]!;
    await send(world.wanjiku, `/attempts/${attempt}/hand-in`, []);

    const tomas = new PlainHands(as(world, world.tomas));
    await tomas.goTo(`/chapters/kenya/quizzes/${quiz.slug}`);
    await tomas.follow('Statistics');
    await tomas.follow('Fix question 1');
    await tomas.press('B is right');
    await tomas.press('Apply, and tell those whose result changes');

    const bank = world.app.get(BankQuestions, { strict: false });
    const [changed, other] = await bank.byIds(world.kenya.id, ids);
    expect(changed).toMatchObject({ version: 2, updatedBy: world.tomas.id, tags: ['bodies'], structure: { right: 'b', points: 1 } });
    expect(other).toMatchObject({ version: 1, structure: { right: 'a' } });
  });
});
