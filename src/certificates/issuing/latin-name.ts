/** A name in Latin letters beside one in another script. */
import { nameProblem, printedName } from '../printed-name';
import { unprintable } from '../printing/coverage';

const LATIN = /^[\p{Script=Latin}\p{M}\p{Zs}.,'’‘ʼʻ`´\p{Pd}]*$/u;

export type LatinProblem = 'letters' | 'long' | 'type';

/** Why it cannot be printed as such, or null; to leave it out is no problem. `type`: rare Latin letters that our faces do not have. */
export function latinProblem(typed: string): LatinProblem | null {
  const name = printedName(typed);
  if (!name) return null;
  if (nameProblem(name) === 'long') return 'long';
  if (!LATIN.test(name) || !/\p{Script=Latin}/u.test(name)) return 'letters';
  return unprintable(name).length ? 'type' : null;
}
