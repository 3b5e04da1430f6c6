/** What people type: counted as they see it, tidied without changing what it says, compared across scripts. */

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many characters a reader sees: a family emoji or a letter with its marks is one. */
export function graphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}

/** The characters that a reader sees, one by one. */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Bytes as UTF-8; null when they are anything else. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Unicode NFC, line ends as \n, no spaces at either end. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

/** True when nothing in it can be seen: empty, only spaces, only zero-width characters. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cf}\p{Zs}\u115f\u1160\u2800\u3164]*$/u.test(text);
}

export type Unshowable = 'control' | 'surrogate' | 'direction-override';

/** The first kind of character that cannot be shown truthfully, or null. Line breaks and tabs are fine. */
export function unshowable(text: string): Unshowable | null {
  if (!text.isWellFormed() || text.includes('\ufffd')) return 'surrogate';
  if (/[\u202a-\u202e\u2066-\u2069]/.test(text)) return 'direction-override';
  if (/(?![\n\r\t])\p{Cc}/u.test(text)) return 'control';
  return null;
}

/** A form for comparing what was typed: compatibility forms, case, Arabic vowel signs, tatweel and alef variants do not count. */
export function comparable(text: string): string {
  return samelySpelt(text.normalize('NFKC').toLowerCase());
}

/** `comparable`, for where capitals matter. */
export function samelySpelt(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u064b-\u0652\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

const wordSegmenters = new Map<string | undefined, Intl.Segmenter>();

/** How many words a text has, in scripts without spaces too; in its own language, where that is known. */
export function wordsIn(text: string, language?: string): number {
  const segmenter = wordSegmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  wordSegmenters.set(language, segmenter);
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count++;
  return count;
}
