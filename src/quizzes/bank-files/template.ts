/** An empty table of questions for a spreadsheet, with headings in the language of whoever asked, and a row that shows how. */
import { COLUMNS } from '../formats/table-columns';

type Say = (key: string) => string;

const BYTE_ORDER_MARK = '\ufeff'; // without it a spreadsheet takes UTF-8 for something else

export function tableTemplate(say: Say): string {
  const columns = COLUMNS.flatMap((column) => (column === 'wrong' ? [column, column, column] : [column]));
  const heading = columns.map((column, at) => {
    const number = columns.slice(0, at + 1).filter((one) => one === column).length;
    return column === 'wrong' ? `${say(`formats.column.${column}`)} ${number}` : say(`formats.column.${column}`);
  });
  const example: Record<string, string> = {
    stem: say('formats.example.stem'),
    right: 'IANA',
    feedback: say('formats.example.feedback'),
    tags: 'dns',
    id: 'q1',
    points: '1',
  };
  const wrong = ['ITU', 'WTO', 'UNESCO'];
  const row = columns.map((column) => (column === 'wrong' ? wrong.shift()! : (example[column] ?? '')));
  return BYTE_ORDER_MARK + [heading, row].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
