import { Completion } from '../../src/progress/completion.entity';
import { rightOf, stemOf, SUBJECTS, bankOf, wrongOf } from '../quizzes/papers/ten-questions';
import { PlainHands } from '../support/hands';
import type { Page } from '../support/page';
import { as } from '../support/visitor';
import { type LearningWorld, startLearning } from '../support/world';

describe('a trainer makes a final of ten questions', () => {
  let world: LearningWorld;
  let tomas: PlainHands;
  let wanjiku: PlainHands;
  let amara: PlainHands;

  beforeAll(async () => {
    world = await startLearning();
    await bankOf(world, world.kenya, world.tomas);
    [tomas, wanjiku, amara] = [world.tomas, world.wanjiku, world.amara].map((one) => new PlainHands(as(world, one))) as [
      PlainHands,
      PlainHands,
      PlainHands,
    ];
  });
  afterAll(() => world.stop());

  it('Tomas puts it together from the bank and publishes it with four presses', async () => {
    await tomas.goTo('/chapters/kenya/quizzes');
    const empty = await tomas.press('New final', { 'Title (optional)': 'Who decides what' });
    expect(empty.main).toContain('There are no questions yet.');
    expect(empty.offers('Publish')).toBe(false);
    await tomas.follow('Add from the bank');
    const ten = Object.fromEntries([
      ['10 questions found', SUBJECTS.map((one) => `${stemOf(one)} ${one} · Choose one · 1 point · bodies`)],
    ]);
    const filled = await tomas.press('Add the chosen questions', ten);
    expect(filled.main).toContain('10 questions are asked.');
    expect(filled.main).toContain('Two tries; the better one counts.');
    expect(filled.main).toContain('Right answers are shown after it has closed.');
    const published = await tomas.press('Publish');
    expect(published.text).toContain('The quiz is published.');
    console.log(`presses of the trainer, from the list of quizzes to a published final: ${tomas.presses}`);
    expect(tomas.presses).toBe(4);
  });

  it('he looks at it as a trainee would, and nothing of that is kept', async () => {
    const first = await tomas.follow('Preview as trainee');
    expect(first.main).toContain(stemOf('ICANN'));
    const checked = await tomas.press('Check this answer', { [stemOf('ICANN')]: rightOf('ICANN') });
    expect(checked.main).toContain('Whoever takes part in ICANN has a say.');
    await tomas.follow('Next question');
    expect(await world.database.rows('SELECT 1 AS "one" FROM "attempts"')).toEqual([]);
  });

  it('he sets it for the cohort with one press', async () => {
    await tomas.follow('Who decides what');
    const set = await tomas.press('Set for this cohort', { Cohort: 'Nairobi, March', 'Last day (optional)': '2027-03-20' });
    expect(set.text).toContain('The quiz is set for this cohort.');
    expect(set.main).toContain('Nobody has begun it yet.');
  });

  it('Wanjiku finds it on her learning page and takes it', async () => {
    const learning = await wanjiku.goTo('/learning');
    expect(learning.main).toContain('Quizzes from your chapter');
    await wanjiku.follow('Who decides what');
    let page = await wanjiku.press('Begin');
    for (let number = 1; number <= SUBJECTS.length; number++) page = await answer(wanjiku, page, number > 2);
    const result = await wanjiku.press('Hand in');
    expect(result.main).toContain('80%');
    const after = await wanjiku.goTo('/learning');
    expect(after.main).toContain('80%, 1 try');
  });

  it('Amara sees who did how well; it is no step of anything', async () => {
    await amara.goTo(`/cohorts/${world.cohort.id}`);
    const results = await amara.follow('Quizzes from the chapter');
    expect(results.rows('Wanjiku Kamau')).toEqual([expect.stringContaining('80%')]);
    expect(results.main).toContain('never count towards the certificate');
    const person = await amara.follow('Wanjiku Kamau');
    expect(person.main).toContain('Who decides what');
    const completions = await world.database.read(Completion).findBy({ personId: world.wanjiku.id });
    expect(completions).toEqual([]);
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
  });
});

/** Answers the question on the page, which stands at another place for each person. */
async function answer(hands: PlainHands, page: Page, well: boolean): Promise<Page> {
  const subject = SUBJECTS.find((one) => page.main.includes(stemOf(one)))!;
  const button = page.buttons.find((name) => name.startsWith('Save and'))!;
  return hands.press(button, { [stemOf(subject)]: well ? rightOf(subject) : wrongOf(subject) });
}
