import { mended, mendingOf } from '../../../src/quizzes/bank-files/mending';
import { readQuestions } from '../../../src/quizzes/formats/read-file';

function once(text: string): string {
  const lines = text.split('\n');
  const mendings = readQuestions(text).problems.flatMap((problem) => mendingOf(problem, lines) ?? []);
  return mended(text, mendings.slice(0, 1));
}

describe('what is certain is mended', () => {
  it.each([
    ['a comma in a number', 'Q {#3,14:0.1}', 'Q {#3,14:0.1}'],
    ['a comma in a number that stands alone', 'Q\n{#3,14}', 'Q\n{#3.14}'],
    ['a truth in small letters', 'Q {true}', 'Q {TRUE}'],
    ['a truth in small letters with a sign', 'Q {= false }', 'Q { FALSE }'],
    ['a tag in capitals', '[HTML]Q {}', '[html]Q {}'],
    ['a weight that was rounded', 'Q {~%33%a ~%33%b ~%33%c}', 'Q {~%33%a ~%33%b ~%33%c}'],
    ['a weight close to one that there is', 'Q {~%33%a ~%66.66667%b}', 'Q {~%33.33333%a ~%66.66667%b}'],
    ['a weight far from any', 'Q {~%47%a ~%50%b}', 'Q {~%47%a ~%50%b}'],
    ['a label that only looks Latin', 'Q?\nА. x\nB. y\nANSWER: A', 'Q?\nA. x\nB. y\nANSWER: A'],
    ['a Greek one', 'Q?\nA. x\nΒ) y\nANSWER: A', 'Q?\nA. x\nB) y\nANSWER: A'],
    ['a wide one', 'Q?\nA. x\nＢ. y\nANSWER: A', 'Q?\nA. x\nB. y\nANSWER: A'],
    ['a label in another script', 'Q?\nA. x\nب. y\nANSWER: A', 'Q?\nA. x\nب. y\nANSWER: A'],
    [
      'an answer in small letters',
      'Q?\nA. x\nB. y\nanswer: b\nR?\nA. x\nB. y\nANSWER: A',
      'Q?\nA. x\nB. y\nANSWER: B\nR?\nA. x\nB. y\nANSWER: A',
    ],
  ])('%s', (_, text, expected) => expect(once(text)).toBe(expected));

  it('keeps signs that mean something to replacing', () => {
    expect(mended('a $1 b', [{ line: 1, from: '$1', to: '$&' }])).toBe('a $& b');
  });
});
