/** A file of questions as it is looked at before anything is taken in: read, mended where somebody asked for it, and with the text that a page carries. */
import type { Language } from '../../kernel/language';
import { tooMuch } from '../bank/limits';
import { writeBankFile } from '../formats/bank-file';
import type { ReadQuestions } from '../formats/read-file';
import { LONGEST_CARRIED } from './body';
import { type Mending, mended, mendingOf } from './mending';
import { readSource, type Source } from './reading';

/** What is to be looked at. */
export interface Asked {
  source: Source;
  name: string;
  language: Language;
  /** The number of a problem that is mended before, counted from 0; `all`, or nothing. */
  fix: string;
}

/** What was found. */
export interface Found extends ReadQuestions {
  /** To be changed on the page; null where it is too long for one. */
  text: string | null;
  name: string;
  /** One for each problem, where mending is certain. */
  mendings: (Mending | null)[];
}

export function lookedAt({ source, name, language, fix }: Asked): Found {
  const { text, ...read } = readSource('text' in source ? withFix(source, name, language, fix) : source, name, language);
  const checked = checkedSizes(read);
  const own = text?.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '') ?? null;
  const carried = own !== null && own.length <= LONGEST_CARRIED ? own : checked.writtens.length ? writeBankFile(checked.writtens) : '';
  const lines = carried === own ? carried.split('\n') : null;
  return {
    ...checked,
    text: carried.length > LONGEST_CARRIED ? null : carried,
    name: lines ? name : 'questions.yml',
    mendings: checked.problems.map((problem) => (lines ? mendingOf(problem, lines) : null)),
  };
}

function withFix<S extends Extract<Source, { text: string }>>(source: S, name: string, language: Language, fix: string): S {
  if (!fix) return source;
  const lines = source.text.split('\n');
  const all = readSource(source, name, language).problems.map((problem) => mendingOf(problem, lines));
  const wanted = fix === 'all' ? all : [all[Number(fix)]];
  const certain = wanted.filter((one) => one !== null && one !== undefined);
  return { ...source, text: mended(source.text, certain) };
}

/** What the bank would refuse is said with its line before anything is taken in. */
function checkedSizes(read: ReadQuestions): ReadQuestions {
  const found = read.writtens.map((written) => tooMuch(written));
  if (!found.some(Boolean)) return read;
  const problems = found.flatMap((each, at) =>
    each ? [{ line: read.questions[at]!.line, key: each.key as 'formats.problem.too-long', details: each.details }] : [],
  );
  const kept = <T>(all: T[]) => all.filter((_, at) => !found[at]);
  return {
    ...read,
    questions: kept(read.questions),
    writtens: kept(read.writtens),
    problems: [...read.problems, ...problems].sort((a, b) => a.line - b.line),
  };
}
