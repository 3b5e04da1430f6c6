/** A text with gaps: words, and places written `{{gap}}` where something is to be filled in. */

export type Piece = { text: string } | { gap: string };

/** The text in its order, cut at the gaps. */
export function pieces(text: string): Piece[] {
  const cut = text.split(/\{\{\s*([a-z0-9-]+)\s*\}\}/);
  return cut.map((part, index) => (index % 2 ? { gap: part } : { text: part })).filter((piece) => 'gap' in piece || piece.text !== '');
}

/** The keys of the gaps, in the order of the text. */
export function gapsIn(text: string): string[] {
  return pieces(text).flatMap((piece) => ('gap' in piece ? [piece.gap] : []));
}
