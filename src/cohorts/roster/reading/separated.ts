/** Text in rows and cells, with whatever stands between them: a column copied from a spreadsheet, a file with commas, a list. */

/** What people and programs put between cells, the surest first. */
export const SEPARATORS = ['\t', ';', '；', '؛', '|', ',', '，', '،', '、'] as const;
export type Separator = (typeof SEPARATORS)[number];

export interface Line {
  /** The line of the text on which it begins, from 1. */
  number: number;
  raw: string;
  cells: string[];
}

interface Cell {
  cell: string;
  /** Where what comes after it stands. */
  end: number;
}

/** The rows of a text (RFC 4180 with any separator): quotation marks hold separators and line ends together, two of them are one. Empty rows are left out. */
export function separated(text: string, separator: Separator | null): Line[] {
  const lines: Line[] = [];
  let at = 0;
  let number = 1;
  while (at < text.length) {
    const { cells, end } = row(text, at, separator);
    const raw = text.slice(at, end);
    if (raw.trim()) lines.push({ number, raw: raw.trim(), cells: cells.map((cell) => cell.trim()) });
    number += raw.split('\n').length;
    at = end + 1;
  }
  return lines;
}

/** The cells from `at` on, and where the line end after them stands. */
function row(text: string, at: number, separator: Separator | null): { cells: string[]; end: number } {
  let lineEnd = endOfLine(text, at);
  if (separator === null) return { cells: [text.slice(at, lineEnd)], end: lineEnd };
  const cells: string[] = [];
  for (let place = at; ;) {
    const quoted: Cell | null = /^[ \u00a0]*"/.test(text.slice(place, place + 8)) ? quotedCell(text, place, separator) : null;
    const { cell, end }: Cell = quoted ?? plainCell(text, place, separator, lineEnd);
    cells.push(cell);
    if (end > lineEnd) lineEnd = endOfLine(text, end); // a quoted cell went on to the next line
    if (text[end] !== separator) return { cells, end };
    place = end + 1;
  }
}

function plainCell(text: string, at: number, separator: Separator, lineEnd: number): Cell {
  const next = text.indexOf(separator, at);
  const end = next < 0 || next > lineEnd ? lineEnd : next;
  return { cell: text.slice(at, end), end };
}

/** Null when the quotation mark is not closed at the end of a cell: then it is a sign like any other. */
function quotedCell(text: string, at: number, separator: Separator): Cell | null {
  const LONGEST = 2_000; // a mark that is never closed does not take the rest of the text with it
  const open = text.indexOf('"', at);
  for (let close = open + 1; (close = text.indexOf('"', close)) >= 0 && close - open < LONGEST; close += 2) {
    if (text[close + 1] === '"') continue;
    const after = /^[ \u00a0]*/.exec(text.slice(close + 1, close + 9))![0].length;
    const end = close + 1 + after;
    if (end < text.length && text[end] !== separator && text[end] !== '\n') return null;
    return {
      cell: text
        .slice(open + 1, close)
        .replaceAll('""', '"')
        .replace(/\n/g, ' '),
      end,
    };
  }
  return null;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
