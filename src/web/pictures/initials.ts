/** One or two letters that stand for a name in a small disc. */
import { graphemesOf } from '../../kernel/text';

const CHINESE = /\p{Script=Han}/u;

/**
 * First letters of the first and the last word; of a name in Chinese characters its last two (the given name). Arabic letters
 * are kept apart by a space, because joined they would read as a word. A name without letters gives an empty text.
 */
export function initials(name: string): string {
  const words = name.split(/[\s\u00a0]+/).map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''));
  const spoken = words.filter(Boolean);
  const first = spoken[0];
  if (first === undefined) return '';
  if (CHINESE.test(first)) return graphemesOf(first).slice(-2).join('');
  const letters = [first, ...spoken.slice(1).slice(-1)].map((word) => (graphemesOf(word)[0] as string).toLocaleUpperCase());
  return letters.join(/\p{Script=Arabic}/u.test(first) ? ' ' : '');
}
