import { compile } from '../../src/content/folders/folder';
import { publishable } from '../../src/content/problem';
import { SCENARIO } from './sample-scenario';
import { changed, listed } from './samples';

const english = Object.fromEntries(Object.entries(SCENARIO).filter(([path]) => !path.startsWith('es/')));
const problemsIn = (files: Record<string, string>) => listed(compile('scenario', files).problems).sort();
const without = (path: string) => Object.fromEntries(Object.entries(english).filter(([each]) => each !== path));

describe('what is wrong in a scenario’s words', () => {
  it.each([
    ['no title', 'en/scenario.yml', 'title: A mast for the village\n', '', ['en/scenario.yml:- lacks-text']],
    ['an option without words', 'en/scenario.yml', ', school: beside the school', '', ['en/scenario.yml:- lacks-text']],
    [
      'a scripted seat that cannot say that it accepts',
      'en/scenario.yml',
      '      accept: Shop accepts.\n',
      '',
      ['en/scenario.yml:- lacks-text'],
    ],
    ['a rule without its words', 'en/scenario.yml', ', nights-too: Nights too.', '', ['en/scenario.yml:- lacks-text']],
    ['a source that is not named', 'en/scenario.yml', "  - 'Minutes of the council, 3 May 2024'\n", '', ['en/scenario.yml:- lacks-text']],
    ['words that belong nowhere', 'en/scenario.yml', 'summary:', 'subtitle: x\nsummary:', ['en/scenario.yml:2 unknown-text']],
    [
      'a voice for the chair',
      'en/scenario.yml',
      '    public: Leads the talk.',
      '    public: Leads the talk.\n    voice: { accept: Yes. }',
      ['en/scenario.yml:59 unknown-text'],
    ],
    ['a name of sixteen characters is fine', 'en/scenario.yml', 'name: Council\n', 'name: Village council!\n', []],
    [
      'a name of seventeen characters',
      'en/scenario.yml',
      'name: Council\n',
      'name: Village councils!\n',
      ['en/scenario.yml:7 name-too-long'],
    ],
    ['a clause without one of its slots', 'en/scenario.yml', ' and works {{hours}}', '', ['en/scenario.yml:62 slot-not-in-text']],
    [
      'a clause with a slot twice',
      'en/scenario.yml',
      'works {{hours}}',
      'works {{hours}} {{hours}}',
      ['en/scenario.yml:62 slot-not-in-text'],
    ],
    [
      'a clause with a slot of another',
      'en/scenario.yml',
      'works {{hours}}',
      'works {{hours}} for {{fee}}',
      ['en/scenario.yml:62 slot-unknown'],
    ],
    ['a blank brief', 'en/briefs/shop.md', 'You sell what the mast brings.', ' ', ['en/briefs/shop.md:- lacks-text']],
    ['HTML in a brief', 'en/briefs/shop.md', 'You sell', '\n\n<b>You</b> sell', ['en/briefs/shop.md:3 html-shown-as-text']],
    [
      'a term to look up, where there is no glossary',
      'en/briefs/shop.md',
      'You sell',
      '[You](#term-you) sell',
      ['en/briefs/shop.md:1 unknown-term'],
    ],
    ['a heading without an id is fine', 'en/briefs/shop.md', 'You sell', '## Yours\n\nYou sell', []],
    ['a character that turns the direction round', 'en/setting.md', 'slope', '\u202eslope', ['en/setting.md:1 unshowable']],
    [
      'a briefing that takes longer than its phase',
      'en/briefs/shop.md',
      'You sell',
      'word '.repeat(1000),
      ['en/briefs/shop.md:- long-briefing'],
    ],
    [
      'a setting that leaves nobody the time for a brief',
      'en/setting.md',
      'A village',
      'word '.repeat(980),
      ['chair', 'cooperative', 'council', 'engineer', 'shop', 'teacher'].map((role) => `en/briefs/${role}.md:- long-briefing`),
    ],
  ])('%s', (_, path, from, to, problems) => expect(problemsIn(changed(english, path, from, to))).toEqual(problems));

  it('a brief that is not there', () => {
    expect(problemsIn(without('en/briefs/shop.md'))).toEqual(['en/briefs/shop.md:- missing-file']);
  });

  it('what really happened, without a source', () => {
    const files = changed(english, 'en/scenario.yml', /sources:\n[^]*/.exec(english['en/scenario.yml']!)![0], '');
    expect(problemsIn(changed(files, 'scenario.yml', 'sources: 2', 'sources: 0'))).toEqual(['en/reality.md:- reality-without-sources']);
  });

  it.each([
    ['a slot that the translated clause lacks', 'es/scenario.yml', ' y funciona {{hours}}', '', 'es/scenario.yml:5 slot-not-in-text'],
    [
      'a name that is longer in translation',
      'es/scenario.yml',
      'clauses:',
      'roles: { council: { name: Consejo municipal } }\nclauses:',
      'es/scenario.yml:3 name-too-long',
    ],
    [
      'a text that only the translation has',
      'es/scenario.yml',
      'clauses:',
      'subtitle: x\nclauses:',
      'es/scenario.yml:3 translation-extra-text',
    ],
  ])('%s', (_, path, from, to, problem) => expect(problemsIn(changed(SCENARIO, path, from, to))).toContain(problem));

  it('a translation with an error stays behind, the original and the others go on', () => {
    const files = changed({ ...SCENARIO, 'fr/scenario.yml': 'title: Une antenne' }, 'es/scenario.yml', '{{place}}', 'allí');
    const { document, translations, problems } = compile('scenario', files);
    expect([document === null, Object.keys(translations), publishable(problems)]).toEqual([false, ['fr'], false]);
  });

  it('a brief for nobody, in any language', () => {
    expect(problemsIn({ ...english, 'en/briefs/mayor.md': 'x', 'readme.md': 'x' })).toEqual([
      'en/briefs/mayor.md:- unknown-file',
      'readme.md:- unknown-file',
    ]);
  });
});
