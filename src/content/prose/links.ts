/** The links of a lesson: to the web, to mail, to a heading of the same lesson, to a term of its glossary. Anything else stays text. */
import { Heading } from './headings';
import { lineOf, Note, Token } from './parser';

const TERM = '#term-';

/** Marks links in place, and turns links to terms that the glossary does not have back into plain text. */
export function markLinks(tokens: Token[], knows: (term: string) => boolean, note: Note): void {
  for (const inline of tokens) {
    if (!inline.children) continue;
    let dropped = false;
    inline.children = inline.children.filter((child) => {
      if (child.type === 'link_open') {
        dropped = !markLink(child, knows);
        if (dropped) note('content.problem.unknown-term', lineOf(inline), { term: addressOf(child).slice(TERM.length) });
      }
      return !(dropped && (child.type === 'link_open' || child.type === 'link_close'));
    });
  }
}

/** False for a link to an unknown term. */
function markLink(open: Token, knows: (term: string) => boolean): boolean {
  const address = addressOf(open);
  if (address.startsWith(TERM)) {
    const term = address.slice(TERM.length);
    if (!knows(term)) return false;
    open.attrs = [
      ['class', 'term'],
      ['href', `#g-${term}`],
    ];
    open.meta = { term };
  } else if (/^https?:/i.test(address)) {
    open.attrs = [
      ['href', address],
      ['rel', 'noreferrer'],
    ];
  }
  return true;
}

/** Notes links within the lesson that lead to no heading. */
export function checkAnchors(tokens: Token[], headings: readonly Heading[], note: Note): void {
  const ids = new Set(headings.map(({ id }) => id));
  for (const inline of tokens) {
    for (const child of inline.children ?? []) {
      const address = child.type === 'link_open' && !child.meta ? addressOf(child) : '';
      if (address.startsWith('#') && !ids.has(address.slice(1))) {
        note('content.problem.unknown-heading', lineOf(inline), { id: address.slice(1) });
      }
    }
  }
}

/** The terms that an inline text uses, in order. */
export function termsOf(inline: Token): string[] {
  return (inline.children ?? []).flatMap((child) => {
    const { term } = (child.meta ?? {}) as { term?: string };
    return term === undefined ? [] : [term];
  });
}

function addressOf(link: Token): string {
  return String(link.attrGet('href') ?? '');
}
