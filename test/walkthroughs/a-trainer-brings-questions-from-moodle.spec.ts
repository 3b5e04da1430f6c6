import { BankQuestion } from '../../src/quizzes/bank/bank-question.entity';
import { PlainHands } from '../support/hands';
import { open } from '../support/page';
import { as } from '../support/visitor';
import { startWorld, type World } from '../support/world';

const FORTY = Array.from({ length: 40 }, (_, at) => at + 1);

/** What Moodle gives for a category of forty questions. */
const moodle = (from = 1): string => `<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>$course$/top/Naming</text></category></question>
${FORTY.map(
  (at) => `<question type="multichoice"><name><text>Root ${at}</text></name>
<questiontext format="html"><text><![CDATA[<p>Which letter has root server number ${at}?</p>]]></text></questiontext>
<generalfeedback format="html"><text></text></generalfeedback><defaultgrade>1.0000000</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden>
<idnumber>root-${at + from - 1}</idnumber><single>true</single>
<correctfeedback format="html"><text>Your answer is correct.</text></correctfeedback>
<answer fraction="100" format="html"><text>Letter ${at}</text><feedback format="html"><text>Yes</text></feedback></answer>
<answer fraction="0" format="html"><text>Another letter</text><feedback format="html"><text></text></feedback></answer></question>`,
).join('\n')}
</quiz>`;

describe('a trainer brings forty questions from Moodle', () => {
  let world: World;
  beforeAll(async () => (world = await startWorld()));
  afterAll(() => world.stop());

  it('takes them in, edits three in a text editor, and brings them again: three changed, thirty-seven the same', async () => {
    const { tomas, kenya, database } = world;
    const tomasAt = new PlainHands(as(world, tomas));
    await tomasAt.goTo(`/chapters/${kenya.slug}/questions`);
    await tomasAt.follow('Bring questions');
    const looked = await tomasAt.press('Look at what is in it', { 'Questions as text': moodle() });
    expect(looked.status).toBe(200);
    expect(looked.main).toContain('40 questions were read. 40 new, 0 changed, 0 the same.');
    expect(looked.main).toContain('Read as: Moodle XML');
    expect(await database.read(BankQuestion).countBy({ chapterId: kenya.id })).toBe(0);

    const taken = await tomasAt.press('Take in 40 questions');
    expect(taken.main).toContain('40 new, 0 changed, 0 the same.');
    expect(taken.main).toContain('Make a quiz of 40 questions');
    expect(await database.read(BankQuestion).countBy({ chapterId: kenya.id })).toBe(40);

    await tomasAt.goTo(`/chapters/${kenya.slug}/questions`);
    await tomasAt.follow('Take questions away');
    const file = await as(world, tomas)
      .get((await tomasAt.press('Download the file')).address)
      .expect(200);
    expect(file.headers['content-disposition']).toContain(`questions-${kenya.slug}.gift`);
    const edited = file.text
      .replace('number 3?', 'number 3, in Kenya?')
      .replace('=Letter 7', '=Letter 7, or G')
      .replace('~Another letter', '~No letter at all');
    await tomasAt.goTo(`/chapters/${kenya.slug}/questions/import`);
    const again = await tomasAt.press('Look at what is in it', { 'Questions as text': edited });
    expect(again.main).toContain('40 questions were read. 0 new, 3 changed, 37 the same.');
    const merged = await tomasAt.press('Take in 40 questions');
    expect(merged.main).toContain('0 new, 3 changed, 37 the same.');
    expect(await database.read(BankQuestion).countBy({ chapterId: kenya.id })).toBe(40);
    const changed = await database.read(BankQuestion).findOneByOrFail({ chapterId: kenya.id, externalId: 'root-3' });
    expect(changed.texts.en?.['stem']).toBe('Which letter has root server number 3, in Kenya?');
    expect(changed.version).toBe(2);
  });

  it('makes a quiz of what came in, in one press, and is on its page', async () => {
    const { tomas, kenya } = world;
    const hands = new PlainHands(as(world, tomas));
    await hands.goTo(`/chapters/${kenya.slug}/questions/import`);
    await hands.press('Look at what is in it', { 'Questions as text': 'Who keeps the root zone? {=IANA ~ITU}\n\nIt is one file. {T}' });
    const taken = await hands.press('Take in 2 questions');
    expect(taken.main).toContain('2 new, 0 changed, 0 the same.');
    const quiz = await hands.press('Make a quiz of 2 questions', { 'Title of the quiz': 'The root zone' });
    expect([quiz.status, quiz.heading]).toEqual([200, 'The root zone']);
    expect(quiz.address).toMatch(new RegExp(`^/chapters/${kenya.slug}/quizzes/c-[0-9a-z]+$`));
    expect(quiz.main).toContain('Who keeps the root zone?');
    expect(quiz.main).toContain('It is one file.');
    expect((await open(as(world, tomas), `/chapters/${kenya.slug}/quizzes`)).main).toContain('The root zone');
  });

  it('is shown what is wrong, mends what is certain in one press, and leaves the rest out or not', async () => {
    const { tomas, kenya } = world;
    const hands = new PlainHands(as(world, tomas));
    await hands.goTo(`/chapters/${kenya.slug}/questions/import`);
    const text = 'It is so. {true}\n\nHow much? {#3,14}\n\nWho? {=a}\n\nWhich? {~%50%a ~b}';
    const looked = await hands.press('Look at what is in it', { 'Questions as text': text });
    expect(looked.main).toContain('Line 3 “3,14” has a comma');
    const mended = await hands.press('Mend all 2 that are certain');
    expect(mended.field('Questions as text').value).toContain('It is so. {TRUE}');
    expect(mended.field('Questions as text').value).toContain('{#3.14}');
    expect(mended.main).toContain('3 questions were read.');
    const refused = await hands.press('Take in 3 questions');
    expect([refused.status, refused.errors[0]]).toEqual([422, '1 thing is faulty. Mend it, or tick that it is left out.']);
    const taken = await hands.press('Take in 3 questions', { 'Leave out what is faulty (1) and take the others': true });
    expect(taken.main).toContain('3 new, 0 changed, 0 the same.');
    expect((await open(as(world, tomas), `/chapters/${kenya.slug}/questions`)).main).toContain('How much?');
  });
});
