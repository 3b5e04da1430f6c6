/** How a text was reworded: paragraph by paragraph, and word by word where a paragraph is still recognisable. */
import { type Edit, edits } from './edits';

/** A piece of a paragraph as it reads now, with what was there before. */
export interface Piece {
  did: Edit['did'];
  text: string;
}

/** One paragraph that is not what it was. */
export interface Rewritten {
  did: 'changed' | 'added' | 'removed';
  pieces: Piece[];
}

/** Words with the space after them, and each Han character alone, because Chinese has no spaces. */
const WORD = /\p{Script=Han}|[^\s\p{Script=Han}]+\s*|\s+/gu;

/** How much of two paragraphs must be alike to call one a change of the other. */
const ALIKE = 0.4;

/** The paragraphs that differ, in order; a text that is not there is null. */
export function rewording(was: string | null, now: string | null): Rewritten[] {
  const found: Rewritten[] = [];
  let [gone, come]: [string[], string[]] = [[], []];
  const close = () => {
    found.push(...paired(gone, come));
    [gone, come] = [[], []];
  };
  for (const { did, value } of edits(paragraphs(was), paragraphs(now))) {
    if (did === 'stay') close();
    else (did === 'go' ? gone : come).push(value);
  }
  close();
  return found;
}

/** Two lines of text in one, word by word. */
export function wordByWord(was: string, now: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { did, value } of edits(words(was), words(now))) {
    const last = pieces.at(-1);
    if (last?.did === did) last.text += value;
    else pieces.push({ did, text: value });
  }
  return pieces;
}

function paragraphs(text: string | null): string[] {
  return (text ?? '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

const words = (text: string): string[] => text.match(WORD) ?? [];

/** Paragraphs that went and came at the same place: the first for the first, as long as they have something in common. */
function paired(gone: readonly string[], come: readonly string[]): Rewritten[] {
  const one = (did: 'added' | 'removed', text: string): Rewritten => ({
    did,
    pieces: [{ did: did === 'added' ? 'come' : 'go', text }],
  });
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, at): Rewritten[] => {
    const [was, now] = [gone[at], come[at]];
    if (was === undefined) return [one('added', now!)];
    if (now === undefined) return [one('removed', was)];
    const pieces = wordByWord(was, now);
    const same = pieces.reduce((sum, { did, text }) => sum + (did === 'stay' ? text.length : 0), 0);
    return same / Math.max(was.length, now.length) >= ALIKE ? [{ did: 'changed', pieces }] : [one('removed', was), one('added', now)];
  }).flat();
}
