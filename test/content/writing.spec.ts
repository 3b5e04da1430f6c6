import { compile, folderOf, write } from '../../src/content/folders/folder';
import { changed, MODULE, PROGRAMME, QUIZ } from './samples';

describe('writing', () => {
  it('puts a quiz into a form that people can edit', () => {
    const { document, translations } = compile('quiz', QUIZ);
    const files = write(document!, translations);
    expect(files['quiz.yml']).toContain(`  - key: bodies
    type: matching
    points: 4
    items: [ietf, icann]
    options: [a, b, c]
    right:
      ietf: a
      icann: b
`);
    expect(files['en.yml']).toContain(`      two:
        answers: [accommodated, accomodated]
        feedback: From the title.
`);
    expect(files['en.yml']).toContain(`    items:
      ietf: IETF
      icann: ICANN
`);
  });

  it('keeps a long text on one line, so that a change shows as one', () => {
    const long = 'a word and '.repeat(40).trim();
    const { document } = compile('quiz', changed(QUIZ, 'en.yml', 'summary: Six questions.', `summary: ${long}`));
    expect(write(document!)['en.yml']).toContain(`summary: ${long}\n`);
  });

  it('puts a lesson into Markdown below its head', () => {
    const { document, translations } = compile('module', MODULE);
    const files = write(document!, translations);
    expect(Object.keys(files)).toEqual(['module.yml', 'en/module.yml', 'en/objections.md', 'fr/module.yml', 'fr/objections.md']);
    expect(files['en/objections.md']).toMatch(/^---\ntitle: An objection is a question\nglossary:\n[^]*\n---\n\nA \[chair\][^]*:::\n$/);
    expect(files['en/objections.md']).toContain('      feedback: That is right.\n      right: true\n');
  });

  it('writes the key into the original’s files only', () => {
    const { document, translations } = compile('module', MODULE);
    expect(write(document!, translations)['fr/objections.md']).not.toContain('right:');
  });

  it.each([
    ['module', MODULE, 'modules/rough-consensus/'],
    ['quiz', QUIZ, 'quizzes/rough-consensus/'],
    ['programme', PROGRAMME, 'programmes/'],
  ] as const)('a %s belongs into its folder, and reads back as it was', (kind, files, folder) => {
    const { document, translations } = compile(kind, files);
    expect(folderOf(document!)).toBe(folder);
    const again = compile(kind, write(document!, translations));
    expect(again.document).toEqual(document);
    expect(again.translations).toEqual(translations);
  });
});
