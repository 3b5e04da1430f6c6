import { readFileSync, statSync } from 'node:fs';
import type { Language } from '../kernel/language';
import type { Phrases } from '../languages/phrases';
import { IMPORT_PROBLEMS } from '../quizzes/formats/import-problems';
import { readQuestions } from '../quizzes/formats/read-file';
import { refuse, type Result } from './result';

const MOST_BYTES = 5_000_000;

interface Wanted {
  check?: boolean;
  json?: boolean;
  language: Language;
}

/** Reads a file of questions and lists its problems by line; ends with 1 when there are any. */
export function importQuiz(file: string, { check, json, language }: Wanted, phrases: Phrases): Result {
  if (!check) return refuse('Only --check is there: questions cannot be taken in by command yet.');
  const text = textOf(file);
  if (typeof text !== 'string') return refuse(text.why);
  const { questions, problems: found } = readQuestions(text);
  const say = phrases.in(language);
  const problems = found.map(({ line, key, details }) => ({ line, message: say(key, details), severity: IMPORT_PROBLEMS[key] }));
  const lines = problems.map(({ line, severity, message }) => `${file}:${line} ${severity}: ${message}`);
  const said = json ? JSON.stringify({ questions, problems }, null, 2) : [...lines, `${questions.length} questions`].join('\n');
  return { code: problems.length ? 1 : 0, said };
}

function textOf(file: string): string | { why: string } {
  try {
    if (statSync(file).size > MOST_BYTES) return { why: `${file} is larger than ${MOST_BYTES / 1_000_000} MB` };
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    return { why: error instanceof TypeError ? `${file} is not UTF-8 text` : `${file} cannot be read: ${(error as Error).message}` };
  }
}
