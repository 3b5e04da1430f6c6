/** The number of a certificate: 80 random bits as sixteen characters of Crockford's base 32 (https://www.crockford.com/base32.html), printed in fours. */
import { westernDigits } from '../kernel/digits';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARACTERS = 16;
const LONGEST_TYPED = 300; // room for a whole address with the number in it

const inFours = (characters: string): string => characters.replace(/(.{4})(?=.)/g, '$1-');

/** A new number. `bytes` are sixteen random ones, of which five bits each are used. */
export function newCode(bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(CHARACTERS))): string {
  return inFours(Array.from(bytes.subarray(0, CHARACTERS), (byte) => ALPHABET[byte & 31]).join(''));
}

/**
 * The number that was meant: any case, any spaces and dashes, any digits of the seven languages, O for 0, I and L for 1, and also the
 * whole address of a certificate's public page. Null when it cannot be a number of ours.
 */
export function normalise(typed: string): string | null {
  if (typed.length > LONGEST_TYPED) return null;
  const characters = westernDigits(typed.normalize('NFKC'))
    .replace(/^.*\/verify\/|[?#].*$/g, '')
    .replace(/[\s\p{Z}\p{Pd}\p{Cf}\u2212_.]/gu, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return characters.length === CHARACTERS && [...characters].every((character) => ALPHABET.includes(character))
    ? inFours(characters)
    : null;
}
