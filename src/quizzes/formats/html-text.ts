/** HTML as other systems keep it, as plain text: paragraphs and lists stay, everything that only looks different goes, and is told. */
import { withoutEntities } from './html-entities';

/** What plain text cannot hold. */
export type HtmlLoss = 'picture' | 'media' | 'style' | 'table' | 'script';

const BLOCKS =
  /^(?:p|div|section|article|header|footer|ul|ol|dl|dt|dd|table|tr|h[1-6]|blockquote|pre|figure|figcaption|hr|form|details|summary|main|center)$/;
const STYLES = /^(?:b|strong|i|em|u|s|strike|del|ins|mark|sub|sup|code|kbd|font|small|big|tt|h[1-6])$/;
const MEDIA = /^(?:audio|video|iframe|object|embed|svg|canvas|math|applet)$/;
const SILENT = /^(?:script|style|noscript|template|title|head)$/;
const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi;

export const looksLikeHtml = (text: string): boolean => /<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]{2,8}\d?);/i.test(text);

/** `lines`: line ends of the source count, as in texts that are half HTML. */
export function textOfHtml(html: string, lines = false): { text: string; lost: HtmlLoss[] } {
  const lost = new Set<HtmlLoss>();
  const out: string[] = [];
  const lists: { number: number | null }[] = [];
  const links: { href: string; from: number }[] = [];
  let silent: string | null = null;
  let at = 0;
  const words = (part: string) => {
    const text = withoutEntities(part);
    if (!silent && part) out.push(text.replace(lines ? /[ \t\u00a0]+/g : /[ \t\n\r\f]+/g, ' '));
  };
  const clean = html.replace(/[\ufdd1-\ufdd3]/g, '');
  for (const { 0: whole, 1: closing, 2: tag, 3: rest, index } of clean.matchAll(TAG)) {
    words(clean.slice(at, index));
    at = index + whole.length;
    const name = tag?.toLowerCase();
    if (!name) continue; // a comment
    if (silent) {
      if (closing && name === silent) silent = null;
    } else if (SILENT.test(name)) {
      if (!closing) silent = name;
      if (name === 'script') lost.add('script');
    } else if (!closing) opened(name, attributesIn(rest ?? ''));
    else closed(name);
  }
  words(clean.slice(at));
  return { text: tidied(out.join('')), lost: [...lost] };

  function opened(name: string, attributes: Record<string, string>): void {
    if (name === 'br') out.push('\n');
    else if (name === 'img') {
      lost.add('picture');
      out.push(attributes.alt ? `[${attributes.alt}]` : '');
    } else if (name === 'li') {
      const list = lists.at(-1);
      out.push(`\ufdd1${list && list.number !== null ? `${list.number++}. ` : '- '}`);
    } else if (name === 'a') links.push({ href: attributes.href ?? '', from: out.length });
    else if (name === 'td' || name === 'th') out.push(' \ufdd2');
    else if (BLOCKS.test(name)) {
      if (name === 'ul' || name === 'ol') lists.push({ number: name === 'ol' ? 1 : null });
      out.push(name === 'tr' || name === 'dd' ? '\ufdd1' : '\ufdd3');
    }
    if (name === 'table') lost.add('table');
    if (MEDIA.test(name)) lost.add('media');
    if (STYLES.test(name) || /color|font|background|text-decoration/i.test(attributes.style ?? '')) lost.add('style');
  }

  function closed(name: string): void {
    if (name === 'ul' || name === 'ol') lists.pop();
    if (name === 'li') out.push('\ufdd1');
    if (BLOCKS.test(name)) out.push(name === 'tr' ? '\ufdd1' : '\ufdd3');
    const link = name === 'a' ? links.pop() : undefined;
    if (!link || !/^(?:https?:|mailto:)/i.test(link.href)) return;
    const text = out.slice(link.from).join('').trim();
    if (!link.href.includes(text) || !text) out.push(text ? ` (${link.href})` : link.href);
  }
}

function attributesIn(rest: string): Record<string, string> {
  const found = rest.matchAll(/([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi);
  return Object.fromEntries([...found].map(([, name, a, b, c]) => [name!.toLowerCase(), withoutEntities(a ?? b ?? c ?? '')]));
}

/** Of characters that no text has, \ufdd1 begins a line, \ufdd3 a paragraph, \ufdd2 a cell. */
function tidied(text: string): string {
  return text
    .replace(/[ \t\u00a0]*[\ufdd1\ufdd3][\s\ufdd1\ufdd3]*/g, (gap) => (gap.includes('\ufdd3') ? '\n\n' : '\n'))
    .replace(/(^|\n)[ ]*\ufdd2/g, '$1')
    .replaceAll('\ufdd2', '| ')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n[ \t]+/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
