/** Texts as files hold them: one kind of line end, nothing that no text can have; and names made from stems. */

const NAME_LENGTH = 60;
/** Control characters but for line ends and tabs, and code points that are no characters. */
const UNUSABLE = /(?![\n\t])\p{Cc}|[\ufdd0-\ufdef\ufffe\uffff]/gu;

/** The beginning of a stem on one line. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return [...line].length <= NAME_LENGTH ? line : `${[...line].slice(0, NAME_LENGTH - 1).join('')}…`;
}

/** A text that every format can hold: line ends as \n, no spaces at its ends, only characters that exist. */
export function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n|[\r\u2028\u2029]/g, '\n')
    .replace(UNUSABLE, '')
    .trim();
}

/** The same on one line. */
export const onOneLine = (text: string): string => cleaned(text).replace(/\s+/g, ' ').trim();
