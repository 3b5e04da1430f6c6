import { compile } from '../../src/content/folders/folder';
import { changed, listed, PROGRAMME, QUIZ } from './samples';

const inQuiz = (path: string, from: string, to: string) => {
  const { 'ar.yml': _, ...english } = QUIZ;
  return listed(compile('quiz', changed(english, path, from, to)).problems);
};
const inArabic = (from: string, to: string) =>
  listed(compile('quiz', changed(QUIZ, 'ar.yml', from, to)).problems).filter((line) => !line.endsWith('translation-lacks-text'));

describe('what is wrong in a quiz’s folder', () => {
  it.each([
    ['a pass mark of 0', 'quiz.yml', 'passMark: 70', 'passMark: 0', ['quiz.yml:4 out-of-range']],
    ['a pass mark of 1 is fine', 'quiz.yml', 'passMark: 70', 'passMark: 1', []],
    ['a pass mark of 100 is fine', 'quiz.yml', 'passMark: 70', 'passMark: 100', []],
    ['a pass mark of 101', 'quiz.yml', 'passMark: 70', 'passMark: 101', ['quiz.yml:4 out-of-range']],
    ['a pass mark with decimals', 'quiz.yml', 'passMark: 70', 'passMark: 66.7', ['quiz.yml:4 bad-value']],
    ['a time limit of nothing', 'quiz.yml', 'minutes: null', 'minutes: 0', ['quiz.yml:5 out-of-range']],
    ['no time limit mentioned is fine', 'quiz.yml', 'minutes: null\n', '', []],
    ['a question worth nothing', 'quiz.yml', 'points: 2', 'points: 0', ['quiz.yml:7 out-of-range']],
    ['a question worth one and a half', 'quiz.yml', 'points: 2', 'points: 1.5', ['quiz.yml:7 bad-value']],
    ['a type that nobody knows', 'quiz.yml', 'type: single', 'type: riddle', ['quiz.yml:7 bad-value']],
    ['a question twice', 'quiz.yml', 'key: which', 'key: when', ['quiz.yml:8 duplicate-key']],
    ['a right answer that is no option', 'quiz.yml', 'right: b }', 'right: z }', ['quiz.yml:7 unknown-option']],
    ['one right answer of several that is no option', 'quiz.yml', 'right: [a, c]', 'right: [a, z]', ['quiz.yml:8 unknown-option']],
    ['no right answer of several', 'quiz.yml', 'right: [a, c]', 'right: []', ['quiz.yml:8 too-few']],
    ['a list where one answer is right', 'quiz.yml', 'right: b }', 'right: [b] }', ['quiz.yml:7 bad-key']],
    ['one answer where a list is right', 'quiz.yml', 'right: [a, c]', 'right: a', ['quiz.yml:8 not-a-list']],
    ['an option twice', 'quiz.yml', 'options: [a, b, c], right', 'options: [a, b, c, a], right', ['quiz.yml:8 duplicate-key']],
    ['one option alone', 'quiz.yml', 'options: [a, b], right: b', 'options: [b], right: b', ['quiz.yml:7 too-few']],
    ['an item without its match', 'quiz.yml', '{ ietf: a, icann: b }', '{ ietf: a }', ['quiz.yml:14 missing-key']],
    ['a match for no item', 'quiz.yml', 'icann: b }', 'icann: b, w3c: c }', ['quiz.yml:14 unknown-key']],
    ['a match that is no option', 'quiz.yml', 'icann: b }', 'icann: z }', ['quiz.yml:14 unknown-option']],
    ['one thing to put in order', 'quiz.yml', 'points: 3, options: [a, b, c] }', 'points: 3, options: [a] }', ['quiz.yml:15 too-few']],
    ['a number that is none', 'quiz.yml', 'value: 2014', 'value: many', ['quiz.yml:16 out-of-range']],
    ['a tolerance below nothing', 'quiz.yml', 'tolerance: 0.5', 'tolerance: -1', ['quiz.yml:16 out-of-range']],
    ['a gap that is not typed and has no list', 'quiz.yml', '{ typed: true }', '{ typed: false }', ['quiz.yml:22 bad-value']],
    [
      'a gap with a right answer that is no option',
      'quiz.yml',
      'right: a }\n      two',
      'right: z }\n      two',
      ['quiz.yml:21 unknown-option'],
    ],
    ['a field that another type has', 'quiz.yml', 'options: [a, b, c] }', 'options: [a, b, c], right: a }', ['quiz.yml:15 unknown-key']],
    [
      'a paragraph to read again that cannot be an address',
      'quiz.yml',
      'objections#addressed',
      'objections#Addressed text',
      ['quiz.yml:7 bad-value'],
    ],
    ['a question without a stem', 'en.yml', '    stem: Match them.\n', '', ['en.yml:- lacks-text']],
    ['an option without words', 'en.yml', '      b: { text: Names }\n', '', ['en.yml:- lacks-text']],
    ['an item without words', 'en.yml', ', icann: ICANN', '', ['en.yml:- lacks-text']],
    ['a question without feedback', 'en.yml', '    feedback: Each has its part.\n', '', ['en.yml:- lacks-feedback']],
    ['a typed gap without an answer', 'en.yml', 'answers: [accommodated, accomodated], ', '', ['en.yml:- lacks-text']],
    ['a gap that its text does not have', 'en.yml', '{{two}}', 'this', ['en.yml:32 gap-not-in-text']],
    ['a gap that its text has twice', 'en.yml', '{{two}}', '{{two}} or {{two}}', ['en.yml:32 gap-not-in-text']],
    ['a gap that the quiz does not have', 'en.yml', '{{two}}', '{{two}} or {{three}}', ['en.yml:32 gap-unknown']],
    ['the key among the words', 'en.yml', 'stem: Match them.', 'stem: Match them.\n    right: a', ['en.yml:19 right-in-words']],
    [
      'an option that the quiz does not have',
      'en.yml',
      'b: { text: Names }',
      'b: { text: Names }\n      z: { text: Z }',
      ['en.yml:24 unknown-text'],
    ],
  ])('%s', (_, path, from, to, problems) => {
    expect(inQuiz(path, from, to)).toEqual(problems);
  });

  it.each([
    ['a gap that the translated text lacks', '{{two}}', 'ذلك', ['ar.yml:5 gap-not-in-text']],
    ['the key in a translation', 'stem: متى؟', 'stem: متى؟, right: b', ['ar.yml:3 right-in-words']],
    ['a question that the original does not have', 'questions:', 'questions:\n  extra: { stem: x }', ['ar.yml:3 translation-extra-text']],
    ['a feedback that the original does not have', 'stem: متى؟', 'stem: متى؟, unit: x', ['ar.yml:3 translation-extra-text']],
    ['YAML that cannot be read', 'title: ', 'title: [', ['ar.yml:2 yaml']],
  ])('%s', (_, from, to, problems) => expect(inArabic(from, to).map((line) => line)).toEqual(expect.arrayContaining(problems)));
});

describe('what is wrong in a programme’s file', () => {
  it.each([
    ['no module', '[rough-consensus]', '[]', ['taking-part.yml:3 too-few']],
    ['a module twice', '[rough-consensus]', '[rough-consensus, rough-consensus]', ['taking-part.yml:3 duplicate-key']],
    ['a requirement that nobody knows', 'requires: all', 'requires: some', ['taking-part.yml:4 bad-value']],
    ['a language that is not among the seven', '  ru:', '  de:', ['taking-part.yml:8 unknown-key']],
    [
      'no words in the original language',
      '  en:',
      '  fr:',
      ['taking-part.yml:- lacks-text', 'taking-part.yml:- lacks-text', 'taking-part.yml:1 missing-key'],
    ],
    ['a translation without a summary', ', summary: Как участвовать.', '', ['taking-part.yml:- translation-lacks-text']],
    ['a slug that is not the file’s name', 'slug: taking-part', 'slug: other', ['taking-part.yml:- slug-differs']],
  ])('%s', (_, from, to, problems) => {
    expect(listed(compile('programme', changed(PROGRAMME, 'taking-part.yml', from, to)).problems)).toEqual(problems);
  });

  it('no file', () => expect(listed(compile('programme', {}).problems)).toEqual(['programme.yml:- missing-file']));
});
