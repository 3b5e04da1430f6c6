import { Content } from '../../src/content/content.service';
import type { QuizStructure } from '../../src/content/structures';
import { rightAnswer } from '../../src/quizzes/questions/review';
import { PlainHands } from '../support/hands';
import { letters } from '../support/mail';
import { as } from '../support/visitor';
import { abilityOf, handedIn, knows, type Way } from '../quizzes/analysis/many';
import { answerAll, sit, startChanged } from '../quizzes/sitter';

type World = Awaited<ReturnType<typeof startChanged>>;

/** The first question of the starter quiz is about twenty people and a draft; its author has marked A, and B is right. */
const WRONG_KEY = { 'quizzes/rough-consensus/quiz.yml': [[/right: b/, 'right: a']] } as Parameters<typeof startChanged>[0];

describe('a trainer finds a wrong key', () => {
  let world: World;
  beforeAll(async () => (world = await startChanged(WRONG_KEY)));
  afterAll(() => world.stop());

  it('and corrects it in three presses: Wanjiku newly passes and is told, nobody else is', async () => {
    const { wanjiku, baraka, tomas, studies } = world;
    const hers = await sit(world, wanjiku, studies.wanjiku);
    await answerAll(hers, { open: ['remarks', 'bodies', 'why-no-vote'] }); // what the key calls wrong is right
    await hers.handIn().expect(303);
    expect((await hers.result()).text).toContain('You need 70%');
    const his = await sit(world, baraka, studies.baraka);
    await answerAll(his, { wrong: ['unanswered'] }); // he chose what the key calls right
    await his.handIn().expect(303);
    await others(world);
    await letters(world);
    const before = (await letters(world)).length;

    const trainer = new PlainHands(as(world, tomas));
    await trainer.goTo('/chapters/kenya');
    await trainer.follow('Statistics of quizzes');
    const report = await trainer.follow('Rough consensus: deciding without a vote');
    expect(report.main).toContain('Strong trainees chose B: check the key.');
    expect(report.main).toContain('From 47 people in 1 chapter, in all languages.');
    const panel = await trainer.follow('Fix question 1');
    expect(panel.main).toContain('There is no rough consensus yet, since a problem has no answer.');
    expect(panel.main).toMatch(
      /Both answers count: nobody loses [1-9]\d* (person gains|people gain) points, 0 lose points, [1-9]\d* newly pass/,
    );
    const done = await trainer.press('Apply, and tell those whose result changes');
    expect(done.text).toContain('The key is corrected.');

    const after = (await letters(world)).slice(before);
    const toHer = after.filter(({ to }) => to.includes(wanjiku.email));
    expect(toHer.map(({ subject }) => subject)).toEqual([
      'Confirm your name for your certificate: Taking part in Internet governance', // it was the last step
      'You have passed after all: Rough consensus: deciding without a vote',
    ]);
    expect(toHer[1]!.text).toContain(`${hers.address}/result`);
    expect(after.filter(({ to }) => to.includes(baraka.email))).toEqual([]);
    const result = await hers.result();
    expect(result.main).toContain('You passed');
    const learning = await new PlainHands(as(world, wanjiku)).goTo('/learning');
    expect(learning.text).toContain('Get your certificate');
  });
});

/** Forty-five more people: whoever knows the subject chose B. */
async function others(world: World): Promise<void> {
  const versions = await world.app.get(Content, { strict: false }).all('quiz');
  const { id: versionId, document } = versions.find(({ document: { slug } }) => slug === 'rough-consensus')!;
  const { questions } = document.structure as QuizStructure;
  const points = Object.fromEntries(questions.map((one) => [one.key, one.points]));
  const ways = Array.from({ length: 45 }, (_, index): Way => {
    const { ability, chance } = abilityOf(`person ${index}`);
    const known = questions.filter(({ type }) => type !== 'gap-text' && knows(ability, chance));
    const option = known.some(({ key }) => key === 'unanswered') ? 'b' : 'acd'[Math.floor(chance() * 3)]!;
    const givens = Object.fromEntries(known.map((question) => [question.key, rightAnswer(question)]));
    const marks = Object.fromEntries(questions.map((question) => [question.key, known.includes(question) ? 1 : 0]));
    return { marks: { ...marks, unanswered: option === 'a' ? 1 : 0 }, givens: { ...givens, unanswered: { type: 'single', option } } };
  });
  const [cohort] = await world.database.rows<{ id: string }>('SELECT "cohortId" AS "id" FROM "enrolments" WHERE "id" = ?', [
    world.studies.wanjiku,
  ]);
  await handedIn(world, { cohortId: cohort!.id, versionId, module: 'rough-consensus', step: 'quiz', points, passMark: 70 }, ways);
}
