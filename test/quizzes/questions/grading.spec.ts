import fc from 'fast-check';
import { Accepted } from '../../../src/quizzes/questions/accepted';
import { arranged } from '../../../src/quizzes/questions/arrangement';
import { emptyGiven, Given } from '../../../src/quizzes/questions/given';
import { grade, score } from '../../../src/quizzes/questions/grading';
import { Question } from '../../../src/quizzes/questions/question';
import { rightAnswer } from '../../../src/quizzes/questions/review';
import { GAPS, MATCHING, MULTIPLE, NUMBER, ORDERING, QUESTIONS, SINGLE } from '../questions';

const accepted: Accepted = new Map([['rule.two', new Set(['accommodated', 'ملباه'])]]);
const worth = (question: Question, given: Given | null) => {
  const { fraction, parts } = grade(question, given, accepted);
  return [
    `${fraction.over}/${fraction.under}`,
    parts
      .filter(({ right }) => right)
      .map(({ key }) => key)
      .join(' '),
  ];
};

describe('grading a single choice', () => {
  it.each([
    ['the right one', 'c', ['1/1', 'when']],
    ['a wrong one', 'a', ['0/1', '']],
    ['none', null, ['0/1', '']],
  ])('%s', (_, option, result) => expect(worth(SINGLE, { type: 'single', option })).toEqual(result));
});

describe('grading a multiple choice', () => {
  it.each([
    ['all three right ones', ['a', 'c', 'd'], ['1/1', 'a b c d e']],
    ['two right ones', ['a', 'c'], ['2/3', 'a b c e']],
    ['one right one', ['d'], ['1/3', 'b d e']],
    ['all right and one wrong', ['a', 'b', 'c', 'd'], ['2/3', 'a c d e']],
    ['everything', ['a', 'b', 'c', 'd', 'e'], ['1/3', 'a c d']],
    ['one right and one wrong', ['a', 'b'], ['0/1', 'a e']],
    ['only wrong ones are worth nothing, not less', ['b', 'e'], ['0/1', '']],
    ['nothing', [], ['0/1', '']],
  ])('%s', (_, options, result) => expect(worth(MULTIPLE, { type: 'multiple', options })).toEqual(result));
});

describe('grading a matching', () => {
  it.each([
    ['all', { ietf: 'a', icann: 'b', igf: 'd' }, ['1/1', 'ietf icann igf']],
    ['two of three', { ietf: 'a', icann: 'b', igf: 'c' }, ['2/3', 'ietf icann']],
    ['one, and two left open', { igf: 'd' }, ['1/3', 'igf']],
    ['all the same', { ietf: 'a', icann: 'a', igf: 'a' }, ['1/3', 'ietf']],
    ['turned round', { ietf: 'b', icann: 'a', igf: 'c' }, ['0/1', '']],
    ['nothing', {}, ['0/1', '']],
  ])('%s', (_, matches, result) => expect(worth(MATCHING, { type: 'matching', matches: { ...matches } })).toEqual(result));
});

describe('grading an ordering, by neighbours', () => {
  it.each([
    ['the right order', 'abcde', ['1/1', 'a b c d']],
    ['the first at the end', 'bcdea', ['3/4', 'b c d']],
    ['two neighbours exchanged', 'abdce', ['1/4', 'a']],
    ['halves exchanged', 'deabc', ['3/4', 'a b d']],
    ['turned round', 'edcba', ['0/1', '']],
    ['an order that is not whole', 'b', ['0/1', '']],
    ['nothing', '', ['0/1', '']],
  ])('%s', (_, order, result) => expect(worth(ORDERING, { type: 'ordering', order: [...order] })).toEqual(result));
});

describe('grading a number', () => {
  it.each<[string, string, number, boolean]>([
    ['in Western digits', '2014', 0, true],
    ['in Arabic digits', '٢٠١٤', 0, true],
    ['with a sign between groups', '2,014', 0, true],
    ['with decimals that are nothing', '2014,0', 0, true],
    ['one beside', '2015', 0, false],
    ['at the border of the tolerance', '2014,5', 0.5, true],
    ['beyond the border', '2014.51', 0.5, false],
    ['a word', 'two thousand', 0, false],
  ])('%s', (_, typed, tolerance, right) => {
    expect(grade({ ...NUMBER, tolerance }, { type: 'number', typed }).outcome).toBe(right ? 'right' : 'wrong');
  });
});

describe('grading gaps', () => {
  it.each([
    ['both', { one: 'a', two: 'accommodated' }, ['1/1', 'one two']],
    ['typed with capitals and spaces', { one: 'a', two: ' Accommodated ' }, ['1/1', 'one two']],
    ['typed in another language of the quiz', { one: 'a', two: 'مُلَبّاه' }, ['1/1', 'one two']],
    ['typed almost right', { one: 'a', two: 'accommodate' }, ['1/2', 'one']],
    ['chosen wrongly', { one: 'b', two: 'accommodated' }, ['1/2', 'two']],
    ['one left open', { two: 'accommodated' }, ['1/2', 'two']],
    ['the key of an option typed into the other gap', { one: 'a', two: 'a' }, ['1/2', 'one']],
    ['nothing', {}, ['0/1', '']],
  ])('%s', (_, gaps, result) => expect(worth(GAPS, { type: 'gap-text', gaps: { ...gaps } })).toEqual(result));

  it('accepts nothing where no answer is known', () => {
    expect(grade(GAPS, { type: 'gap-text', gaps: { two: 'accommodated' } }).outcome).toBe('wrong');
  });

  it('does not take what every object has, or a gap left open, for an answer', () => {
    const gaps = [{ key: 'constructor', typed: true as const }];
    const nothing: Accepted = new Map([['rule.constructor', new Set([''])]]); // an accepted answer of signs that do not count
    expect(grade({ ...GAPS, gaps }, { type: 'gap-text', gaps: { other: 'a' } }, nothing).outcome).toBe('wrong');
  });
});

describe('outcomes', () => {
  it.each<[string, Question, Given | null, string, string]>([
    ['right', SINGLE, { type: 'single', option: 'c' }, 'right', '2/1'],
    ['partly', MULTIPLE, { type: 'multiple', options: ['a'] }, 'partly', '1/1'],
    ['wrong', SINGLE, { type: 'single', option: 'a' }, 'wrong', '0/1'],
    ['unanswered when it is empty', SINGLE, { type: 'single', option: null }, 'unanswered', '0/1'],
    ['unanswered when there is nothing', MATCHING, null, 'unanswered', '0/1'],
  ])('%s', (_, question, given, outcome, points) => {
    const graded = grade(question, given);
    expect([graded.outcome, `${graded.points.over}/${graded.points.under}`, graded.most]).toEqual([outcome, points, question.points]);
  });

  it('an answer to a question of another type is a fault', () => {
    expect(() => grade(SINGLE, { type: 'number', typed: '1' })).toThrow('when is single, not number');
  });
});

describe('the score of an attempt', () => {
  const singles = (count: number, points: number) =>
    Array.from({ length: count }, (_, n): Question => ({ ...SINGLE, key: `q${n}`, points }));
  const right = (questions: readonly Question[], count: number) =>
    new Map(questions.slice(0, count).map(({ key }) => [key, { type: 'single', option: 'c' } as Given]));

  it.each([
    ['at exactly the pass mark', 10, 7, 70, true],
    ['one question below it', 10, 6, 70, false],
    ['everything right', 10, 10, 100, true],
    ['nothing right', 10, 0, 1, false],
    ['two of three at 66 percent', 3, 2, 66, true],
    ['two of three at 67 percent, which 66.67 does not reach', 3, 2, 67, false],
  ])('%s', (_, count, done, passMark, passed) => {
    const questions = singles(count, 2);
    expect(score({ questions, passMark }, right(questions, done))).toMatchObject({ passed, most: count * 2 });
  });

  it('adds thirds without losing any: three times a third of a point is a point', () => {
    const questions = ['x', 'y', 'z'].map((key): Question => ({ ...MULTIPLE, key, points: 1 }));
    const third = new Map(questions.map(({ key }) => [key, { type: 'multiple', options: ['a'] } as Given]));
    const found = score({ questions, passMark: 34 }, third);
    expect(found).toMatchObject({ points: { over: 1, under: 1 }, hundredths: 100, percent: 33, passed: false });
  });

  it('passes with thirds at exactly the pass mark, where decimals would fall short', () => {
    const questions = Array.from({ length: 10 }, (_, n): Question => ({ ...MULTIPLE, key: `q${n}`, points: 7 }));
    const third = (options: string[]): Given => ({ type: 'multiple', options });
    const givens = new Map(questions.map(({ key }, n) => [key, n < 6 ? third(['a', 'c', 'd']) : n < 9 ? third(['a']) : third([])]));
    expect(score({ questions, passMark: 70 }, givens)).toMatchObject({ points: { over: 49, under: 1 }, percent: 70, passed: true });
  });

  it('rounds down what it shows, so that nobody reads the pass mark without having passed', () => {
    const questions = singles(1000, 1).slice(0, 100);
    const almost = score({ questions: [...questions, { ...MULTIPLE, key: 'm', points: 1 }], passMark: 70 }, right(questions, 70));
    expect(almost).toMatchObject({ percent: 69, passed: false });
  });

  it('counts a question that is not in the quiz for nothing', () => {
    const questions = singles(2, 1);
    const givens = new Map<string, Given>([...right(questions, 1), ['foreign', { type: 'single', option: 'c' }]]);
    expect(score({ questions, passMark: 50 }, givens)).toMatchObject({ points: { over: 1, under: 1 }, most: 2, passed: true });
  });

  it('is whole for the key, nothing for nothing, and always between', () => {
    const typed: Accepted = new Map([['rule.two', new Set(['x'])]]);
    const key = new Map(QUESTIONS.map((question) => [question.key, rightAnswer(question)] as const));
    key.set('rule', { type: 'gap-text', gaps: { one: 'a', two: 'x' } });
    expect(score({ questions: QUESTIONS, passMark: 100 }, key, typed)).toMatchObject({ percent: 100, passed: true, hundredths: 1600 });
    const none = new Map(QUESTIONS.map((question) => [question.key, emptyGiven(question)] as const));
    expect(score({ questions: QUESTIONS, passMark: 1 }, none, typed)).toMatchObject({ percent: 0, passed: false, hundredths: 0 });
    fc.assert(
      fc.property(fc.subarray(MULTIPLE.options), fc.string(), (options, seed) => {
        const givens = new Map<string, Given>([
          ['which', { type: 'multiple', options }],
          ['history', { type: 'ordering', order: arranged(ORDERING, seed).options }],
        ]);
        const { percent, points, most } = score({ questions: QUESTIONS, passMark: 50 }, givens, typed);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(points.over).toBeLessThan(most * points.under);
      }),
    );
  });
});
