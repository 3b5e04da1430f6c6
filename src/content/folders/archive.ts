/**
 * The border to fflate: the one file that imports it. Archives that anybody may have made are looked at by their directory first; each part is
 * unpacked in memory, no further than is allowed for all of them, whatever the archive says of its sizes.
 */
import { Inflate, strFromU8, strToU8, zipSync } from 'fflate';
import { type Entry, entriesOf } from './zip';

export type ArchiveProblem =
  | 'formats.problem.file-broken'
  | 'formats.problem.file-large'
  | 'formats.problem.file-locked'
  | 'formats.problem.package-name'
  | 'formats.problem.package-twice';

/** What all parts together may weigh when they are unpacked, in bytes. */
export const LARGEST_UNPACKED = 20 * 1024 * 1024;
const LARGEST_PART = 5 * 1024 * 1024;
const SLICE = 4096; // at most a thousandfold when unpacked

/** A part of an archive, unpacked; or why it is not. */
export type Part = { text: string; problem: null } | { text: null; problem: ArchiveProblem };

/** The texts in an archive by path, unpacked when they are asked for, all together no more than `most` bytes; or what is wrong with it, and with which part. */
export function opened(
  bytes: Uint8Array,
  most = LARGEST_UNPACKED,
): { part: (path: string) => Part | null; paths: string[] } | { problem: ArchiveProblem; path: string } {
  const entries = entriesOf(bytes);
  if (!entries) return { problem: 'formats.problem.file-broken', path: '' };
  const seen = new Set<string>();
  for (const { path, locked } of entries) {
    if (!isSafe(path)) return { problem: 'formats.problem.package-name', path: shown(path) };
    const key = path.normalize('NFC').toLowerCase();
    if (seen.has(key)) return { problem: 'formats.problem.package-twice', path: shown(path) };
    if (locked) return { problem: 'formats.problem.file-locked', path: shown(path) };
    seen.add(key);
  }
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  let left = most;
  const part = (path: string): Part | null => {
    const entry = byPath.get(path);
    if (!entry) return null;
    const content = unpacked(entry, Math.min(left, LARGEST_PART));
    if (typeof content === 'string') return { text: null, problem: content };
    left -= content.length;
    return { text: decodedXml(content), problem: null };
  };
  return { part, paths: entries.map(({ path }) => path) };
}

/** Whether a name stays within the archive, and is one that people can read. */
function isSafe(path: string): boolean {
  if (path.length > 300 || /[\\\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(path) || /^(?:\/|[a-z]:)/i.test(path)) return false;
  return !path.split('/').includes('..');
}

const shown = (path: string): string => path.slice(0, 80).replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');

function unpacked({ packed, method }: Entry, most: number): Uint8Array | ArchiveProblem {
  if (method === 0) return packed.length <= most ? packed : 'formats.problem.file-large';
  if (method !== 8) return 'formats.problem.file-broken';
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((part) => {
    size += part.length;
    if (size <= most) parts.push(part);
  });
  try {
    for (let at = 0; at < packed.length && size <= most; at += SLICE)
      inflate.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
  } catch {
    return 'formats.problem.file-broken';
  }
  if (size > most) return 'formats.problem.file-large';
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function decodedXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return strFromU8(bytes);
}

/** An archive whose bytes follow from what is in it alone. */
export function packed(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const contents = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, typeof text === 'string' ? strToU8(text) : text]));
  return zipSync(contents, { level: 6, mtime: new Date(Date.UTC(2000, 0, 1, 12)), os: 0 });
}
