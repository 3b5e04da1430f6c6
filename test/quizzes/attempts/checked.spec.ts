import { PRESETS } from '../../../src/content/quiz-settings';
import { newId } from '../../../src/kernel/identifier';
import { Answer } from '../../../src/quizzes/attempts/answer.entity';
import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { read } from '../../support/page';
import { sit, type Sitting } from '../sitter';
import { startSmall } from '../small-quiz';

type Small = Awaited<ReturnType<typeof startSmall>>;

let world: Small;
let sitting: Sitting;
const begin = async (settings: Parameters<typeof startSmall>[0]) => {
  world = await startSmall(settings);
  sitting = await sit(world, world.wanjiku, world.studies.wanjiku);
  sitting.visitor.keep('language', 'en');
};
const FIXED = { shuffle: { questions: false, options: false } };
const CHAIR = 'Who says that there is rough consensus?';
const answer = async (question: string) => world.database.read(Answer).findOneBy({ attemptId: sitting.id, question });
const attempt = () => world.database.read(Attempt).findOneByOrFail({ id: sitting.id });
/** Chooses and presses; the page that comes. */
const press = async (number: number, given: Record<string, string>, button: string) => {
  const page = await sitting.open(number);
  const sent = await sitting.save(page, given, button);
  return sent.status === 303 ? sitting.open(sent.headers['location']!.split('/').at(-1)!) : read(sent, page.address);
};

describe('practice with hints', () => {
  beforeAll(() => begin({ settings: { ...PRESETS.practice, ...FIXED } }));
  afterAll(() => world.stop());

  it('says beforehand that answers can be checked', async () => {
    const start = await sitting.visitor.get(`/quizzes/${world.studies.wanjiku}/rough-consensus/quiz`).expect(200);
    expect(read(start).main).toContain('You can check each answer at once, and try again with hints.');
  });

  it('a check of nothing costs no try and says what to do', async () => {
    const page = await press(1, {}, 'Check');
    expect(page.status).toBe(422);
    expect(page.main).toContain('Answer the whole question first, then check it. This has cost you no try.');
    expect((await answer('chair'))!.tries).toBeNull();
  });

  it('a wrong one costs a try, says why, shows the first hint, and does not say what is right', async () => {
    const page = await press(1, { [CHAIR]: 'A vote' }, 'Check');
    expect(page.main).toContain('Not right');
    expect(page.main).toContain('2 tries left');
    expect(page.main).toContain('Hint 1 It is one person.');
    for (const secret of ['They sit at the front.', 'The chair listens to reasons', 'after the objections are answered'])
      expect(page.html).not.toContain(secret);
    expect(await answer('chair')).toMatchObject({ tries: [{ type: 'single', option: 'c' }], closedAt: null });
  });

  it('the same answer again costs none', async () => {
    const page = await press(1, { [CHAIR]: 'A vote' }, 'Check');
    expect(page.main).toContain('You have checked this answer already.');
    expect((await answer('chair'))!.tries).toHaveLength(1);
  });

  it('the right one closes it with two thirds of the points, and everything is explained', async () => {
    const page = await press(1, { [CHAIR]: 'The chair' }, 'Check');
    expect(page.main).toContain('Right 2 of 3 points');
    expect(page.main).toContain('Yes, after the objections are answered.');
    expect(page.main).toContain('The chair listens to reasons and says so.');
    expect(page.offers('Check')).toBe(false);
    expect(page.fields).toEqual([]);
    expect((await answer('chair'))!.closedAt).toEqual(world.clock.now());
  });

  it('nothing changes it any more, whatever is posted', async () => {
    const before = await answer('chair');
    const sent = await sitting
      .fetch(sitting.addressOf(1), [
        ['form', newId()],
        ['sequence', '9'],
        ['turn', '1'],
        ['answer', '1'],
      ])
      .expect(409);
    expect(sent.body.message).toBe('This answer was checked, so it cannot be changed any more.');
    await sitting
      .send(sitting.addressOf(1), [
        ['form', newId()],
        ['sequence', '9'],
        ['answer', '1'],
        ['check', 'yes'],
      ])
      .expect(409);
    expect(await answer('chair')).toEqual(before);
  });

  it('goes on from a closed question without saving it', async () => {
    const page = await press(1, {}, 'Go on');
    expect(page.heading).toContain('2');
  });

  it('what was not checked is graded when it is handed in', async () => {
    await press(2, { 'A hum starts the conversation.': 'True' }, 'Save and next');
    await sitting.handIn().expect(303);
    expect(await attempt()).toMatchObject({ points: 300, most: 600, passed: false, marks: { chair: 2 / 3, hum: 1, months: 0 } });
    expect((await sitting.result()).heading).toBe('Not passed yet: 3 of 6 points');
  });
});

describe('answers that are checked once, at once', () => {
  beforeAll(() => begin({ settings: { ...FIXED, behaviour: 'immediate', review: { ...PRESETS.final.review, during: ['correctness'] } } }));
  afterAll(() => world.stop());

  it('close with the first check; only what may be said is said', async () => {
    const page = await press(1, { [CHAIR]: 'A vote' }, 'Check');
    expect(page.main).toContain('Not right');
    for (const secret of ['Nobody knows who could vote', 'The chair listens', 'Right answer', 'of 3 points'])
      expect(page.html).not.toContain(secret);
    expect((await answer('chair'))!.closedAt).not.toBeNull();
  });

  it('the page’s script is told where to go', async () => {
    const page = await sitting.open(3);
    const pairs = sitting.pairs(page, { 'Your number': '2' }, 'Check');
    const { body } = await sitting.fetch(page.address, pairs).expect(200);
    expect(body).toEqual({ time: expect.any(String), sequence: 1, to: page.address });
    expect((await sitting.open(3)).main).toContain('Right');
  });
});

describe('certainty', () => {
  beforeAll(() => begin({ settings: { ...FIXED, behaviour: 'deferred-certainty' } }));
  afterAll(() => world.stop());

  it('is asked beside each answer, is saved with it and makes the marks', async () => {
    expect((await sitting.open(1)).main).toContain('Sure and wrong costs points.');
    await press(1, { [CHAIR]: 'The chair', 'How sure are you?': 'Very: more than 80%' }, 'Save and next');
    await press(2, { 'A hum starts the conversation.': 'False', 'How sure are you?': 'Fairly: more than 67%' }, 'Save and next');
    await press(3, { 'Your number': '2' }, 'Save and see all answers');
    expect((await answer('chair'))!.certainty).toBe(3);
    await sitting.handIn().expect(303);
    const found = await attempt();
    expect(found.marks).toEqual({ chair: 1, hum: -2 / 3, months: 1 / 3 });
    expect(found.points).toBe(300); // 3 − 2/3 + 2/3
  });

  it('a certainty that there is not is no form of ours', async () => {
    const again = await sit(world, world.baraka, world.studies.baraka);
    await again
      .fetch(again.addressOf(1), [
        ['form', newId()],
        ['sequence', '0'],
        ['answer', '1'],
        ['certainty', '4'],
      ])
      .expect(422);
  });
});
