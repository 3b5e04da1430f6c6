/** Files that hold a certificate, and files that only look as if they did, as they are made elsewhere. */
import { crc32, deflateSync } from 'node:zlib';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function chunk(type: string, content: Buffer | string, sum?: number): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(content)]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  crc.writeUInt32BE(sum ?? crc32(body));
  return Buffer.concat([length, body, crc]);
}

export const baked = (text: string, keyword = 'openbadgecredential', packed = 0): Buffer =>
  chunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0`), Buffer.from([packed, 0]), Buffer.from('\0\0'), Buffer.from(text)]));

/** One white dot, with what is baked into it. */
export function png(...chunks: Buffer[]): Buffer {
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([PNG, chunk('IHDR', head), ...chunks, chunk('IDAT', deflateSync(Buffer.from([0, 255]))), chunk('IEND', '')]);
}

export const svg = (inside: string): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" viewBox="0 0 9 9">${inside}<path d="M0 0h9"/></svg>\n`,
  );

export const cdata = (text: string, element = 'credential'): string => `<openbadges:${element}><![CDATA[${text}]]></openbadges:${element}>`;

/** A stream of a PDF as Typst writes it. */
export function attached(content: Buffer | string, words = '/Type /EmbeddedFile', packed = true): Buffer {
  const body = packed ? deflateSync(Buffer.from(content)) : Buffer.from(content);
  const filter = packed ? '\n  /Filter /FlateDecode' : '';
  const head = `29 0 obj\n<<\n  /Length ${body.length}\n  ${words}${filter}\n  /Subtype /application#2Fvc\n  /Params <<\n    /Size ${content.length}\n  >>\n>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\nendstream\nendobj\n\n')]);
}

export const pdf = (...parts: Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n%\x80\x80\n'),
    ...parts,
    Buffer.from('30 0 obj\n<<\n  /Names << /EmbeddedFiles << /Names [] >> >>\n>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF'),
  ]);
