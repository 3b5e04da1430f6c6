import { crc32, deflateRawSync } from 'node:zlib';

/** Files of an archive, each with what somebody may tell falsely about it. */
export interface Packed {
  path: string;
  bytes: Buffer;
  /** What the headers say it weighs. */
  said?: number;
  flags?: number;
  method?: number;
}

/** A ZIP archive as spreadsheet programs write it: everything deflated. */
export function zipped(files: Packed[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { path, bytes, said = bytes.length, flags = 0, method = 8 } of files) {
    const [name, packed] = [Buffer.from(path), method === 8 ? deflateRawSync(bytes) : bytes];
    const facts = Buffer.alloc(16);
    facts.writeUInt32LE(crc32(bytes), 0);
    facts.writeUInt32LE(packed.length, 4);
    facts.writeUInt32LE(said, 8);
    facts.writeUInt16LE(name.length, 12);
    const begin = Buffer.alloc(10);
    begin.writeUInt16LE(20, 0);
    begin.writeUInt16LE(flags, 2);
    begin.writeUInt16LE(method, 4);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    local.push(Buffer.from('504b0304', 'hex'), begin, facts, name, packed);
    central.push(Buffer.from('504b01021400', 'hex'), begin, facts, place, name);
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  for (const place of [8, 10]) end.writeUInt16LE(files.length, place);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

type Value = string | number | boolean | Date | { formula: string; value: string } | null;

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const columnOf = (index: number): string =>
  (index < 26 ? '' : columnOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
const DAY_ZERO = Date.UTC(1899, 11, 30);

function cell(value: Value, address: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (value instanceof Date) return `<c r="${address}" s="1"><v>${(value.getTime() - DAY_ZERO) / 86_400_000}</v></c>`;
  if (typeof value === 'object') return `<c r="${address}" t="str"><f>${escaped(value.formula)}</f><v>${escaped(value.value)}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

export const sheetOf = (rows: Value[][]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map((row, at) => `<row r="${at + 1}">${row.map((value, column) => cell(value, columnOf(column) + String(at + 1))).join('')}</row>`)
    .join('')}</sheetData></worksheet>`;

/** The parts of a workbook (ECMA-376) with these sheets, by their names. */
export function partsOf(sheets: Record<string, string>): Packed[] {
  const names = Object.keys(sheets);
  const relation = (kind: string, target: string, id: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  const part = (path: string, xml: string): Packed => ({ path, bytes: Buffer.from(xml) });
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return [
    part('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    part(
      'xl/workbook.xml',
      `<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${names
        .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
        .map((_, at) => relation('worksheet', `worksheets/sheet${at + 1}.xml`, `rId${at + 1}`))
        .join('')}${relation('styles', 'styles.xml', 'rId99')}</Relationships>`,
    ),
    part('xl/styles.xml', `<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`),
    ...names.map((name, at) => part(`xl/worksheets/sheet${at + 1}.xml`, sheets[name]!)),
  ];
}

export function workbook(sheets: Record<string, Value[][]>): Buffer {
  return zipped(partsOf(Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, sheetOf(rows)]))));
}
