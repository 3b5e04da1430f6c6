import fc from 'fast-check';
import { acceptedIn } from '../../src/quizzes/questions/accepted';
import { arranged } from '../../src/quizzes/questions/arrangement';
import { emptyGiven, type Given, isEmpty, readGiven } from '../../src/quizzes/questions/given';
import { grade, score } from '../../src/quizzes/questions/grading';
import { shareOf } from '../../src/quizzes/questions/percent';
import { type Question } from '../../src/quizzes/questions/question';
import { review, rightAnswer } from '../../src/quizzes/questions/review';
import { fits } from '../../src/quizzes/questions/short-text';
import { ESSAY, LENGTH, MORE_QUESTIONS, READING, SHORT, TRUTH } from './more-types';
import { MULTIPLE, SINGLE } from './questions';

const accepted = acceptedIn([
  {
    'questions.author.answers.a.text': '*Clark',
    'questions.author.answers.b.text': 'David',
    'questions.author.answers.c.text': '*',
    'questions.cable.units.km.text': 'km',
    'questions.cable.units.m.text': 'm',
  },
  {
    'questions.author.answers.a.text': 'كلارك',
    'questions.cable.units.km.text': 'كم',
    'questions.cable.units.m.text': 'متر',
  },
]);
const worth = (question: Question, given: Given | null) => {
  const { fraction, outcome, fitted } = grade(question, given, accepted);
  return [`${fraction.over}/${fraction.under}`, outcome, ...(fitted ? [fitted] : [])];
};

describe('a statement that is true or false', () => {
  it.each([
    ['what is so', false, ['1/1', 'right']],
    ['what is not so', true, ['0/1', 'wrong']],
    ['nothing', null, ['0/1', 'unanswered']],
  ])('%s', (_, value, result) => expect(worth(TRUTH, { type: 'true-false', value })).toEqual(result));

  it('takes true and false and nothing else', () => {
    expect(readGiven(TRUTH, { answer: 'true' })).toEqual({ given: { type: 'true-false', value: true } });
    expect(readGiven(TRUTH, { answer: 'maybe' })).toMatchObject({ refused: 'quizzes.refusal.not-an-option' });
    expect(readGiven(TRUTH, { answer: ['true', 'false'] })).toMatchObject({ refused: 'quizzes.refusal.one-answer-only' });
  });
});

describe('a short answer', () => {
  it.each([
    ['as foreseen', 'Clark', ['1/1', 'right', 'a']],
    ['with more before it, where there is a star', 'David Clark', ['1/1', 'right', 'a']],
    ['in other capitals', 'DAVID CLARK', ['1/1', 'right', 'a']],
    ['in another language', 'كلارك', ['1/1', 'right', 'a']],
    ['in another language, with vowel signs', 'كِلارك', ['1/1', 'right', 'a']],
    ['worth half', 'David', ['1/2', 'partly', 'b']],
    ['anything else falls to the last', 'Vint Cerf', ['0/1', 'wrong', 'c']],
    ['nothing', '', ['0/1', 'unanswered']],
  ])('%s', (_, typed, result) => expect(worth(SHORT, { type: 'short-text', typed })).toEqual(result));

  it.each([
    ['rough consensus', 'Rough  Consensus', false, true],
    ['rough consensus', 'Rough consensus', true, false],
    ['IETF', 'IETF', true, true],
    ['IETF', 'ietf', true, false],
    ['ＩＥＴＦ', 'IETF', true, true],
    ['*consensus', 'consensus', false, true],
    ['rough*', 'consensus', false, false],
    ['a*b*c', 'a then b then c', false, true],
    ['a*b*c', 'a then c then b', false, false],
    ['ab*ba', 'aba', false, false],
    ['2\\*3', '2*3', false, true],
    ['2\\*3', '2 by 3', false, false],
    ['٣', '3', false, true],
    ['*', 'anything', false, true],
    ['أسماء', 'اسماء', false, true],
  ])('%s asked, %s typed, capitals %s: %s', (pattern, typed, matchCase, result) => expect(fits(typed, pattern, matchCase)).toBe(result));

  it('is looked for in one go, whatever the pattern', () => expect(fits('a'.repeat(200), '*a'.repeat(200), false)).toBe(true));
});

describe('a number with a unit and with nearly right numbers', () => {
  it.each([
    ['without its unit', '45', ['1/1', 'right']],
    ['with its unit', '45 km', ['1/1', 'right']],
    ['in another unit', '45000 m', ['1/1', 'right']],
    ['grouped, in another unit', '45,000 m', ['1/1', 'right']],
    ['in another language', '٤٥ كم', ['1/1', 'right']],
    ['right but for a unit nobody knows', '45 miles', ['0/1', 'wrong']],
    ['near', '48', ['1/2', 'partly', 'near']],
    ['on the border', '45.5', ['1/1', 'right']],
    ['with a comma', '44,6 km', ['1/1', 'right']],
    ['far off', '60', ['0/1', 'wrong']],
  ])('%s', (_, typed, result) => {
    expect(readGiven(LENGTH, { answer: typed })).toEqual({ given: { type: 'number', typed } });
    expect(worth(LENGTH, { type: 'number', typed })).toEqual(result);
  });

  it('wants a number before the unit', () =>
    expect(readGiven(LENGTH, { answer: 'km' })).toMatchObject({ refused: 'quizzes.refusal.not-a-number' }));
});

describe('an essay', () => {
  it('is worth nothing before somebody has read it, and says so', () => {
    expect(worth(ESSAY, { type: 'essay', text: 'Because.' })).toEqual(['0/1', 'unmarked']);
    expect(worth(ESSAY, { type: 'essay', text: '' })).toEqual(['0/1', 'unanswered']);
  });

  it('may be long, but not without end', () => {
    expect(readGiven(ESSAY, { answer: 'x'.repeat(6_000) })).toMatchObject({ given: { type: 'essay' } });
    expect(readGiven(ESSAY, { answer: 'x'.repeat(6_001) })).toMatchObject({
      refused: 'quizzes.refusal.too-long',
      details: { most: 6_000 },
    });
  });
});

describe('something to read', () => {
  it('counts for nothing, neither in the points nor in the review', () => {
    const quiz = { questions: [READING, TRUTH], passMark: 50 };
    const { most, grades, percent } = score(quiz, new Map([['members', { type: 'true-false', value: false }]]));
    expect([most, grades.length, percent]).toEqual([1, 1, 100]);
    expect(review(quiz, new Map(), new Map(), () => true).map(({ number }) => number)).toEqual([2]);
  });

  it('does not make a quiz that asks nothing passed', () =>
    expect(score({ questions: [READING], passMark: 50 }, new Map())).toMatchObject({ percent: 0, passed: false }));
});

describe('options with weights of their own', () => {
  const single: Question = { ...SINGLE, weights: { a: 50, b: -25 } };
  const multiple: Question = { ...MULTIPLE, weights: { a: 33.33333, c: 33.33333, d: 33.33333, b: -50, e: -100 } };

  it.each([
    ['the right one', 'c', '1/1'],
    ['half right', 'a', '1/2'],
    ['worth less than nothing is worth nothing', 'b', '0/1'],
    ['without a weight', 'd', '0/1'],
  ])('single: %s', (_, option, share) => expect(worth(single, { type: 'single', option })[0]).toBe(share));

  it.each([
    ['three thirds are a whole', ['a', 'c', 'd'], '1/1'],
    ['two thirds', ['a', 'd'], '2/3'],
    ['two thirds less a half', ['a', 'd', 'b'], '1/6'],
    ['everything', ['a', 'b', 'c', 'd', 'e'], '0/1'],
  ])('multiple: %s', (_, options, share) => expect(worth(multiple, { type: 'multiple', options })[0]).toBe(share));

  it('are the shares that Moodle’s list means', () => {
    const said = [100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0];
    expect(said.map(shareOf).map(({ over, under }) => `${over}/${under}`)).toEqual(
      '1/1 9/10 5/6 4/5 3/4 7/10 2/3 3/5 1/2 2/5 1/3 3/10 1/4 1/5 1/6 1/7 1/8 1/9 1/10 1/20 0/1'.split(' '),
    );
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (percent) => {
        const { over, under } = shareOf(percent);
        expect(Math.abs((over * 100) / under - percent)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });
});

it('every further type: an empty answer is empty, the key is right where it can be said, nothing is mixed', () => {
  for (const question of MORE_QUESTIONS) {
    expect(isEmpty(emptyGiven(question))).toBe(true);
    expect(arranged(question, 'seed')).toEqual({ options: [], gaps: {} });
    if (question.type === 'true-false' || question.type === 'number') expect(worth(question, rightAnswer(question))[1]).toBe('right');
  }
});
