import { type Entry, entriesOf } from '../../../content/folders/zip';

/** Workbooks (XLSX): what a file is, which of its parts are needed, and its cells as text in rows. */

export type WorkbookProblem = 'file-kind' | 'file-old' | 'file-locked' | 'file-broken' | 'file-large';

/** A value as a workbook holds it. */
export type Cell = string | number | boolean | Date | null;

export interface Sheet {
  sheet: string;
  data: Cell[][];
}

/** What all needed parts may weigh when they are unpacked, in bytes; a list of 500 people has a fraction of it. */
export const LARGEST_WORKBOOK = 3 * 1024 * 1024;
/** Beyond these no list goes; a single cell far out would make the rows before it, too. */
const MOST_COLUMNS = 256;
const LAST_ROW = 100_000;

const NEEDED = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i;

/** Whether it begins as a workbook does, or as another kind of spreadsheet; text never does. */
export function isArchive(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6]) || isCompound(bytes);
}

/** The needed parts of a workbook, or why it is none. Macros, pictures and whatever else is in it are left where they are. */
export function partsOfWorkbook(bytes: Uint8Array): Entry[] | WorkbookProblem {
  if (isCompound(bytes)) return holds(bytes, 'EncryptedPackage') ? 'file-locked' : 'file-old';
  const entries = entriesOf(bytes);
  if (!entries) return 'file-broken';
  const has = (path: RegExp) => entries.some((one) => path.test(one.path));
  if (!has(/^xl\/workbook\.xml$/)) return has(/^(?:content\.xml|xl\/workbook\.bin)$/) ? 'file-old' : 'file-kind';
  const parts = entries.filter(({ path }, at) => NEEDED.test(path) && entries.findIndex((one) => one.path === path) === at);
  return parts.some(({ locked }) => locked) ? 'file-locked' : parts;
}

/** Whether a sheet, as it is written, stays within what a list may be. */
export function isModest(xml: string): boolean {
  for (const [, column = '', row = ''] of xml.matchAll(/\br\s*=\s*["']([A-Za-z]*)(\d*)["']/g)) {
    if (Number(row) > LAST_ROW || columnNumber(column) > MOST_COLUMNS) return false;
  }
  return true;
}

/** The first sheet with anything in it, and whether there are more of them; null when all are empty. */
export function firstFilled(sheets: readonly Sheet[]): { sheet: Sheet; several: boolean } | null {
  const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => said(cell) !== '')));
  return filled[0] ? { sheet: filled[0], several: filled.length > 1 } : null;
}

/** Rows as text, with tabs between the cells: each on the line that has its number. */
export function tabbed(rows: readonly Cell[][]): string {
  return rows.map((row) => row.map((cell) => quoted(said(cell))).join('\t')).join('\n');
}

function said(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell).replace(/\s+/gu, ' ').trim();
}

const quoted = (text: string) => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text);

/** A is 1, Z is 26, AA is 27; too many letters are too many columns. */
function columnNumber(letters: string): number {
  if (letters.length > 3) return Infinity;
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Files of old Office programs, and of new ones behind a password (MS-CFB). */
const isCompound = (bytes: Uint8Array) => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);

/** Whether a word stands in it as UTF-16. */
function holds(bytes: Uint8Array, word: string): boolean {
  return new TextDecoder('latin1').decode(bytes).includes([...word].map((letter) => `${letter}\0`).join(''));
}
