import { compile } from '../../src/content/folders/folder';
import { publishable } from '../../src/content/problem';
import { changed, listed, MODULE, PROGRAMME, QUIZ } from './samples';

const inModule = (path: string, from: string, to: string) => listed(compile('module', changed(MODULE, path, from, to)).problems);
const inQuiz = (path: string, from: string, to: string) => {
  const { 'ar.yml': _, ...english } = QUIZ;
  return listed(compile('quiz', changed(english, path, from, to)).problems);
};
const inArabic = (from: string, to: string) =>
  listed(compile('quiz', changed(QUIZ, 'ar.yml', from, to)).problems).filter((line) => !line.endsWith('translation-lacks-text'));

describe('what is wrong in a module’s folder', () => {
  it.each([
    ['a key that nobody knows', 'module.yml', 'licence:', 'licnce:', ['module.yml:1 missing-key', 'module.yml:3 unknown-key']],
    ['a key twice', 'module.yml', 'licence:', 'slug: other\nlicence:', ['module.yml:3 duplicate-key']],
    ['a slug that is no address', 'module.yml', 'slug: rough-consensus', 'slug: Rough Consensus', ['module.yml:1 bad-key']],
    ['a language that is not among the seven', 'module.yml', 'language: en', 'language: de', ['module.yml:2 bad-value']],
    ['authors that are no list', 'module.yml', '[Chapterhouse library]', 'Chapterhouse library', ['module.yml:4 not-a-list']],
    ['an author without a name', 'module.yml', '[Chapterhouse library]', "['']", ['module.yml:4 not-a-text']],
    ['no step at all', 'module.yml', /steps:[^]*/.exec(MODULE['module.yml']!)![0], 'steps: []\n', ['module.yml:5 too-few']],
    ['a kind of step that nobody knows', 'module.yml', 'kind: quiz', 'kind: game', ['module.yml:7 bad-value', 'module.yml:7 unknown-key']],
    ['a step without a quiz', 'module.yml', 'quiz: rough-consensus, ', '', ['module.yml:7 missing-key']],
    ['a step that takes no time', 'module.yml', 'minutes: 6', 'minutes: 0', ['module.yml:6 out-of-range']],
    ['a step that takes half a minute more', 'module.yml', 'minutes: 6', 'minutes: 6.5', ['module.yml:6 bad-value']],
    ['a step twice', 'module.yml', 'key: quiz', 'key: objections', ['module.yml:7 duplicate-key']],
    ['YAML that cannot be read', 'module.yml', 'authors: [', 'authors: [[', ['module.yml:5 yaml']],
    ['an anchor', 'module.yml', 'slug: ', 'slug: &a ', ['module.yml:1 yaml']],
    [
      'a step that is no map',
      'module.yml',
      '{ key: quiz, kind: quiz, quiz: rough-consensus, minutes: 15 }',
      'quiz',
      ['module.yml:7 not-a-map', 'module.yml:7 not-a-map'],
    ],
    ['a module without a title', 'en/module.yml', 'title: Rough consensus\n', '', ['en/module.yml:- lacks-text']],
    ['a quiz step without a title', 'en/module.yml', "title: 'Quiz: deciding'", '', ['en/module.yml:- lacks-text']],
    ['a word that belongs nowhere', 'en/module.yml', 'summary:', 'subtitle: x\nsummary:', ['en/module.yml:2 unknown-text']],
    ['a lesson without a head', 'en/objections.md', '---\ntitle', 'title', ['en/objections.md:1 front-matter']],
    ['a lesson’s head that is not closed', 'en/objections.md', "7282'\n---\n", "7282'\n", ['en/objections.md:1 front-matter']],
    ['a lesson without a title', 'en/objections.md', 'title: An objection is a question\n', '', ['en/objections.md:- lacks-text']],
    [
      'a lesson with a blank title',
      'en/objections.md',
      'title: An objection is a question',
      "title: ' '",
      ['en/objections.md:- lacks-text'],
    ],
    [
      'YAML in a head, counted in the lesson’s lines',
      'en/objections.md',
      '    name: Chair',
      '   name: Chair: x',
      ['en/objections.md:5 yaml'],
    ],
    ['a check without a right answer', 'en/objections.md', ', right: true', '', ['en/objections.md:8 right-missing']],
    ['a check with two right answers', 'en/objections.md', 'quite. }', 'quite., right: true }', ['en/objections.md:8 right-missing']],
    ['a check with one option', 'en/objections.md', '    a: { text: Yes., feedback: Not quite. }\n', '', ['en/objections.md:8 too-few']],
    ['a check without an answer', 'en/objections.md', '  answer: The second answer.\n', '', ['en/objections.md:- lacks-text']],
    [
      'an option without feedback',
      'en/objections.md',
      ', feedback: Not quite.',
      '',
      ['en/objections.md:- lacks-feedback', 'fr/objections.md:7 translation-extra-text'],
    ],
    [
      'a term that is not explained',
      'en/objections.md',
      '#term-chair',
      '#term-table',
      ['en/objections.md:- unused-term', 'en/objections.md:16 unknown-term'],
    ],
    ['a heading without an id', 'en/objections.md', ' {#addressed}', '', ['en/objections.md:18 heading-without-id']],
    ['HTML in a lesson', 'en/objections.md', 'Count', '<b>Count</b>', ['en/objections.md:24 html-shown-as-text']],
    ['an idea that is not closed', 'en/objections.md', 'hands.\n:::', 'hands.', ['en/objections.md:23 block-not-closed']],
    ['a character that turns the direction round', 'en/objections.md', 'Count', '\u202eCount', ['en/objections.md:16 unshowable']],
    ['a lesson in a translation without a heading', 'fr/objections.md', '\n## Traitée, pas satisfaite {#addressed}\n', '', []],
    [
      'a lesson in a translation with other headings',
      'fr/objections.md',
      '{#addressed}',
      '{#traitee}',
      ['fr/objections.md:- translation-lacks-heading'],
    ],
    ['the key in a translation', 'fr/objections.md', 'juste. }', 'juste., right: true }', ['fr/objections.md:8 right-in-words']],
    [
      'a text that only a translation has',
      'fr/module.yml',
      'summary:',
      'subtitle: x\nsummary:',
      ['fr/module.yml:2 translation-extra-text'],
    ],
    [
      'a text that a translation lacks',
      'fr/module.yml',
      'summary: Comment décider sans voter.\n',
      '',
      ['fr/module.yml:- translation-lacks-text'],
    ],
  ])('%s', (_, path, from, to, problems) => expect(inModule(path, from, to)).toEqual(problems));

  it('a lesson that is missing in the original, or in a translation', () => {
    const { 'en/objections.md': _, ...original } = MODULE;
    expect(listed(compile('module', original).problems)).toContain('en/objections.md:- missing-file');
    const { 'fr/objections.md': __, ...translation } = MODULE;
    expect(listed(compile('module', translation).problems)).toEqual(['fr/objections.md:- translation-lacks-file']);
  });

  it('a file that nothing asks for, such as a picture or another language', () => {
    const problems = compile('module', { ...MODULE, 'en/cover.png': '', 'de/module.yml': 'title: x' }).problems;
    expect(listed(problems)).toEqual(['de/module.yml:- unknown-file', 'en/cover.png:- unknown-file']);
    expect(publishable(problems)).toBe(true);
  });

  it('no file at all', () => {
    expect(compile('module', {})).toMatchObject({ document: null, translations: {}, problems: [{ key: 'content.problem.missing-file' }] });
  });
});

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
    ['a type that nobody knows', 'quiz.yml', 'type: single', 'type: essay', ['quiz.yml:7 bad-value']],
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

describe('what goes on in spite of a problem', () => {
  it('no document comes of an original with an error', () => {
    const { document, translations } = compile('quiz', changed(QUIZ, 'quiz.yml', 'passMark: 70', 'passMark: 0'));
    expect([document, translations]).toEqual([null, {}]);
  });

  it('a translation with an error stays behind, the original and the others go on', () => {
    const files = changed({ ...QUIZ, 'ru.yml': 'title: Решать без голосования' }, 'ar.yml', '{{two}}', 'ذلك');
    const { document, translations } = compile('quiz', files);
    expect(document).not.toBeNull();
    expect(Object.keys(translations)).toEqual(['ru']);
  });

  it('the same holds for a module', () => {
    const { document, translations, problems } = compile('module', changed(MODULE, 'fr/objections.md', '---\ntitle', 'title'));
    expect([document === null, translations, publishable(problems)]).toEqual([false, {}, false]);
  });

  it('a problem says what a phrase needs to explain it', () => {
    const { problems } = compile('quiz', changed(QUIZ, 'quiz.yml', 'right: b }', 'right: z }'));
    expect(problems.find(({ severity }) => severity === 'error')).toEqual({
      file: 'quiz.yml',
      line: 7,
      key: 'content.problem.unknown-option',
      details: { name: 'questions.1.right', option: 'z' },
      severity: 'error',
    });
  });
});
