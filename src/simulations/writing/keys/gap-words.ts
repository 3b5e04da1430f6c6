/** The text of a clause, in which `{{slot}}` stands where something can change. */
import { pieces } from '../../../content/gaps';

/** With words where a slot stood. */
export function gapFilled(text: string, slot: string, words: string): string {
  return rewritten(text, (gap) => (gap === slot ? words : null));
}

/** With another name for a slot. */
export function gapRenamed(text: string, from: string, to: string): string {
  return rewritten(text, (gap) => (gap === from ? `{{${to}}}` : null));
}

function rewritten(text: string, instead: (gap: string) => string | null): string {
  return pieces(text)
    .map((piece) => ('text' in piece ? piece.text : (instead(piece.gap) ?? `{{${piece.gap}}}`)))
    .join('');
}
