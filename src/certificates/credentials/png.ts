/** The pieces of a PNG (https://www.w3.org/TR/png-3/#5Chunk-layout), without looking at the picture. */
import { crc32 } from 'node:zlib';

/** Pictures larger than this are not looked at. */
export const LARGEST_PICTURE = 5 * 1024 * 1024;

export interface Chunk {
  type: string;
  data: Buffer;
  /** Whether its checksum is right. */
  sound: boolean;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.equals(bytes.subarray(0, SIGNATURE.length));

/** From the header to the end; null for what is cut off, too large, or no PNG. What follows its end is not of the picture. */
export function chunksOf(file: Uint8Array): Chunk[] | null {
  if (file.length > LARGEST_PICTURE || !isPng(file)) return null;
  const png = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + 12 <= png.length;) {
    const length = png.readUInt32BE(at);
    if (at + 12 + length > png.length) return null;
    const body = png.subarray(at + 4, at + 8 + length);
    chunks.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4), sound: crc32(body) === png.readUInt32BE(at + 8 + length) });
    if (chunks[0]!.type !== 'IHDR') return null;
    if (chunks.at(-1)!.type === 'IEND') return chunks;
    at += 12 + length;
  }
  return null;
}

export function pngOf(chunks: readonly Pick<Chunk, 'type' | 'data'>[]): Buffer {
  return Buffer.concat([SIGNATURE, ...chunks.map(written)]);
}

function written({ type, data }: Pick<Chunk, 'type' | 'data'>): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** What a chunk of text is about; null for any other. */
export function keywordOf({ type, data }: Chunk): string | null {
  return ['iTXt', 'tEXt', 'zTXt'].includes(type) ? data.toString('latin1', 0, Math.max(0, data.indexOf(0))) : null;
}
