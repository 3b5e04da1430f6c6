import { PRESETS } from '../../src/content/quiz-settings';
import { finish } from '../certificates/finished';
import { quizAddress } from '../quizzes/sitter';
import { startSmall } from '../quizzes/small-quiz';
import { PlainHands } from '../support/hands';
import { tidied } from '../support/html';
import { Story } from '../support/story';
import { as } from '../support/visitor';

type Small = Awaited<ReturnType<typeof startSmall>>;

const CHAIR = 'Who says that there is rough consensus?';
const FIXED = { shuffle: { questions: false, options: false } };

describe('Wanjiku practises on a slow line, without scripts', () => {
  let world: Small;
  let hands: PlainHands;
  beforeAll(async () => {
    world = await startSmall({ settings: { ...PRESETS.practice, ...FIXED } });
    await finish(world, world.wanjiku, world.studies.wanjiku, { but: ['quiz'] });
    const visitor = as(world, world.wanjiku);
    visitor.keep('language', 'en');
    hands = new PlainHands(visitor);
  });
  afterAll(() => world.stop());

  it('is told at once that she is wrong and why, tries again with a hint, and is right', async () => {
    await hands.goTo(quizAddress(world.studies.wanjiku));
    await hands.press('Begin');
    let page = await hands.press('Check', { [CHAIR]: 'A vote' });
    expect(page.main).toContain('Not right');
    expect(page.main).toContain('Nobody knows who could vote.');
    expect(page.main).toContain('Hint 1 It is one person.');
    page = await hands.press('Check', { [CHAIR]: 'The chair' });
    expect(page.main).toContain('Right 2 of 3 points');
    await hands.press('Go on');
  });

  it('answers the others, hands in with one press and passes', async () => {
    await hands.press('Check', { 'A hum starts the conversation.': 'True' });
    await hands.press('Go on');
    await hands.press('Check', { 'Your number': '2' });
    await hands.press('Go on');
    const result = await hands.press('Hand in');
    expect(result.heading).toBe('You passed, with 5 of 6 points');
    expect(result.main).toContain('Receipt');
    expect(world.log.faults).toEqual([]);
    console.log(`practice of three questions, one of them tried twice: ${hands.presses} presses`);
  });
});

describe('Yusuf takes a final in Arabic', () => {
  let world: Small;
  let hands: PlainHands;
  const story = new Story('ar');
  const say = (key: string, values?: Parameters<Story['say']>[1]) => story.say(key, values);
  const begin = () => hands.goTo(`${quizAddress(world.studies.yusuf)}?language=ar`);

  beforeAll(async () => {
    world = await startSmall({ minutes: 20, settings: { ...PRESETS.final, ...FIXED } });
    await finish(world, world.yusuf, world.studies.yusuf, { but: ['quiz'] });
    hands = new PlainHands(as(world, world.yusuf));
  });
  afterAll(() => world.stop());

  it('reads beforehand that there are two tries and what happens when time is over', async () => {
    const page = await begin();
    expect(page.language).toBe('ar');
    expect(page.main).toContain(say('taking.start.tries', { used: 0, most: 2 }));
    expect(page.main).toContain(say('quizzes.start.limit', { minutes: 20 }).slice(0, 12));
  });

  it('leaves two questions open, is asked once whether he means it, and gets his points but no key', async () => {
    await hands.press(say('quizzes.start.begin'));
    await hands.press(say('quizzes.question.save-next'), { 'من يعلن التوافق التقريبي؟': 'التصويت' });
    await hands.press(say('quizzes.question.to-summary'));
    const sure = await hands.press(say('quizzes.summary.hand-in'));
    expect(sure.heading).toBe(say('taking.confirm.title'));
    const result = await hands.press(say('taking.confirm.yes'));
    expect(result.main).toContain(say('taking.receipt.title'));
    expect(result.main).not.toContain(say('quizzes.result.right-answer'));
    expect(result.heading).toContain('0');
  });

  it('waits an hour for the second try, is told so kindly, and passes', async () => {
    expect((await begin()).main).toContain(tidied(say('taking.waits.delay', { until: '' }).slice(-30)));
    world.clock.advance({ hours: 1 });
    await begin();
    await hands.press(say('quizzes.start.again'));
    await hands.press(say('quizzes.question.save-next'), { 'من يعلن التوافق التقريبي؟': 'رئيس الجلسة' });
    await hands.press(say('quizzes.question.save-next'), { 'الهمهمة بداية الحوار.': say('quizzes.true') });
    await hands.press(say('quizzes.question.save-last'), { [say('quizzes.question.number-label')]: '٢' });
    const result = await hands.press(say('quizzes.summary.hand-in'));
    expect(result.main).toContain(say('quizzes.result.needed', { share: '100%', mark: '60%' }).slice(0, 8));
    const page = await begin();
    expect(page.main).toContain(say('taking.waits.tries', { most: 2 }));
    expect(page.main).toContain(say('taking.counting.highest'));
    expect(world.log.faults).toEqual([]);
  });
});
