import { Given } from '../../../src/quizzes/questions/given';
import { Accepted } from '../../../src/quizzes/questions/accepted';
import { Question } from '../../../src/quizzes/questions/question';
import { review, rightAnswer } from '../../../src/quizzes/questions/review';
import { GAPS, MATCHING, MULTIPLE, NUMBER, ORDERING, QUESTIONS, SINGLE } from '../questions';

const accepted: Accepted = new Map([['rule.two', new Set(['accommodated'])]]);
const everything = () => true;
const one = (question: Question, given: Given | null, has: (key: string) => boolean = everything) =>
  review({ questions: [question] }, new Map(given ? [[question.key, given]] : []), accepted, has)[0]!;
const feedback = (question: Question, given: Given | null) =>
  one(question, given).feedback.map(({ part, key }) => `${part ?? ''}:${key.replace(`questions.${question.key}.`, '')}`);

describe('the order of a review', () => {
  const option = (key: string): Given => ({ type: 'single', option: key });
  const questions = ['q1', 'q2', 'q3', 'q4'].map((key): Question => ({ ...SINGLE, key }));
  const numbers = (...answers: (string | null)[]) =>
    review(
      { questions },
      new Map(answers.flatMap((key, n) => (key ? [[`q${n + 1}`, option(key)] as const] : []))),
      accepted,
      everything,
    ).map(({ number, grade }) => `${number} ${grade.outcome}`);

  it.each([
    ['the first wrong question comes first', ['c', 'a', 'c', 'b'], ['2 wrong', '4 wrong', '1 right', '3 right']],
    ['an open question counts as a mistake', ['c', null, 'a', 'c'], ['2 unanswered', '3 wrong', '1 right', '4 right']],
    ['all right stay in their order', ['c', 'c', 'c', 'c'], ['1 right', '2 right', '3 right', '4 right']],
    ['nothing answered', [null, null, null, null], ['1 unanswered', '2 unanswered', '3 unanswered', '4 unanswered']],
  ])('%s', (_, answers, order) => expect(numbers(...answers)).toEqual(order));

  it('a question that is partly right belongs to the mistakes', () => {
    const found = review(
      { questions: [SINGLE, MULTIPLE] },
      new Map<string, Given>([
        ['when', option('c')],
        ['which', { type: 'multiple', options: ['a'] }],
      ]),
      accepted,
      everything,
    );
    expect(found.map(({ number, grade }) => `${number} ${grade.outcome}`)).toEqual(['2 partly', '1 right']);
  });
});

describe('what is said to an answer', () => {
  it.each<[string, Question, Given | null, string[]]>([
    ['the chosen option, then the whole', SINGLE, { type: 'single', option: 'a' }, ['a:options.a.feedback', ':feedback']],
    ['only the whole when nothing was chosen', SINGLE, null, [':feedback']],
    [
      'every picked and every missed option',
      MULTIPLE,
      { type: 'multiple', options: ['a', 'b'] },
      ['a:options.a.feedback', 'b:options.b.feedback', 'c:options.c.feedback', 'd:options.d.feedback', ':feedback'],
    ],
    ['the wrong matches', MATCHING, { type: 'matching', matches: { ietf: 'c', icann: 'b' } }, ['ietf:options.c.feedback', ':feedback']],
    [
      'the things that something wrong follows',
      ORDERING,
      { type: 'ordering', order: ['b', 'c', 'd', 'e', 'a'] },
      ['a:options.a.feedback', ':feedback'],
    ],
    ['a right number', NUMBER, { type: 'number', typed: '2014' }, [':feedbackRight', ':feedback']],
    ['a wrong number', NUMBER, { type: 'number', typed: '2015' }, [':feedbackWrong', ':feedback']],
    [
      'chosen options of gaps, and gaps that are wrong',
      GAPS,
      { type: 'gap-text', gaps: { one: 'b', two: 'x' } },
      ['one:gaps.one.options.b.feedback', 'one:gaps.one.feedback', 'two:gaps.two.feedback', ':feedback'],
    ],
    [
      'gaps that are right',
      GAPS,
      { type: 'gap-text', gaps: { one: 'a', two: 'Accommodated' } },
      ['one:gaps.one.options.a.feedback', ':feedback'],
    ],
  ])('%s', (_, question, given, keys) => expect(feedback(question, given)).toEqual(keys));

  it('is only what the version has words for', () => {
    const found = one(SINGLE, { type: 'single', option: 'a' }, (key) => key === 'questions.when.feedback');
    expect(found.feedback).toEqual([{ part: null, key: 'questions.when.feedback' }]);
  });

  it.each([
    ['a paragraph', 'objections#addressed', { lesson: 'objections', heading: 'addressed' }],
    ['a whole lesson', 'objections', { lesson: 'objections', heading: null }],
    ['nothing', null, null],
  ])('may lead back to %s', (_, read, target) => expect(one({ ...SINGLE, read }, null).readAgain).toEqual(target));

  it('shows what was given beside what is right', () => {
    expect(one(SINGLE, { type: 'single', option: 'a' })).toMatchObject({ given: { option: 'a' }, right: { type: 'single', option: 'c' } });
  });
});

describe('the key in the form of an answer', () => {
  it.each(QUESTIONS.map((question) => [question.type, question] as const))('%s', (type, question) => {
    const right = rightAnswer(question);
    expect(right.type).toBe(type);
    const grade = one(question, right).grade;
    expect(grade.outcome).toBe(type === 'gap-text' ? 'partly' : 'right'); // a typed gap's model answer is a text
  });
});
