import { graphemes, isBlank, unshowable } from '../../../kernel/text';
import { addressesIn, bare, isAddress } from './address';
import { type Columns, columnsOf, headings } from './columns';
import { nameIn, peopleOn } from './line';
import { type Line, separated, type Separator, SEPARATORS } from './separated';

/** A roster as it is pasted: people with an address and perhaps a name, out of a table, a list or a chat, in any script. */
export interface Read {
  /** The line of what was pasted, from 1. */
  line: number;
  raw: string;
  name: string;
  email: string;
}

export type Problem = 'no-address' | 'address' | 'name' | 'characters';

export const MOST_ROWS = 500;
/** In bytes of UTF-8. */
export const LONGEST_TEXT = 256 * 1024;
export const LONGEST_NAME = 200;
const LONGEST_RAW = 400;

/** What chats put before a line: when it was written. */
const STAMP =
  /^[[(]?\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[,،，]?[ \u00a0\u202f]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[ \u00a0\u202f]*(?:[ap]\.?\s?m\.?)?[\])]?[ \u00a0]*(?:[-–—][ \u00a0]*)?/gimu;

/** Signs without width that copying brings along: marks of direction, the mark at the beginning of a file. */
const COPIED_ALONG = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u061c]/g;

/** The people in a text, in its order. Nothing is left out: what cannot be read has a problem (`problemOf`). */
export function readRoster(text: string): Read[] {
  const clean = text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(COPIED_ALONG, '')
    .replace(STAMP, '')
    .normalize('NFC');
  const separator = separatorOf(clean);
  const lines = separated(clean, separator);
  const said = separator && lines[0] ? headings(lines[0].cells) : headings([lines[0]?.raw ?? '']);
  const rows = said ? lines.slice(1) : lines;
  const columns =
    separator &&
    columnsOf(
      rows.map(({ cells }) => cells),
      said,
    );
  return rows.flatMap((line) => peopleIn(line, columns)).map(trimmed);
}

/** What keeps somebody from being invited, or null. */
export function problemOf({ name, email }: Pick<Read, 'name' | 'email'>): Problem | null {
  if (unshowable(name) || unshowable(email)) return 'characters';
  if (!email) return 'no-address';
  if (!isAddress(email)) return 'address';
  return graphemes(name) > LONGEST_NAME || (name !== '' && isBlank(name)) ? 'name' : null;
}

/** A name or an address that was typed into its own field. */
export function typedName(text: string): string {
  return text.replace(COPIED_ALONG, '').replace(/\s+/gu, ' ').trim();
}

export function typedEmail(text: string): string {
  return bare(text.replace(COPIED_ALONG, ''));
}

/** What stands between the cells: what gives most rows the same number of cells, more than one. Null for lines that are no table. */
function separatorOf(text: string): Separator | null {
  const scores = SEPARATORS.filter((one) => text.includes(one)).map((one) => {
    const lines = separated(text, one);
    const counts = new Map<number, number>();
    for (const { cells } of lines) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    const [cells = 1, rows = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    return { one, score: cells > 1 && !listed(lines) ? rows / lines.length : 0 };
  });
  const best = scores.sort((a, b) => b.score - a.score)[0]; // of two that are as good, the surer sign
  return best && best.score >= 0.6 ? best.one : null;
}

/** Whether the cells are people rather than columns: in most rows every cell has an address. */
function listed(lines: readonly Line[]): boolean {
  const lists = lines.filter(({ cells }) => {
    const filled = cells.filter(Boolean);
    return filled.length > 1 && filled.every((cell) => addressesIn(cell).length);
  });
  return lists.length > lines.length / 2;
}

function peopleIn({ number, raw, cells }: Line, columns: Columns | null): Read[] {
  if (!columns) return peopleOn(raw).map((person) => ({ line: number, raw, ...person }));
  const cell = cells[columns.email] ?? '';
  const found = addressesIn(cell);
  if (!cell && addressesIn(raw).length) return peopleOn(raw).map((person) => ({ line: number, raw, ...person })); // a cell too few or too many
  const email = found[0] ?? cell;
  const beside = columns.names.map((place) => cells[place] ?? '').filter(Boolean);
  const inside = found.length ? nameIn(cell.replace(email, ' ').replace(/mailto:/i, ' ')) : '';
  const parts = [...beside.map(nameIn), ...(beside.length && columns.names.length > 1 ? [] : [inside])].filter(Boolean);
  const name = [...new Set(parts)].join(parts.every((part) => /\p{Script=Han}$/u.test(part)) ? '' : ' ');
  return [{ line: number, raw, name, email: bare(email) }];
}

function trimmed({ line, raw, name, email }: Read): Read {
  const shown = raw
    .slice(0, LONGEST_RAW)
    .replace(/\s*\t\s*/g, ' · ')
    .replace(/(?!\n)\p{Cc}/gu, '\ufffd');
  return {
    line,
    raw: shown.toWellFormed(),
    name: typedName(storable(name)),
    email: storable(email).slice(0, 320).toWellFormed(),
  };
}

/** Signs that no database keeps, as the sign for what cannot be shown. */
const storable = (text: string): string =>
  text
    .slice(0, 4_000)
    .toWellFormed()
    .replace(/\p{Cc}/gu, (sign) => (/\s/.test(sign) ? ' ' : '\ufffd'));
