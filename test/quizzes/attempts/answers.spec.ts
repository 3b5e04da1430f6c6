import type { Person } from '../../../src/people/person.entity';
import { PlainHands } from '../../support/hands';
import { all } from '../../support/html';
import { nameOf, type Page, read } from '../../support/page';
import { orderOn, QuizKey } from '../../support/quiz-key';
import { type LearningWorld, startLearning } from '../../support/world';
import { numberField, NUMBERS, type Pairs, saved, sit, type Sitting, valueOf } from '../sitter';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const TYPES = Object.entries(NUMBERS).filter(([type]) => type !== 'ordering');
const answered = (page: Page) => [...all(page.root, 'span')].filter(({ attributes }) => attributes['class'] === 'qno d').length;

describe.each([
  ['Wanjiku, in English,', 'en', () => [world.wanjiku, world.studies.wanjiku]],
  ['Yusuf, in Arabic,', 'ar', () => [world.yusuf, world.studies.yusuf]],
] as const)('%s', (_, language, who) => {
  const key = new QuizKey('rough-consensus', language);
  let sitting: Sitting;
  beforeAll(async () => {
    const [person, study] = who() as [Person, string];
    sitting = await sit(world, person, study);
  });

  it.each(TYPES)('answers a question of type %s; after a reload the answer is there', async (_type, number) => {
    const page = await sitting.open(number);
    expect(page.language).toBe(language);
    expect(page.direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
    const given = key.given(key.on(page), page, true);
    const { headers } = await sitting.save(page, given).expect(303);
    expect(headers['location']).toBe(sitting.addressOf(number + 1));
    const again = await sitting.open(number);
    for (const [label, value] of Object.entries(given)) {
      const shown = again.field(label).value;
      expect(Array.isArray(shown) ? [...shown].sort() : shown).toEqual(Array.isArray(value) ? [...value].sort() : value);
    }
    expect(valueOf(again, 'sequence')).toBe('1');
  });

  it('puts items in order with the arrows, one press for each, and the order stays', async () => {
    const hands = new PlainHands(sitting.visitor);
    const before = orderOn(await hands.goTo(sitting.addressOf(NUMBERS.ordering)));
    const press = async (name: 'up' | 'down', at: number): Promise<Page> => {
      const buttons = [...all((await hands.page()).root, 'button')].filter(({ attributes }) => attributes['name'] === name);
      return hands.press(nameOf(buttons[at]!));
    };
    const down = await press('down', 0);
    expect(down.address).toBe(sitting.addressOf(NUMBERS.ordering));
    expect(orderOn(down)).toEqual([before[1], before[0], before[2], before[3], before[4]]);
    const up = await press('up', 4);
    expect(orderOn(up)).toEqual([before[1], before[0], before[2], before[4], before[3]]);
    const order = sitting.pairs(up).filter(([name]) => name === 'answer');
    for (const beyond of [
      ['up', order[0]![1]],
      ['down', order[4]![1]],
    ] as Pairs) {
      await sitting.send(up.address, [...sitting.pairs(await sitting.open(NUMBERS.ordering)), beyond]).expect(303);
    }
    expect(orderOn(await sitting.open(NUMBERS.ordering))).toEqual(orderOn(up));
  });

  it('sees on the last page what is answered and what is open', async () => {
    expect(answered(await sitting.summary())).toBe(6);
  });

  it.each(['2', '٢', '۲', '２', ' 2 ', '2.0', '2,0', '٢٫٠', '+2', '3,5', '٣٫٥', '3.5', '-3', '−3', '1 000', '1.000,5', '١٬٠٠٠'])(
    'types the number %s, and finds it again as typed',
    async (typed) => {
      const page = await sitting.open(NUMBERS.number);
      await sitting.save(page, { [numberField(page)]: typed }).expect(303);
      expect(await saved(world, sitting)).toMatchObject({ 'appeal-months': { type: 'number', typed: typed.trim() } });
      expect(valueOf(await sitting.open(NUMBERS.number), 'answer')).toBe(typed.trim());
    },
  );

  it.each(['abc', 'ثلاثة', '1.2.3.4', '2 months', '٢ شهر', '--2', 'NaN', 'Infinity', '0x10', '1e3', '½', '1/2', '<b>2</b>'])(
    'types %s, which is no number: it stays in the field, and nothing is saved',
    async (typed) => {
      const before = await saved(world, sitting);
      const page = await sitting.open(NUMBERS.number);
      const refused = read(await sitting.save(page, { [numberField(page)]: typed }).expect(422), page.address);
      expect(refused.errors).toHaveLength(1);
      if (language === 'en') expect(refused.errors).toEqual(['Type a number, such as 12 or 3.5']);
      expect(valueOf(refused, 'answer')).toBe(typed);
      expect(await saved(world, sitting)).toEqual(before);
      await sitting.save(refused, { [numberField(refused)]: '2' }).expect(303); // the page of the refusal is as good as the first
    },
  );
});

describe('an attempt of Baraka', () => {
  let sitting: Sitting;
  const key = new QuizKey('rough-consensus');
  beforeAll(async () => (sitting = await sit(world, world.baraka, world.studies.baraka)));

  it.each(TYPES)('counts an empty answer to a question of type %s as open, also after a full one', async (_, number) => {
    const page = await sitting.open(number);
    await sitting.save(page).expect(303);
    expect(answered(await sitting.summary())).toBe(0);
    const given = key.given(key.on(page), page, true);
    await sitting.save(await sitting.open(number), given).expect(303);
    expect(answered(await sitting.summary())).toBe(1);
    const nothing = sitting.pairs(await sitting.open(number)).filter(([name]) => !/^(answer|part)/.test(name));
    await sitting.send(page.address, nothing).expect(303);
    expect(answered(await sitting.summary())).toBe(0);
  });

  it('keeps answers and the order of options when the language changes in the middle', async () => {
    const french = new QuizKey('rough-consensus', 'fr');
    const page = await sitting.open(NUMBERS.single);
    await sitting.save(page, key.given(key.on(page), page, true)).expect(303);
    const inFrench = await sitting.open(NUMBERS.single, '?language=fr');
    expect(inFrench.language).toBe('fr');
    const [stem, right] = Object.entries(french.given(french.on(inFrench), inFrench, true))[0]!;
    expect(inFrench.field(stem).value).toBe(right);
    const places = (one: Page) => one.fields[0]!.options.indexOf(String(one.fields[0]!.value));
    expect(places(inFrench)).toBe(places(await sitting.open(NUMBERS.single, '?language=en')));
  });

  it('takes the answer of a typed gap in any language', async () => {
    const arabic = new QuizKey('rough-consensus', 'ar');
    const page = await sitting.open(NUMBERS.gapText, '?language=ar');
    await sitting.save(page, arabic.given(arabic.on(page), page, true)).expect(303);
    await sitting.open(1, '?language=en');
    await sitting.handIn().expect(303);
    const result = await sitting.result();
    expect([...all(result.byId('q10')!, 'span')].map(({ attributes }) => attributes['class'])).toContain('tag ok');
  });
});

describe('the buttons of a question', () => {
  let sitting: Sitting;
  beforeAll(async () => (sitting = await sit(world, world.mei, world.studies.mei)));

  it.each([
    ['Save and next', 5, '/questions/6'],
    ['Save and go back', 5, '/questions/4'],
    ['Question 12, not answered', 5, '/questions/12'],
    ['See all answers and hand in', 5, ''],
    ['Save and see all answers', 14, ''],
  ])('“%s” saves and leads on', async (button, number, place) => {
    const page = await sitting.open(number, '?language=en');
    const sequence = Number(valueOf(page, 'sequence'));
    const { headers } = await sitting.save(page, {}, button).expect(303);
    expect(headers['location']).toBe(sitting.address + place);
    expect(valueOf(await sitting.open(number), 'sequence')).toBe(String(sequence + 1));
  });

  it('the first question has no way back, the last one no next', async () => {
    expect((await sitting.open(1, '?language=en')).offers('Save and go back')).toBe(false);
    expect((await sitting.open(14)).offers('Save and next')).toBe(false);
  });
});
