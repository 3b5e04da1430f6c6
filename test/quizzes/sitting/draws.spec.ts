import { USUAL_SETTINGS } from '../../../src/content/quiz-settings';
import { countable, optionsOf, paperFor, sizeOf } from '../../../src/quizzes/sitting/draws';
import type { Question, Quiz } from '../../../src/quizzes/questions/question';
import { MATCHING, ORDERING, SINGLE } from '../questions';

const asked = (key: string, ...tags: string[]): Question => ({ ...SINGLE, key, tags });
const text = (key: string): Question => ({ key, type: 'description', points: 0, read: null });
const quiz = (questions: Question[], settings: Quiz['settings'] = {}): Quiz => ({
  slug: 'q',
  language: 'en',
  module: 'm',
  passMark: 70,
  minutes: null,
  questions,
  settings,
});
const keys = (one: Quiz, seed: string) => paperFor(one, seed).questions.map(({ key }) => key);
const SEEDS = Array.from({ length: 300 }, (_, index) => `attempt ${index}`);

const BANK = [
  asked('fixed'),
  ...['a1', 'a2', 'a3', 'a4'].map((key) => asked(key, 'a')),
  ...['b1', 'b2'].map((key) => asked(key, 'b')),
  asked('ab', 'a', 'b'),
];

describe('the questions of an attempt', () => {
  const drawing = quiz(BANK, {
    draws: [
      { tag: 'a', count: 2 },
      { tag: 'b', count: 1 },
    ],
  });

  it('are all questions in their order, where nothing is said', () => {
    expect(keys(quiz(BANK), 'x')).toEqual(BANK.map(({ key }) => key));
  });

  it('are drawn by tag: as many as are wanted, none twice, and always those without a tag that is drawn', () => {
    for (const seed of SEEDS) {
      const found = keys(drawing, seed);
      expect(found).toHaveLength(4);
      expect(new Set(found).size).toBe(4);
      expect(found[0]).toBe('fixed');
      expect(found.filter((key) => key.startsWith('a')).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('are the same whenever they are asked for, and differ from attempt to attempt', () => {
    expect(SEEDS.map((seed) => keys(drawing, seed))).toEqual(SEEDS.map((seed) => keys(drawing, seed)));
    expect(new Set(SEEDS.map((seed) => keys(drawing, seed).join())).size).toBeGreaterThan(12);
  });

  it('every question that can be drawn is drawn about as often', () => {
    const drawn = SEEDS.flatMap((seed) => keys(drawing, seed));
    for (const key of ['a1', 'a2', 'a3', 'a4']) expect(drawn.filter((one) => one === key).length).toBeGreaterThan(80);
  });

  it('are as many as there are, where a draw wants more', () => {
    expect(keys(quiz(BANK, { draws: [{ tag: 'b', count: 9 }] }), 'x').filter((key) => key.includes('b'))).toEqual(['b1', 'b2', 'ab']);
  });

  it('are mixed where that is wanted; what is to be read stays before its question, and at the end at the end', () => {
    const mixed = quiz([text('t1'), asked('q1'), asked('q2'), text('t3'), text('t4'), asked('q3'), text('end')], {
      shuffle: { questions: true, options: true },
    });
    const orders = SEEDS.map((seed) => keys(mixed, seed));
    expect(new Set(orders.map(String)).size).toBe(6);
    for (const order of orders) {
      expect(order[order.indexOf('q1') - 1]).toBe('t1');
      expect(order.slice(order.indexOf('q3') - 2, order.indexOf('q3'))).toEqual(['t3', 't4']);
      expect(order.at(-1)).toBe('end');
    }
  });

  it('say beforehand how many there are, and for how many points where that is the same for everybody', () => {
    expect(sizeOf(drawing)).toEqual({ questions: 4, points: 8 });
    expect(sizeOf(quiz([asked('a', 't'), { ...asked('b', 't'), points: 9 }], { draws: [{ tag: 't', count: 1 }] }))).toEqual({
      questions: 1,
      points: null,
    });
    expect(countable({ questions: [text('t'), asked('a')] })).toHaveLength(1);
  });
});

describe('the options of a question', () => {
  const rules = { ...USUAL_SETTINGS, shuffle: { questions: false, options: false } };
  const paper = { ...quiz([]), rules };

  it('stand as they were written, where they are not to be mixed', () => {
    expect(SEEDS.every((seed) => optionsOf(paper, SINGLE, seed).options.join('') === 'abcd')).toBe(true);
  });

  it('are mixed all the same where their order would be the answer', () => {
    for (const question of [ORDERING, MATCHING])
      expect(new Set(SEEDS.map((seed) => optionsOf(paper, question, seed).options.join())).size).toBeGreaterThan(5);
  });
});
