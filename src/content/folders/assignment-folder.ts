/** An assignment's folder: `assignment.yml` for what is handed in and the criteria, and for each language one file of words. */
import { AssignmentStructure, Criterion, FILE_KINDS, FileKind, TEXT_NEEDS } from '../assignment';
import { Language } from '../../kernel/language';
import { PackageDocument, Translations } from '../package';
import { renderMarkdown } from '../prose/markdown';
import { Compiled, Files, OpenedFiles } from './opened';
import { Fields, Sheet, within } from './sheet';
import { Expected, originalTexts, readWords, translatedTexts, Word, wordsTree } from './words';
import { Branch, Tree, writeYaml } from './yaml';

const MOST_WORDS = 5000;
const MOST_THINGS = 5; // links, and files
const MOST_AUTHORS = 50;
const MOST_CRITERIA = 10;
const LEVELS = [2, 6] as const;
const MOST_POINTS = 100;
const MOST_REVIEWS = 5;
const LONGEST_DAYS = 60;

type Skeleton = Pick<PackageDocument, 'slug' | 'language'> & { structure: AssignmentStructure };

export function compileAssignment(files: Files): Compiled {
  const opened = new OpenedFiles(files);
  const root = opened.tree('assignment.yml', 'content.problem.missing-file');
  const skeleton = root && readSkeleton(opened.sheet('assignment.yml'), root);
  if (!skeleton || opened.broken()) return opened.stopped();
  const { slug, language, structure } = skeleton;
  const expected = assignmentWords(structure);
  const own = wordsIn(opened, `${language}.yml`, 'content.problem.missing-file');
  const texts = own ? originalTexts(opened.sheet(`${language}.yml`), own, expected) : {};
  if (opened.broken()) return opened.stopped();
  const document: PackageDocument = { kind: 'assignment', slug, language, structure, texts, references: [] };
  const translations: Translations = {};
  for (const other of opened.languages(/^([a-z]{2})\.yml$/).filter((each) => each !== language)) {
    const words = readTranslation(opened, document, expected, other);
    if (Object.keys(words).length > 0 && !opened.broken((path) => path === `${other}.yml`)) translations[other] = words;
  }
  return opened.compiled(document, translations);
}

function readSkeleton(sheet: Sheet, root: Branch): Skeleton {
  const names = ['slug', 'language', 'licence', 'authors', 'passMark', 'text', 'review', 'criteria'];
  const fields = sheet.fields(root, '', names, ['links', 'files', 'kinds']);
  const files = count(sheet, fields, 'files');
  const structure: AssignmentStructure = {
    licence: line(sheet, fields, 'licence'),
    authors: sheet.list(fields, 'authors', 1, MOST_AUTHORS).map((branch) => sheet.line(branch, 'authors')),
    passMark: sheet.whole(fields, 'passMark', 1, 100),
    text: readText(sheet, fields),
    links: count(sheet, fields, 'links'),
    files,
    kinds: files === 0 && !fields.entries.has('kinds') ? [] : readKinds(sheet, fields),
    review: readReview(sheet, fields.entries.get('review')),
    criteria: sheet.parts(fields, 'criteria', [1, MOST_CRITERIA], (branch, where) => readCriterion(sheet, branch, where)),
  };
  if (structure.text.need === 'none' && structure.links + structure.files === 0) sheet.note('content.problem.nothing-handed-in', null);
  if (structure.criteria.length && !structure.criteria.some(({ levels }) => levels.some(({ points }) => points > 0)))
    sheet.note('content.problem.no-points', null);
  return { slug: sheet.key(fields, 'slug'), language: sheet.language(fields, 'language'), structure };
}

function line(sheet: Sheet, fields: Fields, name: string): string {
  const branch = fields.entries.get(name);
  return branch ? sheet.line(branch, name) : '';
}

/** Of what may be left out there is none. */
function count(sheet: Sheet, fields: Fields, name: string): number {
  return fields.entries.has(name) ? sheet.whole(fields, name, 0, MOST_THINGS) : 0;
}

function readText(sheet: Sheet, { entries }: Fields): AssignmentStructure['text'] {
  const fields = sheet.fields(entries.get('text'), 'text', ['need'], ['words']);
  const need = sheet.word(fields, 'need', TEXT_NEEDS);
  if (need === 'none') return { need, words: 0 };
  if (!fields.entries.has('words') && entries.has('text')) sheet.note('content.problem.missing-key', fields.line, { name: 'text.words' });
  return { need, words: sheet.whole(fields, 'words', 1, MOST_WORDS) };
}

function readKinds(sheet: Sheet, fields: Fields): FileKind[] {
  if (!fields.entries.has('kinds')) sheet.note('content.problem.missing-key', fields.line, { name: 'kinds' });
  return sheet.references(fields, 'kinds', FILE_KINDS, 1) as FileKind[];
}

function readReview(sheet: Sheet, branch: Branch | undefined): AssignmentStructure['review'] {
  const by = sheet.word(sheet.map(branch, 'review'), 'by', ['team', 'peers']);
  const fields = sheet.fields(branch, 'review', by === 'peers' ? ['by', 'count', 'days'] : ['by']);
  if (by !== 'peers') return { by: 'team' };
  return { by, count: sheet.whole(fields, 'count', 1, MOST_REVIEWS), days: sheet.whole(fields, 'days', 1, LONGEST_DAYS) };
}

function readCriterion(sheet: Sheet, branch: Branch, where: string): Criterion {
  const fields = sheet.fields(branch, where, ['key', 'levels']);
  const levels = sheet.parts(fields, 'levels', LEVELS, (each, place) => {
    const level = sheet.fields(each, place, ['key', 'points']);
    return { key: sheet.key(level, 'key'), points: sheet.whole(level, 'points', 0, MOST_POINTS) };
  });
  levels.forEach(({ points }, index) => {
    if (index > 0 && points <= levels[index - 1]!.points)
      sheet.note('content.problem.levels-order', branch.line, { name: within(where, 'levels') });
  });
  return { key: sheet.key(fields, 'key'), levels };
}

/** The task is Markdown; what an author should know about it is noted. */
function wordsIn(opened: OpenedFiles, file: string, missing: Parameters<OpenedFiles['tree']>[1]): Map<string, Word> | null {
  const root = opened.tree(file, missing);
  if (!root) return null;
  const sheet = opened.sheet(file);
  const words = readWords(sheet, root, '');
  const task = words.get('task');
  for (const { key, line: at, details } of task ? renderMarkdown(task.text, { idea: '' }).problems : [])
    sheet.note(key, at === null ? null : task!.line + at, details);
  return words;
}

function readTranslation(opened: OpenedFiles, document: PackageDocument, expected: Expected, language: Language): Record<string, string> {
  const words = wordsIn(opened, `${language}.yml`, 'content.problem.translation-lacks-file');
  return words ? translatedTexts(opened.sheet(`${language}.yml`), words, expected, document.texts) : {};
}

export function assignmentWords({ criteria }: AssignmentStructure): Expected {
  const names = criteria.flatMap(({ key, levels }) => [
    `criteria.${key}.name`,
    ...levels.map((level) => `criteria.${key}.levels.${level.key}`),
  ]);
  return new Map(['title', 'summary', 'task', ...names].map((name) => [name, 'required'] as const));
}

export function writeAssignment({ slug, language, structure, texts }: PackageDocument, translations: Translations): Record<string, string> {
  const { licence, authors, passMark, text, links, files, kinds, review, criteria } = structure as AssignmentStructure;
  const map = (entries: object) => new Map<string, Tree>(Object.entries(entries));
  const skeleton = map({
    slug,
    language,
    licence,
    authors,
    passMark,
    text: map(text.need === 'none' ? { need: text.need } : text),
    links,
    files,
    ...(kinds.length > 0 && { kinds }),
    review: map(review),
    criteria: criteria.map(({ key, levels }) => map({ key, levels: levels.map(map) })),
  });
  const keys = [...assignmentWords(structure as AssignmentStructure).keys()];
  const written: Record<string, string> = { 'assignment.yml': writeYaml(skeleton) };
  for (const [each, words] of [[language, texts] as const, ...Object.entries(translations)]) {
    if (Object.keys(words).length > 0) written[`${each}.yml`] = writeYaml(wordsTree(words, keys));
  }
  return written;
}
