/** A file of questions in whichever format it is. */
import type { Language } from '../../kernel/language';
import { PROBLEMS } from '../../content/problem';
import type { Written } from '../questions/written';
import { looksLikeAiken, readAiken } from './aiken';
import { looksLikeBankFile, readBankFile } from './bank-file';
import { fromBank } from './from-bank';
import { readGift } from './gift';
import { IMPORT_PROBLEMS, type ImportProblemKey } from './import-problems';
import type { Imported, ImportProblem, ReadFile } from './imported';
import { intoBank } from './into-bank';
import { looksLikeList, readList } from './list';
import { readMoodle } from './moodle-reader';
import { readQtiItem } from './qti-reader';
import { readTable, separatorOfTable } from './table';

export type TextFormat = 'gift' | 'aiken' | 'moodle' | 'list' | 'table' | 'yaml' | 'qti-item';
export type QuestionFormat = TextFormat | 'qti';

/** As the bank takes it; with the file's own view of each question, for whoever looks at it before. */
export interface ReadQuestions {
  format: QuestionFormat;
  questions: Imported[];
  /** one for each of the questions */
  writtens: Written[];
  problems: ImportProblem[];
}

/** More lines than this are not looked at: nobody has written so many questions. */
export const MOST_LINES = 200_000;
export const MOST_BYTES = 5_000_000;
export const MOST_QUESTIONS = 5_000;

const BY_NAME: [RegExp, TextFormat][] = [
  [/\.gift$/i, 'gift'],
  [/\.ya?ml$/i, 'yaml'],
  [/\.(?:csv|tsv|tab)$/i, 'table'],
  [/\.md$/i, 'list'],
];

/** Judged by what stands in it, and by its name only where that leaves a doubt. */
export function formatOf(file: string, name = ''): TextFormat {
  const text = file.replace(/^\ufeff/, '');
  if (/^\s*<(?:\?xml|!DOCTYPE|!--|[a-z])/i.test(text))
    return /<(?:qti-assessment-item|assessmentItem)[\s>]/.test(text.slice(0, 5_000)) ? 'qti-item' : 'moodle';
  if (looksLikeBankFile(text)) return 'yaml';
  if (separatorOfTable(text)) return 'table';
  if (looksLikeAiken(text)) return 'aiken';
  const named = BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
  if (named) return named;
  return !/\{[^{}]*\}/.test(text) && !/^\$CATEGORY:/m.test(text) && looksLikeList(text) ? 'list' : 'gift';
}

const READERS: Record<Exclude<TextFormat, 'yaml'>, (text: string) => ReadFile> = {
  gift: readGift,
  aiken: readAiken,
  moodle: readMoodle,
  list: readList,
  table: readTable,
  'qti-item': readQtiItem,
};

export function readQuestions(
  file: string,
  language: Language = 'en',
  name = '',
  format: TextFormat = formatOf(file, name),
): ReadQuestions {
  const lines = countLines(file);
  if (lines > MOST_LINES || file.length > MOST_BYTES) return refused(format, 'formats.problem.too-long', { lines, most: MOST_LINES });
  if (format === 'yaml') {
    const { writtens, lines: at, problems } = readBankFile(file);
    const questions = fromBank(writtens).questions.map((question, index) => ({ ...question, line: at[index]! }));
    return idsOnce({ format, questions, writtens, problems });
  }
  return taken(format, READERS[format](file), language);
}

/** What a reader found, as the bank takes it. */
export function taken(format: QuestionFormat, { questions, problems }: ReadFile, language: Language): ReadQuestions {
  if (questions.length > MOST_QUESTIONS)
    return refused(format, 'formats.problem.too-many-questions', { questions: questions.length, most: MOST_QUESTIONS });
  const into = questions.map((question) => intoBank(question, language));
  const lost = into.flatMap((each, at) =>
    each.lost.map((kind): ImportProblem => ({ line: questions[at]!.line, key: `formats.problem.${kind}`, details: {} })),
  );
  const inOrder = [...problems, ...lost].sort((a, b) => a.line - b.line);
  return idsOnce({ format, questions, writtens: into.map(({ written }) => written), problems: inOrder });
}

/** The bank knows an id once; of two questions with the same one, the later is left out. */
function idsOnce(read: ReadQuestions): ReadQuestions {
  const ids = new Set<string>();
  const problems = [...read.problems];
  const keep = read.questions.map(({ id, line }) => {
    if (id === null || !ids.has(id)) return ids.add(id ?? '');
    problems.push({ line, key: 'formats.problem.id-twice', details: { id } });
    return false;
  });
  if (problems.length === read.problems.length) return read;
  const kept = <T>(all: T[]) => all.filter((_, at) => keep[at]);
  return { ...read, questions: kept(read.questions), writtens: kept(read.writtens), problems: problems.sort((a, b) => a.line - b.line) };
}

export const refused = (format: QuestionFormat, key: ImportProblemKey, details: ImportProblem['details'] = {}): ReadQuestions => ({
  format,
  questions: [],
  writtens: [],
  problems: [{ line: 1, key, details }],
});

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** An error leaves its question out; a warning says what it was read as. */
export function severityOf({ key }: ImportProblem): 'error' | 'warning' {
  return ({ ...IMPORT_PROBLEMS, ...PROBLEMS } as Record<string, 'error' | 'warning'>)[key] ?? 'error';
}
