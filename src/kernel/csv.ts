/** Tables for spreadsheets (RFC 4180), in which no cell is ever taken for a formula. */

const BYTE_ORDER_MARK = '\ufeff'; // without it a spreadsheet takes UTF-8 for something else

export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A text that begins as formulas do gets an apostrophe before it: a spreadsheet then shows it as it is. Numbers stay numbers. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
