/**
 * What is baked into a picture of a badge: a text in a PNG (https://www.imsglobal.org/spec/ob/v3p0/#png) or an element in an SVG
 * (https://www.imsglobal.org/spec/ob/v3p0/#svg), under the words of Open Badges 3 and of Open Badges 2. Pictures are never drawn here.
 */
import { crc32 } from 'node:zlib';

/** Every text that was baked in, or why the picture cannot be read. */
export type Baked = { texts: string[] } | { problem: 'damaged' | 'packed' };

const KEYWORDS = ['openbadgecredential', 'openbadges'];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const MOST_CHUNKS = 20_000;

export const isPng = (bytes: Uint8Array): boolean => PNG.every((byte, i) => bytes[i] === byte);

export function bakedInPng(file: Uint8Array): Baked {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const texts: string[] = [];
  for (let at = PNG.length, chunks = 0; chunks < MOST_CHUNKS; chunks++) {
    if (at + 12 > bytes.length) return { problem: 'damaged' };
    const length = bytes.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) return { problem: 'damaged' };
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IEND') return { texts };
    if (type === 'iTXt' || type === 'tEXt') {
      const text = textIn(bytes.subarray(at + 8, end), type);
      if (text === 'packed') return { problem: 'packed' };
      if (text && crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return { problem: 'damaged' };
      if (text) texts.push(text.text);
    }
    at = end + 4;
  }
  return { problem: 'damaged' };
}

/** The text of a chunk whose keyword is ours. Packed ones are refused: nobody bakes them, and they can swell. */
function textIn(chunk: Buffer, type: 'iTXt' | 'tEXt'): { text: string } | 'packed' | null {
  const keyword = chunk.indexOf(0);
  if (keyword < 0 || !KEYWORDS.includes(chunk.toString('latin1', 0, keyword))) return null;
  if (type === 'tEXt') return { text: chunk.toString('latin1', keyword + 1) };
  if (chunk[keyword + 1] !== 0) return 'packed';
  const language = chunk.indexOf(0, keyword + 3);
  const translated = language < 0 ? -1 : chunk.indexOf(0, language + 1);
  return translated < 0 ? null : { text: chunk.toString('utf8', translated + 1) };
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
    const end = rest.indexOf('>');
    const closed = rest[end - 1] === '/' ? end : rest.indexOf(`</openbadges:${opening[1]}`, end);
    if (end < 0 || closed < 0) return { problem: 'damaged' };
    const text = contentOf(rest.slice(end + 1, closed)).trim() || attributeIn(rest.slice(0, end));
    if (text) texts.push(text);
    rest = rest.slice(closed);
  }
  return { problem: 'damaged' };
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
