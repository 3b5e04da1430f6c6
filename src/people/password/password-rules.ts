/**
 * What a password must be: long, not on the lists that are tried first, not the name of this place.
 * No rules about kinds of characters (NIST SP 800-63B, 5.1.1.2).
 */
export const SHORTEST = 12;
export const LONGEST = 128;

export type PasswordProblem = 'too-short' | 'too-long' | 'common' | 'names-us';

const OURS = ['chapterhouse'];
/**
 * The first thing wrong with a password, or null. Lengths count code points; `context` are words that belong to the person, such as their e-mail;
 * `guessable` says whether it is among those that are tried first.
 */
export function passwordProblem(
  password: string,
  context: readonly string[],
  guessable: (password: string, context: readonly string[]) => boolean,
): PasswordProblem | null {
  const length = [...password].length;
  if (length < SHORTEST) return 'too-short';
  if (length > LONGEST) return 'too-long';
  const plain = password.normalize('NFKC').toLowerCase();
  if (OURS.some((word) => plain.includes(word))) return 'names-us';
  return guessable(password, [...OURS, ...context]) ? 'common' : null;
}
