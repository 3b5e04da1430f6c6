/**
 * A small, strict reader of the HTML that we print ourselves. Where a browser would guess, it throws: a tag that is closed out of turn,
 * an attribute that stands twice, a block inside a paragraph.
 */

export interface Element {
  tag: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
  parent: Element | null;
}

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const RAW = new Set(['script', 'style', 'textarea', 'title']);
const ENDS_PARAGRAPH = new Set(
  'address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
);
/** Parts of a sentence; everything else stands apart from its neighbours. */
const INLINE = new Set('a abbr b bdi bdo cite code em i kbd mark q s span strong sub sup time u var wbr'.split(' '));
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', shy: '\u00ad' };

const TOKEN =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>|[^<]+|</gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

export class NotWellFormed extends Error {}

export function parse(html: string): Element {
  const root: Element = { tag: '#document', attributes: {}, children: [], parent: null };
  let open = root;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(html); token; token = TOKEN.exec(html)) {
    const [whole, closing, name, attributes = '', selfClosing] = token;
    const fail = (what: string): never => {
      throw new NotWellFormed(`line ${html.slice(0, token!.index).split('\n').length}: ${what}`);
    };
    if (name === undefined) {
      if (whole === '<') fail('a < that begins no tag');
      if (!whole.startsWith('<')) open.children.push(decoded(whole));
      continue;
    }
    const tag = name.toLowerCase();
    if (closing) {
      if (open.tag !== tag) fail(`</${tag}> while <${open.tag}> is open`);
      open = open.parent!;
      continue;
    }
    if (ENDS_PARAGRAPH.has(tag) && above(open, 'p') && !inSvg(open)) fail(`<${tag}> inside <p>`);
    const element: Element = { tag, attributes: attributesOf(attributes, fail), children: [], parent: open };
    open.children.push(element);
    if (selfClosing && !inSvg(element)) fail(`<${tag}/>`);
    if (VOID.has(tag) || selfClosing) continue;
    open = element;
    if (RAW.has(tag) && !inSvg(element)) {
      const end = html.toLowerCase().indexOf(`</${tag}`, TOKEN.lastIndex);
      if (end < 0) fail(`<${tag}> is never closed`);
      const raw = html.slice(TOKEN.lastIndex, end);
      if (raw) open.children.push(tag === 'textarea' || tag === 'title' ? decoded(raw) : raw);
      TOKEN.lastIndex = end;
    }
  }
  if (open !== root) throw new NotWellFormed(`<${open.tag}> is never closed`);
  return root;
}

function attributesOf(source: string, fail: (what: string) => never): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, double, single, bare] of source.matchAll(ATTRIBUTE)) {
    if (name! in found) fail(`${name} stands twice in one tag`);
    found[name!] = decoded(double ?? single ?? bare ?? '');
  }
  return found;
}

export function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return NAMED[name] ?? whole;
    return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal));
  });
}

/** The nearest element of a kind that encloses this one, itself included. */
export function above(element: Element | null, ...tags: string[]): Element | null {
  for (let one = element; one; one = one.parent) if (tags.includes(one.tag)) return one;
  return null;
}

const inSvg = (element: Element): boolean => above(element, 'svg') !== null;

/** Everything below an element, in the order of the document. */
export function* all(element: Element, ...tags: string[]): Generator<Element> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (!tags.length || tags.includes(child.tag)) yield child;
    yield* all(child, ...tags);
  }
}

export function first(element: Element, ...tags: string[]): Element | null {
  return all(element, ...tags).next().value ?? null;
}

export const has = (element: Element, attribute: string): boolean => attribute in element.attributes;

/** What an element says, as it is read aloud: without what is hidden from a screen reader, isolates taken away, spaces tidied. */
export function textOf(node: Element | string, except: (element: Element) => boolean = () => false): string {
  return tidied(rawText(node, except));
}

function rawText(node: Element | string, except: (element: Element) => boolean): string {
  if (typeof node === 'string') return node;
  if (has(node, 'hidden') || node.attributes['aria-hidden'] === 'true' || except(node)) return ' ';
  if (['script', 'style', 'template', 'head'].includes(node.tag)) return ' ';
  if (node.tag === 'svg' || node.tag === 'img') return ` ${node.attributes['aria-label'] ?? node.attributes['alt'] ?? ''} `;
  const inside = node.children.map((child) => rawText(child, except)).join('');
  return INLINE.has(node.tag) ? inside : ` ${inside} `;
}

/** Without the isolates that keep writing directions apart, with single spaces. */
export function tidied(text: string): string {
  return text
    .replace(/[\u2066-\u2069\u200e\u200f\u061c]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}
