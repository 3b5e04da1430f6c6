import fc from 'fast-check';
import { emptyGiven, Fields, Given, isComplete, isEmpty, LONGEST_TYPED, readGiven, REFUSALS } from '../../../src/quizzes/questions/given';
import { Question } from '../../../src/quizzes/questions/question';
import { rightAnswer } from '../../../src/quizzes/questions/review';
import { GAPS, MATCHING, MULTIPLE, NUMBER, ORDERING, QUESTIONS, SINGLE } from '../questions';

const refused = (question: Question, fields: Fields) => {
  const result = readGiven(question, fields);
  return 'refused' in result ? `${result.field}: ${result.refused.replace('quizzes.refusal.', '')}` : 'taken';
};

describe('reading an answer', () => {
  it.each<[string, Question, Fields, Given]>([
    ['one option', SINGLE, { answer: 'c' }, { type: 'single', option: 'c' }],
    ['no option', SINGLE, {}, { type: 'single', option: null }],
    ['an empty field', SINGLE, { answer: '' }, { type: 'single', option: null }],
    ['several options, in the quiz’s order', MULTIPLE, { answer: ['d', 'a'] }, { type: 'multiple', options: ['a', 'd'] }],
    ['one of several options', MULTIPLE, { answer: 'd' }, { type: 'multiple', options: ['d'] }],
    ['an option twice', MULTIPLE, { answer: ['a', 'a'] }, { type: 'multiple', options: ['a'] }],
    ['no box ticked', MULTIPLE, {}, { type: 'multiple', options: [] }],
    ['matches', MATCHING, { 'answer-ietf': 'a', 'answer-igf': '' }, { type: 'matching', matches: { ietf: 'a' } }],
    ['the same match twice', MATCHING, { 'answer-ietf': 'a', 'answer-igf': 'a' }, { type: 'matching', matches: { ietf: 'a', igf: 'a' } }],
    ['an order', ORDERING, { answer: ['b', 'a', 'c', 'e', 'd'] }, { type: 'ordering', order: ['b', 'a', 'c', 'e', 'd'] }],
    [
      'an order and a press on up',
      ORDERING,
      { answer: ['b', 'a', 'c', 'e', 'd'], up: 'a' },
      { type: 'ordering', order: ['a', 'b', 'c', 'e', 'd'] },
    ],
    [
      'an order and a press on down',
      ORDERING,
      { answer: ['b', 'a', 'c', 'e', 'd'], down: 'b' },
      { type: 'ordering', order: ['a', 'b', 'c', 'e', 'd'] },
    ],
    [
      'a press on up at the top',
      ORDERING,
      { answer: ['b', 'a', 'c', 'e', 'd'], up: 'b' },
      { type: 'ordering', order: ['b', 'a', 'c', 'e', 'd'] },
    ],
    [
      'a press on down at the bottom',
      ORDERING,
      { answer: ['b', 'a', 'c', 'e', 'd'], down: 'd' },
      { type: 'ordering', order: ['b', 'a', 'c', 'e', 'd'] },
    ],
    ['no order', ORDERING, {}, { type: 'ordering', order: [] }],
    ['a number as it was typed', NUMBER, { answer: ' ٢٠١٤ ' }, { type: 'number', typed: '٢٠١٤' }],
    ['no number', NUMBER, { answer: '  ' }, { type: 'number', typed: '' }],
    ['gaps', GAPS, { 'answer-one': 'a', 'answer-two': ' Accommodated' }, { type: 'gap-text', gaps: { one: 'a', two: 'Accommodated' } }],
    ['a gap left open', GAPS, { 'answer-one': '', 'answer-two': '\u200b' }, { type: 'gap-text', gaps: {} }],
    ['fields that are not about the answer', SINGLE, { answer: 'c', form: 'x', next: '2', _: ['1', '2'] }, { type: 'single', option: 'c' }],
    ['a field that was sent without a value', SINGLE, { answer: undefined }, { type: 'single', option: null }],
  ])('takes %s', (_, question, fields, given) => expect(readGiven(question, fields)).toEqual({ given }));

  it.each<[string, Question, Fields, string]>([
    ['an option of another question', SINGLE, { answer: 'z' }, 'answer: not-an-option'],
    ['what every object has', SINGLE, { answer: 'constructor' }, 'answer: not-an-option'],
    ['two options where one is asked', SINGLE, { answer: ['a', 'b'] }, 'answer: one-answer-only'],
    ['a foreign one among several', MULTIPLE, { answer: ['a', 'z'] }, 'answer: not-an-option'],
    ['a foreign match', MATCHING, { 'answer-ietf': 'z' }, 'answer-ietf: not-an-option'],
    ['a match for a foreign item', MATCHING, { 'answer-w3c': 'a' }, 'answer-w3c: not-an-option'],
    ['two matches for one item', MATCHING, { 'answer-ietf': ['a', 'b'] }, 'answer-ietf: one-answer-only'],
    ['an item instead of an option', MATCHING, { 'answer-ietf': 'icann' }, 'answer-ietf: not-an-option'],
    ['an order with a foreign option', ORDERING, { answer: ['a', 'b', 'c', 'd', 'z'] }, 'answer: not-an-option'],
    ['an order that lacks one', ORDERING, { answer: ['a', 'b', 'c', 'd'] }, 'answer: order-incomplete'],
    ['an order that has one twice', ORDERING, { answer: ['a', 'b', 'c', 'd', 'd'] }, 'answer: order-incomplete'],
    ['an order that has too many', ORDERING, { answer: ['a', 'b', 'c', 'd', 'e', 'a'] }, 'answer: order-incomplete'],
    ['a press on a foreign option', ORDERING, { answer: ['a', 'b', 'c', 'd', 'e'], up: 'z' }, 'up: not-an-option'],
    ['a word instead of a number', NUMBER, { answer: 'many' }, 'answer: not-a-number'],
    ['a number too long to be one', NUMBER, { answer: '9'.repeat(LONGEST_TYPED) + '9'.repeat(200) }, 'answer: too-long'],
    ['a foreign option in a gap', GAPS, { 'answer-one': 'z' }, 'answer-one: not-an-option'],
    ['a foreign gap', GAPS, { 'answer-three': 'a' }, 'answer-three: not-an-option'],
    ['a typed gap with half a character', GAPS, { 'answer-two': '\ud83d' }, 'answer-two: unshowable'],
    ['a typed gap that turns the direction', GAPS, { 'answer-two': 'a\u202e' }, 'answer-two: unshowable'],
    ['a typed gap one character too long', GAPS, { 'answer-two': 'a'.repeat(LONGEST_TYPED + 1) }, 'answer-two: too-long'],
  ])('refuses %s', (_, question, fields, reason) => expect(refused(question, fields)).toBe(reason));

  it('takes a gap of just the longest length, counted as people see it', () => {
    expect(refused(GAPS, { 'answer-two': '👨‍👩‍👧‍👦'.repeat(LONGEST_TYPED) })).toBe('taken');
  });

  it('says how long is too long', () => {
    expect(readGiven(GAPS, { 'answer-two': 'a'.repeat(999) })).toMatchObject({ details: { most: LONGEST_TYPED } });
  });

  it('never throws, and whatever it takes is made of this question’s keys', () => {
    const value = fc.oneof(fc.constantFrom('', 'a', 'b', 'c', 'd', 'e', 'z', '__proto__'), fc.string({ unit: 'binary' }));
    const field = fc.constantFrom(
      'answer',
      'answer-one',
      'answer-two',
      'answer-ietf',
      'answer-__proto__',
      '__proto__',
      'up',
      'down',
      'form',
    );
    const fields = fc.array(fc.tuple(field, fc.oneof(value, fc.array(value, { maxLength: 6 })))).map((all) => Object.fromEntries(all));
    fc.assert(
      fc.property(fc.constantFrom(...QUESTIONS), fields, (question, posted) => {
        const result = readGiven(question, posted);
        if ('refused' in result) return expect(REFUSALS).toContain(result.refused);
        expect(result.given.type).toBe(question.type);
        const chosen = Object.values({ ...(result.given as object), type: [] })
          .flat()
          .flatMap((each) => (typeof each === 'object' && each ? Object.values(each as object) : [each]));
        if (question.type !== 'number' && question.type !== 'gap-text')
          expect(chosen.every((key) => key === null || question.options.includes(key as string))).toBe(true);
      }),
    );
  });
});

describe('empty and complete answers', () => {
  it.each(QUESTIONS.map((question) => [question.type, question] as const))('%s is empty before, complete after', (_, question) => {
    expect(isEmpty(emptyGiven(question))).toBe(true);
    expect(isComplete(question, emptyGiven(question))).toBe(false);
    expect(isEmpty(rightAnswer(question))).toBe(false);
    expect(isComplete(question, rightAnswer(question))).toBe(true);
  });

  it.each<[string, Question, Given]>([
    ['a match left open', MATCHING, { type: 'matching', matches: { ietf: 'a', igf: 'd' } }],
    ['a gap left open', GAPS, { type: 'gap-text', gaps: { two: 'x' } }],
  ])('%s is neither', (_, question, given) => {
    expect([isEmpty(given), isComplete(question, given)]).toEqual([false, false]);
  });
});
