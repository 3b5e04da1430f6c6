/** The name on a certificate: letters of any script with their marks, digits, spaces and punctuation; shown to anyone who has the certificate. */
import { graphemes } from '../kernel/text';
import { unprintable } from './printing/coverage';

export const LONGEST_NAME = 120;
const MOST_UNITS = 600; // letters may carry several marks; this is what the column holds

const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff]/g; // they come along when a name is copied, and change nothing one can see
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{Zs}\u200c\u200d`´]*$/u; // the joiners are part of Persian and Indic spelling
const EMOJI_MARKS = /[\u20e3\ufe0f]/;

/** The name as it is kept and printed: NFC, single spaces, nothing invisible but joiners. */
export function printedName(typed: string): string {
  return typed.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

export type NameProblem = 'missing' | 'long' | 'characters' | 'letters';

/** Why a name cannot be printed, or null. */
export function nameProblem(typed: string): NameProblem | null {
  const name = printedName(typed);
  if (name.length > MOST_UNITS || graphemes(name) > LONGEST_NAME) return 'long';
  if (!PRINTABLE.test(name) || EMOJI_MARKS.test(name)) return 'characters';
  if (!/\p{L}/u.test(name)) return 'missing';
  return unprintable(name).length ? 'letters' : null;
}
