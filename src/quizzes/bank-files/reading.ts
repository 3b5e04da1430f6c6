/** Files of questions as they arrive: bytes of any kind, told apart by how they begin. Text is UTF-8, or UTF-16 that says so. */
import { isArchive } from '../../cohorts/roster/reading/workbook';
import type { Language } from '../../kernel/language';
import { readQtiPackage } from '../formats/qti-package';
import { formatOf, MOST_BYTES, readQuestions, type ReadQuestions, refused, taken, type TextFormat } from '../formats/read-file';
import { entriesOf } from '../../content/folders/zip';

/** Whoever can read a workbook as text. */
interface ReadsWorkbooks {
  read(
    bytes: Uint8Array,
  ): Promise<{ text: string; problem: null } | { problem: 'file-kind' | 'file-old' | 'file-locked' | 'file-broken' | 'file-large' }>;
}

/** What a file is: a text, a package, or nothing that can be read. */
export type Source = { text: string; format?: TextFormat } | { package: Uint8Array } | { problem: ReadQuestions };

/** What a file holds, and its text where it has one that can be mended. */
export type ReadUpload = ReadQuestions & { text: string | null };

export async function readBytes(bytes: Uint8Array, name: string, language: Language, workbooks: ReadsWorkbooks): Promise<ReadUpload> {
  return readSource(await sourceOf(bytes, workbooks), name, language);
}

export async function sourceOf(bytes: Uint8Array, workbooks: ReadsWorkbooks): Promise<Source> {
  if (bytes.length > MOST_BYTES) return { problem: refused('gift', 'formats.problem.file-large') };
  if (isArchive(bytes)) {
    if (isPackage(bytes)) return { package: bytes };
    const read = await workbooks.read(bytes);
    return read.problem ? { problem: refused('table', `formats.problem.${read.problem}`) } : { text: read.text, format: 'table' };
  }
  const text = textOf(bytes);
  if (text !== null) return { text };
  return { problem: refused('gift', looksBinary(bytes) ? 'formats.problem.file-kind' : 'formats.problem.not-utf8') };
}

export function readSource(source: Source, name: string, language: Language): ReadUpload {
  if ('problem' in source) return { ...source.problem, text: null };
  if ('package' in source) return { ...taken('qti', readQtiPackage(source.package), language), text: null };
  const { text, format = formatOf(text, name) } = source;
  return { ...readQuestions(text, language, name, format), text };
}

/** An archive that is no workbook. */
function isPackage(bytes: Uint8Array): boolean {
  const paths = bytes[0] === 0x50 ? entriesOf(bytes)?.map(({ path }) => path) : [];
  return paths === undefined || (paths.length > 0 && !paths.some((path) => /^(?:xl\/|content\.xml$|\[Content_Types\]\.xml$)/.test(path)));
}

/** Null for what is no Unicode: to guess would change letters without saying so. */
function textOf(bytes: Uint8Array): string | null {
  const [a, b] = bytes;
  const wide = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Bytes of a picture or a program rather than of a text in another encoding. */
const looksBinary = (bytes: Uint8Array): boolean => bytes.subarray(0, 4_000).some((byte) => byte < 9 || (byte > 13 && byte < 27));
