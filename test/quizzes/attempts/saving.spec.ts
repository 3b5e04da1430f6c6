import { newId } from '../../../src/kernel/identifier';
import { PlainHands } from '../../support/hands';
import { read } from '../../support/page';
import { orderOn, QuizKey } from '../../support/quiz-key';
import { Story } from '../../support/story';
import { contents } from '../../support/tables';
import { Visitor } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { instead, numberField, NUMBERS, type Pairs, saved, sit, sitAgain, type Sitting, valueOf } from '../sitter';

let world: LearningWorld;
let sitting: Sitting;
const key = new QuizKey('rough-consensus');
const NUMBER = NUMBERS.number;

beforeAll(async () => {
  world = await startLearning();
  await sit(world, world.wanjiku, world.studies.wanjiku);
});
beforeEach(async () => {
  sitting = await sitAgain(world, world.wanjiku, world.studies.wanjiku);
  await sitting.handIn();
  sitting = await sitAgain(world, world.wanjiku, world.studies.wanjiku); // an attempt with nothing in it
});
afterAll(() => world.stop());

const savedNumber = async () => ((await saved(world, sitting))['appeal-months'] as { typed: string } | undefined)?.typed;

describe('two pages of one question', () => {
  it('the older page is told, sees both answers, and nothing is overwritten', async () => {
    const [old, fresh] = [await sitting.open(NUMBER), await sitting.open(NUMBER)];
    await sitting.save(fresh, { [numberField(fresh)]: '2' }).expect(303);
    world.clock.advance({ minutes: 1 });
    const before = await contents(world.database);
    const stale = read(await sitting.save(old, { [numberField(old)]: '٧' }).expect(409), old.address);
    expect(stale.heading).toBe('Two answers to one question');
    expect(stale.headings).toEqual(expect.arrayContaining(['What is saved', 'What you have just sent']));
    expect(stale.main).toMatch(/What is saved 2 Keep what is saved What you have just sent ٧ Keep this one instead/);
    expect(stale.link('Keep what is saved')).toBe(old.address);
    expect(await contents(world.database)).toEqual(before);
  });

  it('“Keep this one instead” keeps this one, and goes on', async () => {
    const [old, fresh] = [await sitting.open(NUMBER), await sitting.open(NUMBER)];
    await sitting.save(fresh, { [numberField(fresh)]: '2' }).expect(303);
    const stale = read(await sitting.save(old, { [numberField(old)]: '7' }).expect(409), old.address);
    const { headers } = await sitting.save(stale, {}, 'Keep this one instead').expect(303);
    expect(headers['location']).toBe(sitting.addressOf(NUMBER + 1));
    expect(await savedNumber()).toBe('7');
  });

  it('“Keep this one instead” is told again when a third answer came in between', async () => {
    const [old, fresh] = [await sitting.open(NUMBER), await sitting.open(NUMBER)];
    await sitting.save(fresh, { [numberField(fresh)]: '2' }).expect(303);
    const stale = read(await sitting.save(old, { [numberField(old)]: '7' }).expect(409), old.address);
    const third = await sitting.open(NUMBER);
    await sitting.save(third, { [numberField(third)]: '3' }).expect(303);
    const again = read(await sitting.save(stale, {}, 'Keep this one instead').expect(409), old.address);
    expect(again.main).toMatch(/What is saved 3 .* sent 7 /);
    expect(await savedNumber()).toBe('3');
  });

  it.each(Object.entries(NUMBERS).filter(([type]) => type !== 'ordering'))(
    'of type %s: both answers stand there in words',
    async (_, number) => {
      const [old, fresh] = [await sitting.open(number), await sitting.open(number)];
      const question = key.on(fresh);
      await sitting.save(fresh, key.given(question, fresh, true)).expect(303);
      const stale = read(await sitting.save(old, key.given(question, old, false)).expect(409), old.address);
      const [theirs, mine] = stale.main.split('What you have just sent') as [string, string];
      const said = (well: boolean) =>
        Object.values(key.given(question, old, well))
          .flat()
          .map((words) => String(words).replace(/^[A-Z]: /, ''));
      for (const words of said(true)) expect(theirs).toContain(words);
      for (const words of said(false)) expect(mine).toContain(words);
      await sitting.save(stale, {}, 'Keep this one instead').expect(303);
      const kept = await sitting.open(number);
      for (const [label, value] of Object.entries(key.given(question, old, false)))
        expect([kept.field(label).value].flat().sort()).toEqual([value].flat().sort());
    },
  );

  it('of an order: the move that was pressed is not done twice by keeping it', async () => {
    const [old, fresh] = [await sitting.open(NUMBERS.ordering), await sitting.open(NUMBERS.ordering)];
    const order = orderOn(old);
    await sitting.save(fresh).expect(303);
    const stale = read(await sitting.save(old, {}, `Move “${order[1]}” up`).expect(409), old.address);
    await sitting.save(stale, {}, 'Keep this one instead').expect(303);
    expect(orderOn(await sitting.open(NUMBERS.ordering))).toEqual([order[1], order[0], ...order.slice(2)]);
  });

  it('an empty answer from an older page does not wipe out a newer one', async () => {
    const [old, fresh] = [await sitting.open(NUMBERS.single), await sitting.open(NUMBERS.single)];
    await sitting.save(fresh, key.given(key.on(fresh), fresh, true)).expect(303);
    const stale = read(await sitting.save(old).expect(409), old.address);
    expect(stale.main).toContain('What you have just sent Not answered yet');
  });

  it('other questions of the older page are not in the way', async () => {
    const old = await sitting.open(NUMBERS.single);
    const fresh = await sitting.open(NUMBER);
    await sitting.save(fresh, { [numberField(fresh)]: '2' }).expect(303);
    await sitting.save(old, key.given(key.on(old), old, true)).expect(303);
  });
});

describe('one page that saves several times', () => {
  it('wins against its own older answer, as after the back button', async () => {
    const page = await sitting.open(NUMBER);
    for (const typed of ['1', '5', '2']) await sitting.save(page, { [numberField(page)]: typed }).expect(303);
    expect(await savedNumber()).toBe('2');
    expect(valueOf(await sitting.open(NUMBER), 'sequence')).toBe('3');
  });

  it('by its script: an older post that arrives late is not stored over a newer one, and is no fault of anybody', async () => {
    const page = await sitting.open(NUMBER);
    const turn = (turn: number, typed: string) => instead(sitting.pairs(page), ['turn', String(turn)], ['answer', typed]);
    await sitting.fetch(page.address, turn(1, '1')).expect(200);
    await sitting.fetch(page.address, turn(3, '3')).expect(200);
    const late = await sitting.fetch(page.address, turn(2, '2')).expect(200);
    expect(late.body.sequence).toBe(2);
    expect(await savedNumber()).toBe('3');
  });

  it('loses against another page that saved after it', async () => {
    const [one, other] = [await sitting.open(NUMBER), await sitting.open(NUMBER)];
    await sitting.save(one, { [numberField(one)]: '1' }).expect(303);
    const second = await sitting.open(NUMBER);
    await sitting.save(second, { [numberField(second)]: '2' }).expect(303);
    await sitting.save(one, { [numberField(one)]: '5' }).expect(409);
    await sitting.save(other, { [numberField(other)]: '6' }).expect(409);
    expect(await savedNumber()).toBe('2');
  });

  it('twenty posts at once of twenty pages: one is saved, and everybody else is told', async () => {
    const pages = await Promise.all(Array.from({ length: 20 }, () => sitting.open(NUMBER)));
    const answers = await Promise.all(pages.map((page, i) => sitting.save(page, { [numberField(page)]: String(i) })));
    const won = answers.map(({ status }, i) => (status === 303 ? String(i) : null)).filter((one) => one !== null);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    expect(await savedNumber()).toBe(won[0]);
  });
});

describe('the page’s script', () => {
  const typed = (typed: string, ...more: Pairs): Pairs =>
    instead(
      [
        ['form', newId()],
        ['sequence', '0'],
        ['turn', '1'],
      ],
      ['answer', typed],
      ...more,
    );

  it('hears when it was saved and how often', async () => {
    const { body } = await sitting
      .fetch(sitting.addressOf(NUMBER), typed('2'))
      .expect(200)
      .expect('content-type', /^application\/json/);
    expect(body).toEqual({ time: expect.stringMatching(/^\d\d:\d\d:\d\d$/), sequence: 1 });
  });

  it('hears in a sentence what cannot be taken', async () => {
    const { body } = await sitting
      .fetch(sitting.addressOf(NUMBER), typed('abc'))
      .expect(422)
      .expect('content-type', /^application\/json/);
    expect(body).toEqual({ message: 'Type a number, such as 12 or 3.5' });
    expect(await savedNumber()).toBeUndefined();
  });

  it('hears in a sentence that another page was quicker, and nothing is overwritten', async () => {
    await sitting.fetch(sitting.addressOf(NUMBER), typed('2')).expect(200);
    const { body } = await sitting
      .fetch(sitting.addressOf(NUMBER), typed('3'))
      .expect(409)
      .expect('content-type', /^application\/json/);
    expect(body.message).toMatch(/^You answered this question on another page at \d\d:\d\d:\d\d\. Nothing was overwritten/);
    expect(await savedNumber()).toBe('2');
  });

  it('hears that the session has ended, and after signing in the page saves as it is', async () => {
    const stranger = new Visitor(world.address);
    const page = await sitting.open(NUMBER);
    const pairs = instead(sitting.pairs(page), ['answer', '2']);
    const { body } = await stranger
      .post(page.address)
      .set('x-requested-with', 'fetch')
      .send(new URLSearchParams(pairs).toString())
      .expect(401);
    expect(body.message).toContain('Your session has ended');
    expect(await savedNumber()).toBeUndefined();
    await sitting.fetch(page.address, pairs).expect(200);
  });

  it('hears that the attempt is over, or that there is none', async () => {
    await sitting.handIn().expect(303);
    const over = await sitting.fetch(sitting.addressOf(NUMBER), typed('2')).expect(409);
    expect(over.body.message).toContain('This try was handed in before');
    const none = await sitting.fetch(`/attempts/${newId()}/questions/1`, typed('2')).expect(404);
    expect(Object.keys(none.body)).toEqual(['message']);
  });

  it('is told in the language of its page', async () => {
    sitting.visitor.keep('language', 'fr');
    const { body } = await sitting.fetch(sitting.addressOf(NUMBER), typed('abc')).expect(422);
    sitting.visitor.forget('language');
    expect(body.message).toBe(new Story('fr').say('quizzes.refusal.not-a-number'));
    expect(body.message).not.toBe(new Story('en').say('quizzes.refusal.not-a-number'));
  });
});

it('a session that ended while somebody answered loses no answer', async () => {
  const hands = new PlainHands(sitting.visitor);
  const page = await hands.goTo(sitting.addressOf(NUMBER));
  const session = sitting.visitor.cookie('session')!;
  await hands.loseSession();
  const asked = await hands.press('Save and next', { [numberField(page)]: '2' });
  expect(asked.status).toBe(401);
  expect(await savedNumber()).toBeUndefined();
  sitting.visitor.keep('session', session);
  const again = await hands.press('Sign in', { 'E-mail address': 'wanjiku@example.org', Password: 'kiondo baskets by the lake' });
  const next = again.status === 200 && again.buttons.includes('Send it now') ? await hands.press('Send it now') : again;
  expect(next.address).toBe(sitting.addressOf(NUMBER + 1));
  expect(await savedNumber()).toBe('2');
});
