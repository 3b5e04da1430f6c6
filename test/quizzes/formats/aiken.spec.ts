import { readAiken } from '../../../src/quizzes/formats/aiken';
import { severityOf } from '../../../src/quizzes/formats/read-file';
import { formatOf, readQuestions } from '../../../src/quizzes/formats/read-file';

const GOOD = `Who coordinates the root zone?
A. A government
B) IANA

ANSWER: B
What is rough consensus?
A.Silence
B.A majority
C.Every objection was answered
ANSWER:C`;

const problemsOf = (file: string) => readAiken(file).problems.map(({ line, key }) => `${line} ${key.replace('formats.problem.', '')}`);

describe('an Aiken file', () => {
  it('holds questions with one right option each', () => {
    const { questions, problems } = readAiken(GOOD);
    expect(problems).toEqual([]);
    expect(questions).toMatchObject([
      {
        type: 'single',
        line: 1,
        stem: 'Who coordinates the root zone?',
        options: [
          { text: 'A government', percent: 0 },
          { text: 'IANA', percent: 100 },
        ],
      },
      { line: 6, options: [{ text: 'Silence' }, { text: 'A majority' }, { text: 'Every objection was answered', percent: 100 }] },
    ]);
  });

  it.each([
    ['an answer that is none of the options', 'Q?\nA. a\nB. b\nANSWER: E', ['4 aiken-answer-unknown']],
    ['one option', 'Q?\nA. a\nANSWER: A', ['3 too-few-options']],
    ['no answer', 'Q?\nA. a\nB. b', ['1 aiken-not-complete']],
    ['an answer in small letters', 'Q?\nA. a\nB. b\nanswer: b', ['1 aiken-not-complete', '4 aiken-lower-case', '4 aiken-not-complete']],
    ['an option in small letters', 'Q?\na) x\nANSWER: A', ['1 aiken-not-complete', '2 aiken-lower-case', '3 too-few-options']],
    [
      'a Cyrillic letter that looks like a Latin one',
      'Q?\nА. x\nANSWER: A',
      ['1 aiken-not-complete', '2 aiken-other-letters', '3 too-few-options'],
    ],
    ['an option before any question', 'A. a\nANSWER: A', ['1 aiken-not-begun', '2 aiken-not-begun']],
    ['nothing', '', ['1 nothing']],
  ])('with %s says so', (_, file, problems) => {
    expect(problemsOf(file)).toEqual(problems);
    expect(readAiken(file).problems.some((problem) => severityOf(problem) === 'error')).toBe(true);
  });
});

describe('which format a file has', () => {
  it('is seen by what stands in it', () => {
    expect(formatOf(GOOD)).toBe('aiken');
    expect(formatOf('::n::What? {=a ~b}')).toBe('gift');
    expect(readQuestions(GOOD).questions).toHaveLength(2);
    expect(readQuestions('What? {=a ~b}').questions).toHaveLength(1);
  });
});
