import { acceptedIn } from '../../../src/quizzes/questions/accepted';
import {
  correctedGrade,
  correctedQuestion,
  type Correction,
  effectOf,
  type Policy,
  shownQuestion,
  standing,
} from '../../../src/quizzes/corrections/corrections';
import { type KeyFields, newKey } from '../../../src/quizzes/corrections/new-key';
import type { Given } from '../../../src/quizzes/questions/given';
import type { Question, QuestionOf } from '../../../src/quizzes/questions/question';
import { questionHash } from '../../../src/quizzes/questions/question-hash';

const ASKED = { key: 'q', points: 2, read: null };
const QUESTION: QuestionOf<'single'> = { ...ASKED, type: 'single', options: ['a', 'b', 'c', 'd'], right: 'a' };
const NONE = acceptedIn([]);
const at = (hour: number) => new Date(Date.UTC(2027, 2, 1, hour));
const chose = (option: string): Given => ({ type: 'single', option });
const to = (right: string, policy: Policy, hour = 12): Correction => ({
  structure: { ...QUESTION, right },
  texts: {},
  policy,
  at: at(hour),
});
const worth = (option: string | null, corrections: Correction[], begun: number) => {
  const { fraction } = correctedGrade(QUESTION, option === null ? null : chose(option), NONE, corrections, at(begun));
  return fraction.over / fraction.under;
};

describe('an answer after a key was corrected from A to B', () => {
  it.each<[Policy, string, number, number, number]>([
    // policy, who began, A is worth, B is worth, C is worth
    ['both', 'before', 1, 1, 0],
    ['both', 'after', 0, 1, 0],
    ['new-only', 'before', 0, 1, 0],
    ['new-only', 'after', 0, 1, 0],
    ['full', 'before', 1, 1, 1],
    ['full', 'after', 0, 1, 0],
    ['later-only', 'before', 1, 0, 0],
    ['later-only', 'after', 0, 1, 0],
  ])('%s, begun %s: A %d, B %d, C %d', (policy, when, a, b, c) => {
    const begun = when === 'before' ? 12 : 13; // at the very moment is before
    expect(['a', 'b', 'c'].map((option) => worth(option, [to('b', policy)], begun))).toEqual([a, b, c]);
  });

  it('gives full points even to whoever did not answer, where everybody gets them', () => {
    expect(worth(null, [to('b', 'full')], 11)).toBe(1);
    expect(worth(null, [to('b', 'full')], 13)).toBe(0);
  });

  it('follows several corrections in the order of time, in whichever order they are told', () => {
    const twice = [to('c', 'new-only', 14), to('b', 'both', 12)];
    expect(['a', 'b', 'c'].map((option) => worth(option, twice, 11))).toEqual([0, 0, 1]);
    const generous = [to('b', 'both', 12), to('c', 'both', 14)];
    expect(['a', 'b', 'c', 'd'].map((option) => worth(option, generous, 11))).toEqual([1, 1, 1, 0]);
    expect(['a', 'b', 'c', 'd'].map((option) => worth(option, generous, 13))).toEqual([0, 1, 1, 0]);
    expect(['a', 'b', 'c', 'd'].map((option) => worth(option, generous, 15))).toEqual([0, 0, 1, 0]);
  });

  it('keeps points, tags and where to read again as the version has them', () => {
    const question = { ...QUESTION, points: 5, read: 'lesson#here', tags: ['x'] };
    const now = correctedQuestion(question, [to('b', 'both')]);
    expect(now).toEqual({ ...question, right: 'b' });
    expect(correctedQuestion(question, [])).toBe(question);
  });

  it('takes further words as right, for those before under “both” and for everybody after', () => {
    const question: QuestionOf<'short-text'> = { ...ASKED, type: 'short-text', answers: [{ key: 'a', percent: 100 }], matchCase: false };
    const accepted = acceptedIn([{ 'questions.q.answers.a.text': 'IETF' }]);
    const found = newKey(question, { answer: [], part: {}, more: 'Internet Engineering Task Force\n\n', tolerance: '' });
    if ('refused' in found) throw new Error(found.refused);
    const correction: Correction = { ...found, policy: 'both', at: at(12) };
    const typed = (text: string, begun: number) =>
      correctedGrade(question, { type: 'short-text', typed: text }, accepted, [correction], at(begun)).outcome;
    expect([typed('internet engineering task force', 11), typed('ietf', 11), typed('ietf', 13), typed('ICANN', 11)]).toEqual([
      'right',
      'right',
      'right',
      'wrong',
    ]);
    expect(shownQuestion(correctedQuestion(question, [correction]))).toEqual(question);
  });
});

describe('who gains and who loses', () => {
  it('is counted, and a pass is never taken back', () => {
    const change = (before: number, after: number) => ({
      before: { points: before, passed: before >= 60 },
      after: { points: after, passed: after >= 60 },
    });
    const changes = [change(50, 70), change(70, 50), change(40, 45), change(80, 80)];
    expect(effectOf(changes)).toEqual({ gain: 2, lose: 1, newlyPass: 1, same: 1 });
    expect(standing(changes[1]!)).toEqual({ points: 50, passed: true });
  });
});

describe('a new key', () => {
  const fields = (more: Partial<KeyFields>): KeyFields => ({ answer: [], part: {}, more: '', tolerance: '', ...more });
  const structure = (question: Question, more: Partial<KeyFields>) => {
    const found = newKey(question, fields(more));
    return 'refused' in found ? found.refused : found.structure;
  };
  const multiple: Question = { ...ASKED, type: 'multiple', options: ['a', 'b', 'c'], right: ['a'], weights: { a: 100 } };
  const matching: Question = {
    ...ASKED,
    type: 'matching',
    items: [
      { key: 'i', right: 'a' },
      { key: 'j', right: 'b' },
    ],
    options: ['a', 'b'],
  };
  const ordering: Question = { ...ASKED, type: 'ordering', options: ['a', 'b', 'c'] };
  const number: Question = { ...ASKED, type: 'number', value: 2, tolerance: 0 };
  const gaps: Question = {
    ...ASKED,
    type: 'gap-text',
    gaps: [
      { key: 'g', typed: false, options: ['a', 'b'], right: 'a' },
      { key: 'h', typed: true },
    ],
  };
  const truth: Question = { ...ASKED, type: 'true-false', right: true };

  it.each<[string, Question, Partial<KeyFields>, unknown]>([
    ['another option', QUESTION, { answer: ['b'] }, { ...QUESTION, right: 'b' }],
    ['an option that is none', QUESTION, { answer: ['x'] }, 'analysis.error.no-key'],
    ['the same option', QUESTION, { answer: ['a'] }, 'analysis.error.same-key'],
    [
      'several options, in their own order',
      multiple,
      { answer: ['c', 'a'] },
      { ...ASKED, type: 'multiple', options: ['a', 'b', 'c'], right: ['a', 'c'] },
    ],
    ['no option at all', multiple, { answer: [] }, 'analysis.error.no-key'],
    ['the other truth', truth, { answer: ['false'] }, { ...truth, right: false }],
    [
      'another match',
      matching,
      { part: { i: 'b' } },
      {
        ...matching,
        items: [
          { key: 'i', right: 'b' },
          { key: 'j', right: 'b' },
        ],
      },
    ],
    ['a match that is none', matching, { part: { i: 'x' } }, 'analysis.error.no-key'],
    ['another order', ordering, { part: { a: '3', b: '1', c: '2' } }, { ...ordering, options: ['b', 'c', 'a'] }],
    ['two in one place', ordering, { part: { a: '1', b: '1', c: '2' } }, 'analysis.error.order'],
    ['a number with Arabic digits', number, { answer: ['٣'], tolerance: '0,5' }, { ...number, value: 3, tolerance: 0.5 }],
    ['no number', number, { answer: ['three'] }, 'analysis.error.number'],
    [
      'another filling of a gap',
      gaps,
      { part: { g: 'b' } },
      {
        ...gaps,
        gaps: [
          { key: 'g', typed: false, options: ['a', 'b'], right: 'b' },
          { key: 'h', typed: true },
        ],
      },
    ],
    ['nothing for an essay', { ...ASKED, type: 'essay', mostWords: null, rubric: [] }, { answer: ['a'] }, 'analysis.error.no-key'],
  ])('%s', (_, question, more, known) => {
    expect(structure(question, more)).toEqual(known);
  });

  it('brings further words for a typed gap', () => {
    const found = newKey(gaps, fields({ part: { h: 'consent\n consensus ' } }));
    expect('texts' in found && Object.values(found.texts)).toEqual(['consent', 'consensus']);
  });
});

describe('the identity of a question', () => {
  const texts = { 'questions.q.stem': 'Who?', 'questions.q.options.a.text': 'A', 'questions.r.stem': 'What?' };
  const hash = questionHash(QUESTION, texts);

  it('does not change with its points, its tags, where to read again, or other questions', () => {
    expect(questionHash({ ...QUESTION, points: 9, read: 'x', tags: ['t'] }, { ...texts, 'questions.r.stem': 'Why?' })).toBe(hash);
  });

  it('changes with its key, its options and its words', () => {
    expect(questionHash({ ...QUESTION, right: 'b' }, texts)).not.toBe(hash);
    expect(questionHash(QUESTION, { ...texts, 'questions.q.stem': 'Whom?' })).not.toBe(hash);
  });
});
