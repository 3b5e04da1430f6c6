/** A file of questions in whichever format it is. */
import { looksLikeAiken, readAiken } from './aiken';
import { readGift } from './gift';
import type { ReadFile } from './imported';

export type QuestionFormat = 'gift' | 'aiken';

/** Judged by what stands in it: names of files say little. */
export function formatOf(file: string): QuestionFormat {
  return looksLikeAiken(file) ? 'aiken' : 'gift';
}

export function readQuestions(file: string, format: QuestionFormat = formatOf(file)): ReadFile {
  return format === 'aiken' ? readAiken(file) : readGift(file);
}
