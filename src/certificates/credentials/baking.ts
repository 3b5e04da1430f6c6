/**
 * Baking a credential into a picture (https://www.imsglobal.org/spec/ob/v3p0#baked-badge). What is baked in is ASCII: some wallets take a
 * picture's text for Latin-1, and JSON can spell every letter without any other.
 */
import { chunksOf, keywordOf, LARGEST_PICTURE, pngOf } from './png';
import { endOfTag, KEYWORDS } from './unbaking';

const NAMESPACE = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';
const TAG = 'openbadges:credential';

export class Unbakeable extends Error {}

/** The picture with the credential in it; one that was in it before is gone. Throws `Unbakeable` for what is no sound PNG. */
export function bakePng(png: Buffer, json: string): Buffer {
  const chunks = chunksOf(png);
  if (!chunks?.every(({ sound }) => sound)) throw new Unbakeable('Not a sound PNG');
  const data = Buffer.concat([Buffer.from(`${KEYWORDS[0]}\0\0\0\0\0`), Buffer.from(ascii(json))]);
  const [header, ...rest] = chunks.filter((chunk) => !KEYWORDS.includes(keywordOf(chunk) ?? ''));
  return pngOf([header!, { type: 'iTXt', data }, ...rest]);
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

function unbaked(svg: string): string {
  if (svg.length > LARGEST_PICTURE) return svg;
  const start = svg.indexOf(`<${TAG}`);
  const opened = start < 0 ? -1 : endOfTag(svg, start);
  if (opened < 0) return svg;
  const closing = `</${TAG}>`;
  const end = svg[opened - 1] === '/' ? opened + 1 : svg.indexOf(closing, opened) + closing.length;
  return end > opened ? unbaked(svg.slice(0, start) + svg.slice(end)) : svg;
}

const ascii = (json: string) => json.replace(/[^\n\r\t -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
