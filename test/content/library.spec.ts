import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { compileLibrary } from '../../src/content/folders/library';
import { compile, folderOf, write } from '../../src/content/folders/folder';
import { crossCheck } from '../../src/content/folders/cross-check';
import { told } from '../../src/content/problem';
import { Phrases } from '../../src/languages/phrases';
import { SCENARIO } from './sample-scenario';
import { changed, listed, MODULE, PROGRAMME, QUIZ } from './samples';

const placed = (folder: string, files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [folder + path, text]));
const { 'ar.yml': _, ...english } = QUIZ;
const LIBRARY = {
  ...placed('programmes/', PROGRAMME),
  ...placed('modules/rough-consensus/', MODULE),
  ...placed('quizzes/rough-consensus/', english),
};
const problems = (files: Record<string, string>) => listed(compileLibrary(files).problems);

describe('a library', () => {
  it('holds packages side by side that name each other', () => {
    const { packages, problems: found } = compileLibrary(LIBRARY);
    expect(found).toEqual([]);
    expect(packages.map(({ kind, slug }) => `${kind} ${slug}`)).toEqual([
      'programme taking-part',
      'module rough-consensus',
      'quiz rough-consensus',
    ]);
    expect(packages.every(({ document }) => document !== null)).toBe(true);
  });

  it('tells problems by the path in the library', () => {
    expect(problems(changed(LIBRARY, 'quizzes/rough-consensus/quiz.yml', 'passMark: 70', 'passMark: 0'))).toEqual([
      'quizzes/rough-consensus/quiz.yml:4 out-of-range',
    ]);
  });

  it.each([
    [
      'a programme without its module',
      'programmes/taking-part.yml',
      '[rough-consensus]',
      '[rough-consensus, naming]',
      ['programmes/taking-part.yml:- unknown-package'],
    ],
    [
      'a module without its quiz',
      'modules/rough-consensus/module.yml',
      'quiz: rough-consensus',
      'quiz: naming',
      ['modules/rough-consensus/module.yml:- unknown-package'],
    ],
    [
      'a quiz without its module',
      'quizzes/rough-consensus/quiz.yml',
      'module: rough-consensus',
      'module: naming',
      ['modules/rough-consensus/module.yml:- quiz-of-another-module', 'quizzes/rough-consensus/quiz.yml:- unknown-package'],
    ],
    [
      'a lesson to read again that is not there',
      'quizzes/rough-consensus/quiz.yml',
      'objections#addressed',
      'hums#addressed',
      ['quizzes/rough-consensus/quiz.yml:- read-target'],
    ],
    [
      'a step to read again that is no lesson',
      'quizzes/rough-consensus/quiz.yml',
      'objections#addressed',
      'quiz',
      ['quizzes/rough-consensus/quiz.yml:- read-target'],
    ],
    [
      'a heading to read again that is not there',
      'quizzes/rough-consensus/quiz.yml',
      'objections#addressed',
      'objections#accommodated',
      ['quizzes/rough-consensus/quiz.yml:- read-target'],
    ],
    ['a whole lesson to read again is fine', 'quizzes/rough-consensus/quiz.yml', 'objections#addressed', 'objections', []],
    [
      'a folder with another name than its slug',
      'modules/rough-consensus/module.yml',
      'slug: rough-consensus',
      'slug: consensus',
      ['modules/consensus/module.yml:- quiz-of-another-module', 'modules/rough-consensus/:- slug-differs'],
    ],
  ])('notices %s', (_name, path, from, to, found) => expect(problems(changed(LIBRARY, path, from, to)).sort()).toEqual(found));

  it('lets a module lead to a scenario, which must be there', () => {
    const named = changed(
      LIBRARY,
      'modules/rough-consensus/module.yml',
      'kind: quiz, quiz: rough-consensus',
      'kind: simulation, scenario: village-mast',
    );
    expect(problems(named)).toEqual(['modules/rough-consensus/module.yml:- unknown-package']);
    const { packages, problems: found } = compileLibrary({ ...named, ...placed('scenarios/village-mast/', SCENARIO) });
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(packages.map(({ kind, slug }) => `${kind} ${slug}`)).toContain('scenario village-mast');
  });

  it('notices files outside its folders', () => {
    expect(problems({ ...LIBRARY, 'readme.txt': '', 'modules/lost.yml': '', 'programmes/a/b.yml': '' })).toEqual([
      'readme.txt:- unknown-file',
      'modules/lost.yml:- unknown-file',
      'programmes/a/b.yml:- unknown-file',
    ]);
  });

  it('can be empty', () => expect(compileLibrary({})).toEqual({ packages: [], problems: [] }));

  it('checks documents that are already published the same way', () => {
    const { document } = compile('quiz', english);
    expect(listed(crossCheck([document!]))).toEqual(['quizzes/rough-consensus/quiz.yml:- unknown-package']);
  });
});

describe('the starter library', () => {
  const root = join(__dirname, '../../seeds/library');
  const paths = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = Object.fromEntries(
    paths.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(root.length + 1), readFileSync(path, 'utf8')];
    }),
  );
  const { packages, problems: found } = compileLibrary(files);

  const say = Phrases.read(join(__dirname, '../../views/translations')).in('en');

  it('has nothing that an author should put right', () => {
    expect(packages.length).toBeGreaterThan(0);
    expect(found.map((each) => told(each, say))).toEqual([]);
  });

  it.each(packages.map((each) => [`${each.kind} ${each.slug}`, each] as const))(
    '%s goes out and comes in again without a difference',
    (_name, each) => {
      const { document, translations } = compile(each.kind, write(each.document!, each.translations));
      expect(document).toEqual(each.document);
      expect(translations).toEqual(each.translations);
      expect(folderOf(document!)).toMatch(/\/$/);
    },
  );
});
