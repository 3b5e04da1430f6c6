/**
 * Pictures that carry a credential (https://www.imsglobal.org/spec/ob/v3p0#baked-badge). What is baked in is ASCII: some wallets take a
 * picture's text for Latin-1, and JSON can spell every letter without any other.
 */
import { crc32 } from 'node:zlib';

/** Pictures larger than this are not looked at. */
export const LARGEST_PICTURE = 5_000_000;

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const KEYWORD = 'openbadgecredential';
/** What Open Badges 2 calls it; pictures from elsewhere still have it. */
const OLD_KEYWORD = 'openbadges';
const NAMESPACE = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';
const TAG = 'openbadges:credential';
const OLD_TAG = 'openbadges:assertion';

export class Unbakeable extends Error {}

/** The picture with the credential in it; one that was in it before is gone. Throws `Unbakeable` for what is no sound PNG. */
export function bakePng(png: Buffer, json: string): Buffer {
  const chunks = chunksOf(png);
  if (!chunks) throw new Unbakeable('Not a sound PNG');
  const text = Buffer.concat([Buffer.from(`${KEYWORD}\0\0\0\0\0`), Buffer.from(ascii(json))]);
  const [header, ...rest] = chunks.filter((chunk) => ![KEYWORD, OLD_KEYWORD].includes(keywordOf(chunk) ?? ''));
  return Buffer.concat([SIGNATURE, ...[header!, { type: 'iTXt', data: text }, ...rest].map(written)]);
}

/** What was baked into it; null when there is nothing, more than one, something packed, or a mistake anywhere in the file. */
export function unbakePng(png: Buffer): string | null {
  const chunks = chunksOf(png) ?? [];
  for (const keyword of [KEYWORD, OLD_KEYWORD]) {
    const found = chunks.filter((chunk) => keywordOf(chunk) === keyword);
    if (found.length) return found.length === 1 ? textOf(found[0]!) : null;
  }
  return null;
}

interface Chunk {
  type: string;
  data: Buffer;
}

function chunksOf(png: Buffer): Chunk[] | null {
  if (png.length > LARGEST_PICTURE || !png.subarray(0, 8).equals(SIGNATURE)) return null;
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= png.length;) {
    const length = png.readUInt32BE(at);
    if (at + 12 + length > png.length) return null;
    const body = png.subarray(at + 4, at + 8 + length);
    if (crc32(body) !== png.readUInt32BE(at + 8 + length)) return null;
    chunks.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4) });
    if (chunks[0]!.type !== 'IHDR') return null;
    if (chunks.at(-1)!.type === 'IEND') return chunks;
    at += 12 + length;
  }
  return null;
}

function written({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function keywordOf({ type, data }: Chunk): string | null {
  return ['iTXt', 'tEXt', 'zTXt'].includes(type) ? data.toString('latin1', 0, Math.max(0, data.indexOf(0))) : null;
}

/** After the keyword: packed or not, how, the language, the keyword in that language, and the text. */
function textOf({ type, data }: Chunk): string | null {
  const keyword = data.indexOf(0);
  if (type === 'tEXt') return data.toString('latin1', keyword + 1);
  if (type !== 'iTXt' || data[keyword + 1] !== 0) return null;
  const language = data.indexOf(0, keyword + 3);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  return translated < 0 ? null : utf8(data.subarray(translated + 1));
}

/** The drawing with the credential in it. Throws `Unbakeable` for what is no SVG with something in it. */
export function bakeSvg(svg: string, json: string): string {
  const bare = unbaked(svg);
  const start = bare.length > LARGEST_PICTURE ? -1 : (/<svg[\s>]/.exec(bare)?.index ?? -1);
  const end = start < 0 ? -1 : endOfTag(bare, start);
  if (end < 0 || bare[end - 1] === '/') throw new Unbakeable('Not an SVG with something in it');
  const opening = bare.slice(start, end);
  const space = opening.includes('xmlns:openbadges=') ? '' : ` ${NAMESPACE}`;
  const credential = `<${TAG}><![CDATA[${ascii(json).replaceAll(']]>', ']]\\u003e')}]]></${TAG}>`;
  return `${bare.slice(0, start)}${opening}${space}>${credential}${bare.slice(end + 1)}`;
}

/** What was baked into it, a token included; null when there is nothing. */
export function unbakeSvg(svg: string): string | null {
  if (svg.length > LARGEST_PICTURE) return null;
  const element = elementIn(svg, TAG) ?? elementIn(svg, OLD_TAG);
  if (!element) return null;
  const token = /\sverify\s*=\s*"([^"]*)"/.exec(element.opening)?.[1];
  const body = element.body.trim();
  const text = body.startsWith('<![CDATA[') && body.endsWith(']]>') ? body.slice(9, -3).trim() : plainText(body);
  return text || token || null;
}

function unbaked(svg: string): string {
  if (svg.length > LARGEST_PICTURE) return svg;
  const element = elementIn(svg, TAG);
  return element ? unbaked(svg.slice(0, element.start) + svg.slice(element.end)) : svg;
}

function elementIn(svg: string, tag: string): { start: number; end: number; opening: string; body: string } | null {
  const start = svg.indexOf(`<${tag}`);
  const opened = start < 0 ? -1 : endOfTag(svg, start);
  if (opened < 0) return null;
  const opening = svg.slice(start, opened);
  if (opening.endsWith('/')) return { start, end: opened + 1, opening, body: '' };
  const closing = svg.indexOf(`</${tag}>`, opened);
  return closing < 0 ? null : { start, end: closing + tag.length + 3, opening, body: svg.slice(opened + 1, closing) };
}

/** Where the tag that begins at `start` is closed: what stands in quotation marks does not count. */
function endOfTag(svg: string, start: number): number {
  let quote = '';
  for (let at = start; at < svg.length; at++) {
    const character = svg[at]!;
    if (quote) quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plainText = (body: string) => body.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => NAMED[name]!);

const ascii = (json: string) => json.replace(/[^\n\r\t -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
