import { compile } from '../../src/content/folders/folder';
import { publishable } from '../../src/content/problem';
import { changed, listed, MODULE } from './samples';

const inModule = (path: string, from: string, to: string) => listed(compile('module', changed(MODULE, path, from, to)).problems);

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
    [
      'a simulation without its scenario',
      'module.yml',
      'kind: quiz, quiz: rough-consensus',
      'kind: simulation',
      ['module.yml:7 missing-key'],
    ],
    ['a simulation with a quiz', 'module.yml', 'kind: quiz,', 'kind: simulation, scenario: s,', ['module.yml:7 unknown-key']],
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
