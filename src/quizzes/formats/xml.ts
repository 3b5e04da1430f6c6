/**
 * The border to saxes: the one file that imports it. XML becomes small trees that remember their lines. A file with a DOCTYPE is refused, so that
 * it can name no other file and define no words that unfold.
 */
import { SaxesParser } from 'saxes';

export interface Element {
  /** without a prefix */
  name: string;
  attributes: Record<string, string>;
  line: number;
  children: (Element | string)[];
}

export type XmlFault = 'formats.problem.xml-broken' | 'formats.problem.xml-doctype' | 'formats.problem.xml-deep';

const DEEPEST = 40;

export function readXml(text: string): { root: Element; fault: null } | { root: null; fault: { line: number; key: XmlFault } } {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: Element[] = [];
  let root: Element | null = null;
  let fault: { line: number; key: XmlFault } | null = null;
  const stop = (key: XmlFault) => {
    fault ??= { line: parser.line, key };
    throw fault; // nothing more is read
  };
  parser.on('error', () => stop('formats.problem.xml-broken'));
  parser.on('doctype', () => stop('formats.problem.xml-doctype'));
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= DEEPEST) stop('formats.problem.xml-deep');
    const bare = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [withoutPrefix(key), value]));
    const element: Element = { name: withoutPrefix(name), attributes: bare, line: parser.line, children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const add = (part: string) => void open.at(-1)?.children.push(part);
  parser.on('text', add);
  parser.on('cdata', add);
  try {
    parser.write(text.replace(/^\ufeff/, '')).close();
  } catch (error) {
    if (!fault) throw error;
  }
  if (fault) return { root: null, fault };
  return root ? { root, fault: null } : { root: null, fault: { line: 1, key: 'formats.problem.xml-broken' } };
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

export const isElement = (one: Element | string): one is Element => typeof one !== 'string';

/** The children with a name, or all that are elements. */
export function within(element: Element | undefined, name?: string): Element[] {
  return (element?.children ?? []).filter(isElement).filter((one) => !name || one.name === name);
}

export const first = (element: Element | undefined, name: string): Element | undefined => within(element, name)[0];

/** Every element below, in the order of the file. */
export function everyBelow(element: Element, name: string): Element[] {
  return within(element).flatMap((one) => [...(one.name === name ? [one] : []), ...everyBelow(one, name)]);
}

/** All words in an element and below. */
export function wordsOf(element: Element | undefined): string {
  return (element?.children ?? []).map((one) => (isElement(one) ? wordsOf(one) : one)).join('');
}

/** What is to be written: an element, or words. */
export type Piece = string | [name: string, attributes: Record<string, string | number>, ...children: Piece[]];

/** As a file: elements on lines of their own, words exactly as they are. */
export function writeXml(root: Piece): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;
}

function written(piece: Piece, indent: string): string {
  if (typeof piece === 'string') return escapedXml(piece);
  const [name, attributes, ...children] = piece;
  const said = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapedXml(String(value)).replace(/[\n\t]/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`,
  );
  const tag = `${name}${said.join('')}`;
  if (!children.length) return `<${tag}/>`;
  if (children.some((child) => typeof child === 'string'))
    return `<${tag}>${children.map((child) => written(child, '')).join('')}</${name}>`;
  return `<${tag}>\n${children.map((child) => `${indent}  ${written(child, `${indent}  `)}\n`).join('')}${indent}</${name}>`;
}

export function escapedXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
}
