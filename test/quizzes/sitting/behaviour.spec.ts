import { asksCertainty, check, checksOf, hintsShown, marked, UNTOUCHED } from '../../../src/quizzes/sitting/behaviour';
import { type Certainty, certainShare } from '../../../src/quizzes/sitting/certainty';
import { fraction } from '../../../src/quizzes/questions/fraction';
import type { Given } from '../../../src/quizzes/questions/given';
import { grade } from '../../../src/quizzes/questions/grading';
import type { Question } from '../../../src/quizzes/questions/question';
import { GAPS, MATCHING, SINGLE } from '../questions';

const HINTED = { ...SINGLE, points: 3, hints: 2, penalty: 33.33333 };
const pick = (option: string): Given => ({ type: 'single', option });
const gradeOf = (question: Question, given: Given | null) => grade(question, given);
const pointsOf = ({ points }: { points: { over: number; under: number } }) => points.over / points.under;
const ESSAY: Question = { key: 'why', type: 'essay', points: 5, read: null, mostWords: null, rubric: [] };

describe('how often an answer can be checked', () => {
  it.each([
    ['never, before handing in', HINTED, 'deferred', 0],
    ['never, with certainty at the end', HINTED, 'deferred-certainty', 0],
    ['once, at once', HINTED, 'immediate', 1],
    ['once, with certainty at once', HINTED, 'immediate-certainty', 1],
    ['once more than there are hints', HINTED, 'interactive', 3],
    ['once where there are no hints', SINGLE, 'interactive', 1],
    ['never, where a person marks', ESSAY, 'interactive', 0],
  ] as const)('%s', (_, question, behaviour, times) => expect(checksOf(question, behaviour)).toBe(times));

  it('certainty is asked where answers are graded by themselves, and where it is asked for', () => {
    expect([asksCertainty(SINGLE, 'deferred-certainty'), asksCertainty(SINGLE, 'immediate')]).toEqual([true, false]);
    expect(asksCertainty(ESSAY, 'immediate-certainty')).toBe(false);
  });
});

describe('a check', () => {
  it('uses a try and shows the next hint while it is wrong; the last one closes', () => {
    const first = check(HINTED, 'interactive', { ...UNTOUCHED, given: pick('a') }, gradeOf);
    expect(first).toEqual({ tries: [pick('a')], closed: false });
    const second = check(HINTED, 'interactive', { ...UNTOUCHED, given: pick('b'), tries: [pick('a')] }, gradeOf);
    expect(second).toEqual({ tries: [pick('a'), pick('b')], closed: false });
    const third = check(HINTED, 'interactive', { ...UNTOUCHED, given: pick('d'), tries: [pick('a'), pick('b')] }, gradeOf);
    expect(third).toEqual({ tries: [pick('a'), pick('b'), pick('d')], closed: true });
    const shown = [[], [pick('a')], [pick('a'), pick('b')]].map((tries) => hintsShown(HINTED, { ...UNTOUCHED, tries }));
    expect([...shown, hintsShown(HINTED, { ...UNTOUCHED, tries: [pick('a')], closed: true })]).toEqual([0, 1, 2, 0]);
  });

  it('closes at once when it is right, and always where there is one', () => {
    expect(check(HINTED, 'interactive', { ...UNTOUCHED, given: pick('c') }, gradeOf)).toEqual({ tries: [pick('c')], closed: true });
    expect(check(SINGLE, 'immediate', { ...UNTOUCHED, given: pick('a') }, gradeOf)).toEqual({ tries: [pick('a')], closed: true });
  });

  it.each<[string, Question, Given | null]>([
    ['nothing', SINGLE, null],
    ['an empty choice', SINGLE, { type: 'single', option: null }],
    ['one pair of three', MATCHING, { type: 'matching', matches: { ietf: 'a' } }],
    ['one gap of two', GAPS, { type: 'gap-text', gaps: { one: 'a' } }],
  ])('of %s uses no try', (_, question, given) => {
    expect(check({ ...question, hints: 1 }, 'interactive', { ...UNTOUCHED, given }, gradeOf)).toEqual({ refused: 'incomplete' });
  });

  it('of the answer that was checked just before uses no try', () => {
    expect(check(HINTED, 'interactive', { ...UNTOUCHED, given: pick('a'), tries: [pick('a')] }, gradeOf)).toEqual({ refused: 'same' });
  });
});

describe('what tries cost', () => {
  const after = (tries: string[], given: string | null, closed: boolean, question = HINTED) =>
    pointsOf(
      marked(
        question,
        'interactive',
        { ...UNTOUCHED, tries: tries.map(pick), given: given === null ? null : pick(given), closed },
        gradeOf,
      ),
    );

  it.each([
    ['nothing, right at first', ['c'], 'c', true, 3],
    ['a third, right the second time', ['a', 'c'], 'c', true, 2],
    ['two thirds, right the third time', ['a', 'b', 'c'], 'c', true, 1],
    ['all, never right', ['a', 'b', 'd'], 'd', true, 0],
    ['a third, when the right one was not checked but handed in', ['a'], 'c', false, 2],
    ['nothing, when the first one was not checked but handed in', [], 'c', false, 3],
    ['nothing more, when what was handed in is what was checked', ['a'], 'a', false, 0],
    ['everything, unanswered', [], null, false, 0],
  ] as const)('%s', (_, tries, given, closed, points) => expect(after([...tries], given, closed)).toBe(points));

  it('a penalty of all leaves nothing, and never less than nothing', () => {
    expect(after(['a', 'c'], 'c', true, { ...HINTED, penalty: 100 })).toBe(0);
    expect(after(['a', 'b', 'c'], 'c', true, { ...HINTED, penalty: 100 })).toBe(0);
    expect(after(['a', 'c'], 'c', true, { ...HINTED, penalty: 0 })).toBe(3);
  });

  it('a third is a third where nobody says how much', () => {
    const { penalty, ...unsaid } = HINTED;
    expect([penalty, after(['a', 'c'], 'c', true, unsaid as typeof HINTED)]).toEqual([33.33333, 2]);
  });

  it('part of an answer that was checked counts as it was checked, whether it is tried again or not', () => {
    const half: Given = { type: 'matching', matches: { ietf: 'a', icann: 'b', igf: 'c' } };
    const question = { ...MATCHING, points: 3, hints: 1 };
    expect(pointsOf(marked(question, 'interactive', { ...UNTOUCHED, tries: [half], given: half }, gradeOf))).toBe(2);
  });
});

describe('certainty', () => {
  const TABLE: [Certainty | null, number, number][] = [
    [1, 1, 0],
    [2, 2, -2],
    [3, 3, -6],
    [null, 1, 0],
  ];
  it.each(TABLE)('%s: right is worth %i of 3, wrong %i of 3', (certainty, right, wrong) => {
    expect(certainShare(fraction(1), certainty)).toEqual(fraction(right, 3));
    expect(certainShare(fraction(0), certainty)).toEqual(fraction(wrong, 3));
    expect(certainShare(fraction(-1), certainty)).toEqual(fraction(wrong, 3));
  });

  it('part right is part of the mark for right, and nothing of the mark for wrong', () => {
    expect(certainShare(fraction(1, 2), 3)).toEqual(fraction(1, 2));
    expect(certainShare(fraction(1, 2), 1)).toEqual(fraction(1, 6));
  });

  it('costs nobody who did not answer', () => {
    const unanswered = { ...UNTOUCHED, given: { type: 'single', option: null }, certainty: 3 } as const;
    expect(pointsOf(marked(SINGLE, 'deferred-certainty', unanswered, gradeOf))).toBe(0);
    expect(pointsOf(marked(SINGLE, 'deferred-certainty', { ...unanswered, given: pick('a') }, gradeOf))).toBe(-4);
  });

  it('whoever says how sure they are does best by saying the truth', () => {
    for (const chance of [0.5, 0.6, 0.7, 0.75, 0.85, 0.95]) {
      const expected = TABLE.slice(0, 3).map(([, right, wrong]) => chance * right + (1 - chance) * wrong);
      const best = expected.indexOf(Math.max(...expected)) + 1;
      expect(best).toBe(chance < 2 / 3 ? 1 : chance < 0.8 ? 2 : 3);
    }
  });
});
