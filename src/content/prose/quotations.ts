/** Quotations: a last line that begins with an em dash names the source and becomes the footer. */
import { Token, token } from './parser';

export function withFooters(tokens: Token[]): Token[] {
  const result: Token[] = [];
  for (const next of tokens) {
    if (next.type === 'blockquote_close') moveSource(result);
    result.push(next);
  }
  return result;
}

/** Takes the source off the paragraph that ends the list, if it has one, and adds it as a footer. */
function moveSource(tokens: Token[]): void {
  const inline = tokens.at(-1)?.type === 'paragraph_close' ? tokens.at(-2) : undefined;
  const children = inline?.children ?? [];
  const at = sourceStart(children);
  if (!inline || at === null) return;
  const source = children.slice(at);
  source[0]!.content = source[0]!.content.slice(2);
  inline.children = children.slice(0, Math.max(at - 1, 0));
  if (at === 0) tokens.length -= 3;
  tokens.push(
    token('footer_open', 'footer', 1, { block: true }),
    token('inline', '', 0, { children: source, block: true, map: inline.map }),
    token('footer_close', 'footer', -1, { block: true }),
  );
}

/** Where the last line starts, when it names a source. */
function sourceStart(children: readonly Token[]): number | null {
  const start = children.findLastIndex(({ type }) => type === 'softbreak' || type === 'hardbreak') + 1;
  const first = children[start];
  return first?.type === 'text' && first.content.startsWith('— ') ? start : null;
}
