/** A file of questions in whichever format it is. */
import { looksLikeAiken, readAiken } from './aiken';
import { readGift } from './gift';
import { IMPORT_PROBLEMS, type ReadFile } from './imported';

export type QuestionFormat = 'gift' | 'aiken';

/** Judged by what stands in it: names of files say little. */
export function formatOf(file: string): QuestionFormat {
  return looksLikeAiken(file) ? 'aiken' : 'gift';
}

export function readQuestions(file: string, format: QuestionFormat = formatOf(file)): ReadFile {
  return format === 'aiken' ? readAiken(file) : readGift(file);
}

/** Whether something keeps a question out. */
export function hasErrors({ problems }: Pick<ReadFile, 'problems'>): boolean {
  return problems.some(({ key }) => IMPORT_PROBLEMS[key] === 'error');
}
