/** A plain letter taken apart for its other form: paragraphs of lines, lines of words and links. Nothing in it is markup. */
export type Paragraph = Line[];
export type Line = Piece[];

export interface Piece {
  text: string;
  /** Where it leads, when it is an address. */
  link: string | null;
}

/** An address ends before the sign that ends its sentence, and before what isolates it from another direction of writing. */
const ADDRESS = /https?:\/\/[^\s<>"\u2066-\u2069]*[^\s<>"\u2066-\u2069.,:;!?()[\]'’»]/g;

export function paragraphsOf(text: string): Paragraph[] {
  const blocks = text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n\s*/);
  return blocks.map((block) => block.trim()).flatMap((block) => (block ? [block.split('\n').map((line) => piecesOf(line.trimEnd()))] : []));
}

function piecesOf(line: string): Line {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: address, index } of line.matchAll(ADDRESS)) {
    if (index > at) pieces.push({ text: line.slice(at, index), link: null });
    pieces.push({ text: address, link: address });
    at = index + address.length;
  }
  if (at < line.length || !pieces.length) pieces.push({ text: line.slice(at), link: null });
  return pieces;
}
