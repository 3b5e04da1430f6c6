/** Short answers that were typed: whether they fit what an author foresaw. `*` stands for anything, `\\*` for itself, as in Moodle. */
import { westernDigits } from '../../kernel/digits';
import { comparable, samelySpelt } from '../../kernel/text';

/** Linear in both lengths, so that no pattern can keep anybody waiting. */
export function fits(typed: string, pattern: string, matchCase: boolean): boolean {
  const form = (text: string) => (matchCase ? samelySpelt : comparable)(westernDigits(text));
  const [first = '', ...rest] = pattern.split(/(?<!\\)\*/).map((piece) => form(piece.replaceAll('\\*', '*')));
  const text = form(typed);
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  return inSequence(text.slice(first.length, text.length - last.length), rest);
}

function inSequence(text: string, pieces: readonly string[]): boolean {
  let from = 0;
  for (const piece of pieces) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}
