/**
 * Our own file of questions, `questions.yml`: everything the bank keeps of them, in all languages. Skeletons as in `quiz.yml`, words by language.
 * What is written is read as the same, and written again as the same bytes.
 */
import { readQuestion } from '../../content/folders/question-file';
import { questionTree } from '../../content/folders/question-tree';
import { checkGaps, questionWords } from '../../content/folders/question-words';
import { type Fields, Sheet, within } from '../../content/folders/sheet';
import { type Branch, readYaml, type Tree, writeYaml } from '../../content/folders/yaml';
import type { Problem } from '../../content/problem';
import { isLanguage, LANGUAGES } from '../../kernel/language';
import { isBlank, tidy, unshowable } from '../../kernel/text';
import type { QuestionTexts, Written } from '../questions/written';
import type { ImportProblem } from './imported';
import { LONGEST_LINE, type Strange, strangeIn } from './yaml-shape';

const FORMAT = 'chapterhouse-questions';
const MOST_QUESTIONS = 5_000;
const KEY = 'new';

export interface BankFile {
  writtens: Written[];
  /** on which line each of them begins */
  lines: number[];
  problems: ImportProblem[];
}

export const looksLikeBankFile = (text: string): boolean => /^\s*format:\s*chapterhouse-questions\s*$/m.test(text.slice(0, 2_000));

export function writeBankFile(writtens: readonly Written[]): string {
  return writeYaml(
    new Map<string, Tree>([
      ['format', FORMAT],
      ['questions', writtens.map(treeOf)],
    ]),
  );
}

function treeOf({ structure, language, texts, name, externalId, tags, category }: Written): Tree {
  const { tags: _, ...bare } = structure;
  const skeleton = questionTree(bare as Written['structure']);
  skeleton.delete('key');
  const words = LANGUAGES.filter((each) => texts[each]).map((each) => [each, new Map<string, Tree>(Object.entries(texts[each]!))] as const);
  return new Map<string, Tree>([
    ...(externalId === null ? [] : [['id', externalId] as const]),
    ...(name ? [['name', name] as const] : []),
    ...(category ? [['category', category] as const] : []),
    ...(tags.length ? [['tags', tags] as const] : []),
    ['language', language],
    ['question', skeleton],
    ['texts', new Map<string, Tree>(words)],
  ]);
}

/** What nobody can have got from here is not read on. */
function unread({ line, kind }: Strange): BankFile {
  const problem: ImportProblem =
    kind === 'long'
      ? { line, key: 'formats.problem.line-long', details: { most: LONGEST_LINE } }
      : {
          line,
          key: 'content.problem.yaml',
          details: { message: kind === 'deep' ? 'nested too deeply' : 'neither a key nor an item of a list' },
        };
  return { writtens: [], lines: [], problems: [problem] };
}

const MOST_ERRORS = 100;

export function readBankFile(text: string): BankFile {
  const strange = strangeIn(text);
  if (strange) return unread(strange);
  const { root, faults } = readYaml(text.replace(/^\ufeff/, ''));
  const problems: Problem[] = [];
  const sheet = new Sheet('questions.yml', problems);
  for (const { line, message } of faults) sheet.note('content.problem.yaml', line, { message });
  const [writtens, lines]: [Written[], number[]] = [[], []];
  if (root && !faults.length) {
    const fields = sheet.fields(root, '', ['format', 'questions']);
    sheet.word(fields, 'format', [FORMAT]);
    sheet.list(fields, 'questions', 1, MOST_QUESTIONS).forEach((branch, at) => {
      if (problems.length > MOST_ERRORS) return; // whoever wrote this has enough to do
      const before = errorsIn(problems);
      const written = readWritten(sheet, branch, `questions.${at + 1}`);
      if (!written || errorsIn(problems) > before) return;
      writtens.push(written);
      lines.push(branch.line);
    });
  }
  const told = problems.map(({ line, key, details }): ImportProblem => ({ line: line ?? 1, key, details }));
  if (!writtens.length && !told.length) told.push({ line: 1, key: 'formats.problem.nothing', details: {} });
  return { writtens, lines, problems: told.sort((a, b) => a.line - b.line) };
}

const errorsIn = (problems: readonly Problem[]): number => problems.filter(({ severity }) => severity === 'error').length;

function readWritten(sheet: Sheet, branch: Branch, where: string): Written | null {
  const fields = sheet.fields(branch, where, ['language', 'question', 'texts'], ['id', 'name', 'category', 'tags']);
  const skeleton = fields.entries.get('question');
  if (skeleton?.kind !== 'map') {
    sheet.map(skeleton, within(where, 'question'));
    return null;
  }
  const keyed: Branch = {
    ...skeleton,
    entries: new Map([...skeleton.entries, ['key', { kind: 'scalar', line: skeleton.line, value: KEY, source: KEY }]]),
  };
  const structure = readQuestion(sheet, keyed, within(where, 'question'));
  if (!structure) return null;
  const language = sheet.language(fields, 'language');
  const line = (name: string) => (fields.entries.has(name) ? sheet.line(fields.entries.get(name)!, within(where, name)) : '');
  const tags = sheet.list(fields, 'tags', 1, 100).map((tag) => sheet.line(tag, within(where, 'tags')));
  const texts = readTexts(sheet, fields, structure, language);
  return { structure, language, texts, name: line('name'), externalId: line('id') || null, tags, category: line('category') };
}

function readTexts(sheet: Sheet, fields: Fields, structure: Written['structure'], original: string): Written['texts'] {
  const where = within(fields.where, 'texts');
  const all = sheet.map(fields.entries.get('texts'), where);
  const expected = new Map([...questionWords(structure)].map(([key, need]) => [key.slice(`questions.${KEY}.`.length), need]));
  const texts: Written['texts'] = {};
  for (const [language, branch] of all.entries) {
    if (!isLanguage(language)) {
      sheet.note('content.problem.bad-value', branch.line, { name: where, value: language, allowed: LANGUAGES.join(', ') });
      continue;
    }
    const words: QuestionTexts = {};
    for (const [key, word] of sheet.map(branch, within(where, language)).entries) {
      const source = word.kind === 'scalar' && word.value !== null ? tidy(word.source) : '';
      const kind = unshowable(source);
      const isMore = /^gaps\.[^.]+\.answers\.\d+$/.test(key) && expected.has(key.replace(/\d+$/, '1'));
      if (kind) sheet.note('content.problem.unshowable', word.line, { text: key, kind });
      else if (!expected.has(key) && !isMore) sheet.note('content.problem.unknown-text', word.line, { text: key });
      else if (!isBlank(source)) words[key] = source;
      if (key === 'text') checkGaps(sheet, structure, { text: source, line: word.line });
    }
    texts[language] = words;
  }
  for (const [key, need] of expected) {
    if (need === 'required' && !texts[original as keyof typeof texts]?.[key])
      sheet.note('content.problem.lacks-text', all.line, { text: key });
  }
  return texts;
}
