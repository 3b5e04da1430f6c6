/** What is held about a person as one HTML file that needs nothing else: a heading and a table for each kind of thing. */
export type Row = Record<string, unknown>;

interface Words {
  language: string;
  direction: string;
  title: string;
  nothing: string;
  /** What a section is called. */
  section(name: string): string;
}

export function dataSheet(sections: Record<string, Row[]>, { language, direction, title, nothing, section }: Words): string {
  const parts = Object.entries(sections).map(
    ([name, rows]) => `<h2>${escaped(section(name))}</h2>\n${rows.length ? tableOf(rows) : `<p>${escaped(nothing)}</p>`}`,
  );
  return `<!doctype html>\n<html lang="${language}" dir="${direction}">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title></head>\n<body>\n<h1>${escaped(title)}</h1>\n${parts.join('\n')}\n</body>\n</html>\n`;
}

function tableOf(rows: Row[]): string {
  const names = Object.keys(rows[0]!);
  const head = names.map((name) => `<th scope="col">${escaped(name)}</th>`).join('');
  const body = rows.map((row) => `<tr>${names.map((name) => `<td dir="auto">${escaped(said(row[name]))}</td>`).join('')}</tr>`);
  return `<table border="1">\n<tr>${head}</tr>\n${body.join('\n')}\n</table>`;
}

function said(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
