/** A name in Latin letters beside one in another script. */
import { nameProblem, printedName } from '../printed-name';

const LATIN = /^[\p{Script=Latin}\p{M}\p{Zs}.,'’‘ʼʻ`´\p{Pd}]*$/u;

export type LatinProblem = 'letters' | 'long';

/** Why it cannot be printed as such, or null; to leave it out is no problem. */
export function latinProblem(typed: string): LatinProblem | null {
  const name = printedName(typed);
  if (!name) return null;
  if (nameProblem(name) === 'long') return 'long';
  return LATIN.test(name) && /\p{Script=Latin}/u.test(name) ? null : 'letters';
}
