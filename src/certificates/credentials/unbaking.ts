/**
 * What is baked into a picture of a badge: a text in a PNG (https://www.imsglobal.org/spec/ob/v3p0/#png) or an element in an SVG
 * (https://www.imsglobal.org/spec/ob/v3p0/#svg), under the words of Open Badges 3 and of Open Badges 2. Pictures are never drawn here.
 */
import { type Chunk, chunksOf, keywordOf } from './png';

/** Every text that was baked in, or why the picture cannot be read. */
export type Baked = { texts: string[] } | { problem: 'damaged' | 'packed' };

/** The one that is baked today, and the one of Open Badges 2; pictures from elsewhere still have it. */
export const KEYWORDS = ['openbadgecredential', 'openbadges'];

/** Only what carries a credential has to be sound; programs are careless with the rest. */
export function bakedInPng(file: Uint8Array): Baked {
  const chunks = chunksOf(file);
  if (!chunks) return { problem: 'damaged' };
  const texts: string[] = [];
  for (const chunk of chunks.filter((one) => KEYWORDS.includes(keywordOf(one) ?? ''))) {
    const text = chunk.sound ? textOf(chunk) : 'damaged';
    if (typeof text === 'string') return { problem: text };
    texts.push(text.text);
  }
  return { texts };
}

/** After the keyword: packed or not, how, the language, the keyword in it, the text. Packed ones are refused: nobody bakes them, and they can swell. */
function textOf({ type, data }: Chunk): { text: string } | 'damaged' | 'packed' {
  const keyword = data.indexOf(0);
  if (type === 'tEXt') return { text: data.toString('latin1', keyword + 1) };
  if (type === 'zTXt' || data[keyword + 1] !== 0) return 'packed';
  const language = data.indexOf(0, keyword + 3);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  const text = translated < 0 ? null : utf8(data.subarray(translated + 1));
  return text === null ? 'damaged' : { text };
}

function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export const isSvg = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>|<!--|<!DOCTYPE|<svg)/i.test(text.slice(0, 1000)) && /<svg[\s>]/.test(text);

const OPENING = /<openbadges:(credential|assertion)(?=[\s/>])/;
const MOST_ELEMENTS = 10;

export function bakedInSvg(svg: string): Baked {
  if (!/<\/svg\s*>\s*$/.test(svg.slice(-1000))) return { problem: 'damaged' };
  const texts: string[] = [];
  let rest = svg;
  for (let elements = 0; elements < MOST_ELEMENTS; elements++) {
    const opening = OPENING.exec(rest);
    if (!opening) return { texts };
    rest = rest.slice(opening.index + opening[0].length);
    const end = endOfTag(rest, 0);
    const closed = rest[end - 1] === '/' ? end : rest.indexOf(`</openbadges:${opening[1]}`, end);
    if (end < 0 || closed < 0) return { problem: 'damaged' };
    const text = contentOf(rest.slice(end + 1, closed)).trim() || attributeIn(rest.slice(0, end));
    if (text) texts.push(text);
    rest = rest.slice(closed);
  }
  return { problem: 'damaged' };
}

/** Where the tag that begins before or at `start` is closed: what stands in quotation marks does not count. */
export function endOfTag(svg: string, start: number): number {
  let quote = '';
  for (let at = start; at < svg.length; at++) {
    const character = svg[at]!;
    if (quote) quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
}

function attributeIn(words: string): string {
  const [, double, single] = /\bverify\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(words) ?? [];
  return plain(double ?? single ?? '');
}

/** What stands in an element: character data as it is, everything else with its five signs resolved. */
function contentOf(content: string): string {
  const parts = content.split(/(<!\[CDATA\[[\s\S]*?\]\]>)/);
  return parts.map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : plain(part))).join('');
}

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const plain = (text: string): string => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, sign: string) => SIGNS[sign]!);
