import { parseArgs } from 'node:util';
import type { Phrases } from '../languages/phrases';
import { importQuiz } from './import-quiz';

export interface Result {
  /** 0: done, 1: something is wrong in what was given, 2: the command was not understood */
  code: 0 | 1 | 2;
  said: string;
  complaint?: string;
}

const USAGE = `chapterhouse import quiz FILE --check [--json] [--language fr]
  Reads a file of questions (GIFT or Aiken) and says what is wrong in it. Nothing is taken in.`;

/** What one command line does. */
export function run(words: string[], phrases: Phrases): Result {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { check: { type: 'boolean' }, json: { type: 'boolean' }, language: { type: 'string' }, help: { type: 'boolean' } },
    });
    const [verb, thing, file, ...more] = positionals;
    if (values.help) return { code: 0, said: USAGE };
    if (verb === 'import' && thing === 'quiz' && file && !more.length) return importQuiz(file, values, phrases);
    return { code: 2, said: '', complaint: USAGE };
  } catch (error) {
    return { code: 2, said: '', complaint: `${(error as Error).message}\n${USAGE}` };
  }
}
