import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Workbooks } from '../cohorts/roster/reading/workbooks.service';
import type { Language } from '../kernel/language';
import type { Phrases } from '../languages/phrases';
import { readBytes } from '../quizzes/bank-files/reading';
import { MOST_BYTES, severityOf } from '../quizzes/formats/read-file';
import { refuse, type Result } from './result';

interface Wanted {
  check?: boolean;
  json?: boolean;
  language: Language;
}

/** Reads a file of questions and lists its problems by line; ends with 1 when there are any. */
export async function importQuiz(file: string, { check, json, language }: Wanted, phrases: Phrases): Promise<Result> {
  if (!check) return refuse('Only --check is there: questions are taken in on the page of a chapter’s questions.');
  const bytes = bytesOf(file);
  if (!(bytes instanceof Uint8Array)) return refuse(bytes.why);
  const { questions, problems: found } = await readBytes(bytes, basename(file), language, new Workbooks());
  const say = phrases.in(language);
  const problems = found.map((problem) => {
    const { line, key, details } = problem;
    const path = typeof details.path === 'string' && details.path ? `${details.path}: ` : '';
    return { line, message: `${path}${say(key, details)}`, severity: severityOf(problem) };
  });
  const lines = problems.map(({ line, severity, message }) => `${file}:${line} ${severity}: ${message}`);
  const said = json ? JSON.stringify({ questions, problems }, null, 2) : [...lines, `${questions.length} questions`].join('\n');
  return { code: problems.length ? 1 : 0, said };
}

function bytesOf(file: string): Uint8Array | { why: string } {
  try {
    if (statSync(file).size > MOST_BYTES) return { why: `${file} is larger than ${MOST_BYTES / 1_000_000} MB` };
    return readFileSync(file);
  } catch (error) {
    return { why: `${file} cannot be read: ${(error as Error).message}` };
  }
}
