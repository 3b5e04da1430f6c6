/** The headings of a lesson: their stable ids are written `{#id}`, and their levels begin below the page's own heading. */
import { isKey } from '../package';
import { lineOf, Note, Token } from './parser';

export interface Heading {
  id: string | null;
  level: number;
  text: string;
}

/** Sets ids and levels in place and lists the headings in their order. */
export function markHeadings(tokens: Token[], note: Note): Heading[] {
  const found: Heading[] = [];
  tokens.forEach((open, index) => {
    if (open.type !== 'heading_open') return;
    const level = markLevel(open, tokens[index + 2]!, found.at(-1)?.level ?? 1, note);
    const id = takeId(tokens[index + 1]!, note);
    if (id === null && level === 2) note('content.problem.heading-without-id', lineOf(open));
    const known = id !== null && found.some((heading) => heading.id === id);
    if (known) note('content.problem.heading-twice', lineOf(open), { id });
    const own = known ? null : id || null;
    if (own) open.attrSet('id', own);
    found.push({ id: own, level, text: plainText(tokens[index + 1]!) });
  });
  return found;
}

function markLevel(open: Token, close: Token, before: number, note: Note): number {
  const written = Number(open.tag.slice(1));
  if (written === 1) {
    note('content.problem.heading-too-high', lineOf(open));
    open.tag = close.tag = 'h2';
  }
  const level = Math.max(written, 2);
  if (level > before + 1) note('content.problem.heading-skips', lineOf(open), { before, level });
  return level;
}

/** The id, taken out of the heading's text: null when there is none, empty when it cannot be used. */
function takeId(inline: Token, note: Note): string | null {
  const last = inline.children?.at(-1);
  const at = last?.type === 'text' && last.content.endsWith('}') ? last.content.lastIndexOf('{#') : -1;
  if (!last || at < 0) return null;
  const id = last.content.slice(at + 2, -1);
  last.content = last.content.slice(0, at).trimEnd();
  if (isKey(id) && !id.startsWith('g-')) return id; // g- belongs to the glossary
  note('content.problem.heading-bad-id', lineOf(inline), { id });
  return '';
}

function plainText(inline: Token): string {
  return inline.children!.map((child) => (child.type === 'softbreak' ? ' ' : child.content)).join('');
}
