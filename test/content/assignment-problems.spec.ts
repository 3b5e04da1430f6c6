import { compile, write } from '../../src/content/folders/folder';
import { changed, listed } from './samples';

const ASSIGNMENT = {
  'assignment.yml': `slug: local-talk
language: en
licence: CC-BY-4.0
authors: [Chapterhouse library]
passMark: 60
text: { need: required, words: 300 }
links: 2
files: 1
kinds: [picture]
review: { by: peers, count: 2, days: 7 }
criteria:
  - key: clear
    levels: [{ key: low, points: 0 }, { key: high, points: 2 }]
`,
  'en.yml': `title: A talk
summary: Hold a talk.
task: |-
  Talk **once**.
criteria:
  clear: { name: Clear, levels: { low: Not clear., high: Clear. } }
`,
  'fr.yml': `title: Une discussion
summary: Menez une discussion.
task: Discutez une fois.
criteria:
  clear: { name: Clarté, levels: { low: Pas clair., high: Clair. } }
`,
};

const problems = (files: Record<string, string>) => listed(compile('assignment', files).problems);

describe('an assignment in files', () => {
  it('is read with its words in every language', () => {
    const { document, translations, problems: found } = compile('assignment', ASSIGNMENT);
    expect(found).toEqual([]);
    expect(document).toMatchObject({
      kind: 'assignment',
      slug: 'local-talk',
      structure: { review: { by: 'peers', count: 2, days: 7 } },
      references: [],
    });
    expect(document!.texts['criteria.clear.levels.high']).toBe('Clear.');
    expect(translations.fr!['task']).toBe('Discutez une fois.');
    expect(compile('assignment', write(document!, translations)).document).toEqual(document);
  });

  it.each([
    ['a pass mark of nothing', 'passMark: 60', 'passMark: 0', 'assignment.yml:5 out-of-range'],
    ['a need that nobody knows', 'need: required', 'need: perhaps', 'assignment.yml:6 bad-value'],
    ['a text without a limit', ', words: 300', '', 'assignment.yml:6 missing-key'],
    ['six links', 'links: 2', 'links: 6', 'assignment.yml:7 out-of-range'],
    ['a kind of file that is none', '[picture]', '[picture, program]', 'assignment.yml:9 unknown-name'],
    ['files of no kind', 'kinds: [picture]\n', '', 'assignment.yml:1 missing-key'],
    ['peers without a number', 'count: 2, ', '', 'assignment.yml:10 missing-key'],
    ['a team with a number', 'by: peers', 'by: team', 'assignment.yml:10 unknown-key'],
    ['levels in the wrong order', 'points: 2', 'points: 0', 'assignment.yml:12 levels-order'],
    ['one level', ', { key: high, points: 2 }', '', 'assignment.yml:13 too-few'],
  ])('is refused with %s', (_, from, to, found) => {
    expect(problems(changed(ASSIGNMENT, 'assignment.yml', from, to))).toContain(found);
  });

  it('is refused when nothing can be handed in', () => {
    const files = changed(
      ASSIGNMENT,
      'assignment.yml',
      '{ need: required, words: 300 }\nlinks: 2\nfiles: 1\nkinds: [picture]',
      '{ need: none }',
    );
    expect(problems(files)).toContain('assignment.yml:- nothing-handed-in');
  });

  it('is refused when a word is missing, and only warns of one that a translation lacks', () => {
    expect(problems(changed(ASSIGNMENT, 'en.yml', ', high: Clear.', ''))).toEqual(['en.yml:- lacks-text']);
    expect(problems(changed(ASSIGNMENT, 'fr.yml', ', high: Clair.', ''))).toEqual(['fr.yml:- translation-lacks-text']);
  });
});
