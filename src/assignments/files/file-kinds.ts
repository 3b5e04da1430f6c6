/** What a file is, told by its bytes and never by its name alone. */
import { FileKind } from '../../content/assignment';

export type Format = 'jpeg' | 'png' | 'webp' | 'pdf' | 'txt' | 'odt' | 'docx';

interface FormatWords {
  kind: FileKind;
  type: string;
  /** What a file of it may be called; the first is what it is called here. */
  endings: readonly string[];
}

export const FORMATS: Readonly<Record<Format, FormatWords>> = {
  jpeg: { kind: 'picture', type: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { kind: 'picture', type: 'image/png', endings: ['png'] },
  webp: { kind: 'picture', type: 'image/webp', endings: ['webp'] },
  pdf: { kind: 'pdf', type: 'application/pdf', endings: ['pdf'] },
  txt: { kind: 'text', type: 'text/plain; charset=utf-8', endings: ['txt', 'md', 'text'] },
  odt: { kind: 'document', type: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  docx: { kind: 'document', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
};

/** The formats of some kinds, in the words of people: JPEG, PNG, … */
export function formatNames(kinds: readonly FileKind[]): string[] {
  const names: Record<FileKind, string[]> = { picture: ['JPEG', 'PNG', 'WebP'], pdf: ['PDF'], text: ['TXT'], document: ['ODT', 'DOCX'] };
  return kinds.flatMap((kind) => names[kind]);
}

/** Endings for the window in which a browser lets somebody choose a file. */
export function acceptedEndings(kinds: readonly FileKind[]): string {
  const wanted = Object.values(FORMATS).filter(({ kind }) => kinds.includes(kind));
  return wanted.flatMap(({ endings }) => endings.map((ending) => `.${ending}`)).join(',');
}

/** The format of a file whose bytes and name agree; null for all others. A name without an ending says nothing. */
export function formatOf(bytes: Uint8Array, name: string): Format | null {
  const format = formatOfBytes(bytes);
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  if (!format || ending === undefined) return format;
  const agrees = FORMATS[format].endings.includes(ending);
  const otherPicture =
    FORMATS[format].kind === 'picture' && (['jpeg', 'png', 'webp'] as const).some((one) => FORMATS[one].endings.includes(ending));
  return agrees || otherPicture ? format : null; // phones name pictures after what they were before
}

function formatOfBytes(bytes: Uint8Array): Format | null {
  if (begins(bytes, 0, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (begins(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (says(bytes, 0, 'RIFF') && says(bytes, 8, 'WEBP')) return 'webp';
  if (says(bytes, 0, '%PDF-')) return 'pdf';
  if (says(bytes, 0, 'PK\x03\x04')) return packed(bytes);
  return isText(bytes) ? 'txt' : null;
}

/** Of packed files those whose contents say what they are; one that holds programs is none of them. */
function packed(bytes: Uint8Array): Format | null {
  if (
    says(bytes, 30, 'mimetypeapplication/vnd.oasis.opendocument.text') &&
    !holds(bytes, 'mimetypeapplication/vnd.oasis.opendocument.text-')
  )
    return holds(bytes, 'Basic/') || holds(bytes, 'Scripts/') ? null : 'odt';
  const word = holds(bytes, '[Content_Types].xml') && holds(bytes, 'word/document.xml');
  return word && !holds(bytes, 'vbaProject') ? 'docx' : null;
}

function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() !== '' && !/(?![\n\r\t\f])\p{Cc}/u.test(text);
  } catch {
    return false;
  }
}

const begins = (bytes: Uint8Array, at: number, signs: readonly number[]) => signs.every((sign, i) => bytes[at + i] === sign);
const codes = (words: string) => [...words].map((letter) => letter.charCodeAt(0));
const says = (bytes: Uint8Array, at: number, words: string) => begins(bytes, at, codes(words));

function holds(bytes: Uint8Array, words: string): boolean {
  const signs = codes(words);
  for (let at = bytes.indexOf(signs[0]!); at >= 0; at = bytes.indexOf(signs[0]!, at + 1)) if (begins(bytes, at, signs)) return true;
  return false;
}
