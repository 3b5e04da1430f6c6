/**
 * The files that are attached to a PDF. Nothing of the document is interpreted: attachments are streams, streams always stand on their own
 * (ISO 32000-1, 7.5.7), and each one says of itself that it is an embedded file.
 */
import { inflateSync } from 'node:zlib';

export type Attachments = { files: Buffer[] } | { problem: 'damaged' | 'packed' };

const MOST = 20;
const MOST_LOOKS = 500;
const LONGEST_WORDS = 2_000; // what a stream says of itself

export const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).includes('%PDF-');

/** Every attachment that weighs at most `largest` bytes when it is unpacked. */
export function attachmentsOf(file: Uint8Array, largest: number): Attachments {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (!bytes.subarray(-2048).includes('%%EOF')) return { problem: 'damaged' };
  const files: Buffer[] = [];
  let looks = 0;
  for (let at = bytes.indexOf('/EmbeddedFile'); at >= 0; at = bytes.indexOf('/EmbeddedFile', at + 1)) {
    if (++looks > MOST_LOOKS) return { problem: 'damaged' };
    const words = wordsAt(bytes, at);
    if (!words) continue;
    if (files.length === MOST) return { problem: 'packed' };
    const content = unpacked(bytes, words, largest);
    if (!Buffer.isBuffer(content)) return { problem: content };
    files.push(content);
  }
  return { files };
}

/** What the stream round this place says of itself, and where its content begins; null where there is only talk of embedded files. */
function wordsAt(bytes: Buffer, at: number): { text: string; start: number } | null {
  const begin = Math.max(0, at - LONGEST_WORDS);
  const near = bytes.toString('latin1', begin, at + LONGEST_WORDS);
  const from = near.lastIndexOf(' obj', at - begin);
  const stream = near.indexOf('stream', at - begin);
  if (from < 0 || stream < 0) return null;
  const text = near.slice(from + 4, stream);
  if (text.includes('endobj') || !/\/Type\s*\/EmbeddedFile(?![A-Za-z])/.test(text)) return null;
  return { text, start: begin + stream + 6 + (near.startsWith('\r\n', stream + 6) ? 2 : 1) };
}

function unpacked(bytes: Buffer, { text, start }: { text: string; start: number }, largest: number): Buffer | 'damaged' | 'packed' {
  const said = /\/Length\s+(\d{1,9})(?!\s+\d+\s+R)\b/.exec(text)?.[1];
  const end = said === undefined ? bytes.indexOf('endstream', start) : start + Number(said);
  if (end < 0 || end > bytes.length || !/^\s*endstream/.test(bytes.toString('latin1', end, end + 20))) return 'damaged';
  const content = bytes.subarray(start, end);
  const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(text)?.[1]?.match(/\w+/g) ?? [];
  if (filter.length === 0) return content.length <= largest ? content : 'packed';
  if (filter.length > 1 || filter[0] !== 'FlateDecode' || text.includes('/DecodeParms')) return 'packed';
  try {
    return inflateSync(content, { maxOutputLength: largest });
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'packed' : 'damaged';
  }
}
