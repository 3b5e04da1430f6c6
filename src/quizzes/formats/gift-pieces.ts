/** The pieces of a GIFT question: texts with their markup, and answers cut apart at marks. */
import { plain } from './gift-blocks';
import type { ImportProblemKey } from './import-problems';
import type { Choice, Details, Markup } from './imported';

/** Says what is wrong at a place of a block. */
export type Tell = (place: number, key: ImportProblemKey, details?: Details) => void;

const MARKUPS: Record<string, Markup> = { html: 'html', moodle: 'auto', plain: 'plain', markdown: 'markdown' };

/** A text and how it is marked up, which a tag at its very beginning can say. */
export function marked(piece: string, usual: Markup, unknown?: () => void): { text: string; markup: Markup } {
  const [tag, word = ''] = /^\s*\[([^\]\n]*)\]/.exec(piece) ?? [];
  if (tag && Object.hasOwn(MARKUPS, word)) return { text: plain(piece.slice(tag.length)), markup: MARKUPS[word]! };
  if (/^(?:html|moodle|plain|markdown|text|md|tex|latex)$/i.test(word.trim())) unknown?.();
  return { text: plain(piece), markup: usual };
}

interface Piece {
  /** `=`, `~` or nothing, for what stands before the first of them */
  mark: string;
  text: string;
  place: number;
}

/** A text cut at each of some marks; a beginning without one is left out when it is blank. */
export function pieces(text: string, marks: RegExp, at: number): Piece[] {
  const cuts = [...text.matchAll(new RegExp(marks, 'g'))].map(({ index }) => index);
  const first = text.slice(0, cuts[0] ?? text.length);
  const found = cuts.map((cut, i) => ({ mark: text[cut]!, text: text.slice(cut + 1, cuts[i + 1] ?? text.length), place: at + cut }));
  return first.trim() ? [{ mark: '', text: first, place: at }, ...found] : found;
}

/** An answer and what is said to whoever gives it: the first `#` parts them. */
export function answer(piece: string, percent: number, usual: Markup): Choice {
  const cut = piece.indexOf('#');
  const feedback = cut < 0 ? '' : marked(piece.slice(cut + 1), usual).text;
  return { text: marked(cut < 0 ? piece : piece.slice(0, cut), usual).text, percent, feedback };
}
