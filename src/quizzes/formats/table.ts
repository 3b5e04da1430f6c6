/** A table of questions, from a spreadsheet or pasted: a row for each, with what is right and what is wrong in columns of their own. */
import { type Line, separated, type Separator, SEPARATORS } from '../../cohorts/roster/reading/separated';
import { typedNumber } from '../../kernel/digits';
import { comparable } from '../../kernel/text';
import { type Choice, type Imported, type ReadFile, SAID_NOTHING_MORE } from './imported';
import { shortened } from './names';
import { type Column, columnsIn } from './table-columns';
import { readFrom, telling, type TellAt, unread } from './telling';

const TRUTHS: Record<string, boolean> = Object.fromEntries([
  ...['true', 't', 'vrai', 'verdadero', 'verdadeiro', 'верно', 'правда', 'صحيح', 'صح', '对', '正确', '是'].map((word) => [
    comparable(word),
    true,
  ]),
  ...['false', 'f', 'faux', 'falso', 'неверно', 'ложь', 'خطا', 'خطأ', 'خاطئ', '错', '错误', '否'].map((word) => [comparable(word), false]),
]);

type Type = Imported['type'];
const TYPES: [Type, RegExp][] = [
  ['true-false', /^(true|vrai|verdad|верно|صح|判断)/],
  ['multiple', /^(multiple|several|plusieurs|varias|varias respuestas|varias|várias|несколько|متعدد|多选)/],
  ['single', /^(single|one|mc|choice|choix|unique|una|única|unica|один|اختيار|单选)/],
  ['short-text', /^(short|texte?|text|courte|corta|curta|корот|краткий|قصير|填空|简答)/],
  ['number', /^(num|nombre|число|числ|رقم|عدد|数)/],
  ['matching', /^(match|appari|emparej|associa|correspond|соответ|مطابق|匹配|配对)/],
  ['ordering', /^(order|ordre|orden|ordem|порядок|ترتيب|排序)/],
  ['essay', /^(essay|redac|rédac|ensayo|redacao|redação|эссе|مقال|论述)/],
  ['description', /^(desc|опис|وصف|说明)/],
];

/** The separator that makes a table with known headings of a text, or null. */
export function separatorOfTable(text: string): Separator | null {
  const firstLine = text.replace(/^\ufeff/, '').split(/\r\n|[\n\r]/, 1)[0] ?? '';
  return SEPARATORS.find((one) => columnsIn(separated(firstLine, one)[0]?.cells ?? []) !== null) ?? null;
}

export function readTable(text: string): ReadFile {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?|[\u2028\u2029]/g, '\n');
  const separator = separatorOfTable(clean);
  if (!separator) return unread(1, 'formats.problem.table-no-headings');
  const { problems, tell } = telling();
  const [head, ...rows] = separated(clean, separator);
  const columns = columnsIn(head!.cells)!;
  const questions = rows.flatMap((row) => readRow(row, columns, tell) ?? []);
  return readFrom(questions, problems);
}

function readRow({ number, cells }: Line, columns: readonly (Column | null)[], tell: TellAt): Imported | null {
  const all = (column: Column) => columns.flatMap((each, at) => (each === column && cells[at]?.trim() ? [cells[at].trim()] : []));
  const cell = (column: Column) => all(column)[0] ?? '';
  const refuse = (key: Parameters<TellAt>[1], details: Parameters<TellAt>[2] = {}) => (tell(number, key, details), null);
  const stem = cell('stem');
  if (!stem) return refuse('formats.problem.table-no-stem');
  const points = typedNumber(cell('points'));
  const about = {
    ...SAID_NOTHING_MORE,
    points: points !== null && Number.isInteger(points) && points > 0 && points <= 100 ? points : 1,
    line: number,
    name: cell('name') || shortened(stem),
    id: cell('id') || null,
    tags: [...new Set(all('tags').flatMap((tags) => tags.split(/[,;،，|]/).map((tag) => tag.trim())))].filter(Boolean),
    category: cell('category')
      .split('/')
      .map((part) => part.trim())
      .filter(Boolean),
    stem,
    markup: 'plain' as const,
    feedback: cell('feedback'),
  };
  const [right, wrong] = [all('right').flatMap(parts), all('wrong').flatMap(parts)];
  const written = cell('type');
  const type = written ? (TYPES.find(([, pattern]) => pattern.test(comparable(written)))?.[0] ?? null) : guessed(right, wrong);
  if (!type) return refuse('formats.problem.type-unknown', { type: written });
  if (!right.length && type !== 'essay' && type !== 'description') return refuse('formats.problem.table-no-right');
  return questionOf(type, about, right, wrong, refuse);
}

const parts = (cell: string): string[] =>
  cell
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean);

function guessed(right: string[], wrong: string[]): Type {
  if (right.length > 1 && right.every((each) => each.includes('->'))) return 'matching';
  if (wrong.length) return right.length > 1 ? 'multiple' : 'single';
  if (!right.length) return 'essay';
  if (right.length === 1 && Object.hasOwn(TRUTHS, comparable(right[0]!))) return 'true-false';
  return right.length === 1 && typedNumber(right[0]!) !== null ? 'number' : 'short-text';
}

type Refuse = (key: Parameters<TellAt>[1], details?: Parameters<TellAt>[2]) => null;

function questionOf(
  type: Type,
  about: Omit<Extract<Imported, { type: 'description' }>, 'type'>,
  right: string[],
  wrong: string[],
  refuse: Refuse,
): Imported | null {
  switch (type) {
    case 'single':
    case 'multiple': {
      if (right.length + wrong.length < 2) return refuse('formats.problem.too-few-options');
      const share = type === 'single' ? 100 : Math.round(1e7 / right.length) / 1e5;
      const options: Choice[] = [
        ...right.map((text) => ({ text, percent: share, feedback: '' })),
        ...wrong.map((text) => ({ text, percent: type === 'single' ? 0 : -share, feedback: '' })),
      ];
      return { ...about, type, options };
    }
    case 'true-false': {
      const truth = TRUTHS[comparable(right[0]!)];
      return truth === undefined ? refuse('formats.problem.table-no-truth', { text: right[0]! }) : { ...about, type, right: truth };
    }
    case 'number': {
      const value = typedNumber(right[0]!);
      if (value === null) return refuse('formats.problem.not-a-number', { text: right[0]! });
      return { ...about, type, answers: [{ value, tolerance: 0, percent: 100, feedback: '' }], units: [] };
    }
    case 'short-text':
      return { ...about, type, answers: right.map((text) => ({ text, percent: 100, feedback: '' })), matchCase: false };
    case 'matching': {
      const pairs = right.map((each) => each.split('->').map((side) => side.trim()));
      const broken = pairs.findIndex((pair) => pair.length !== 2 || !pair[0] || !pair[1]);
      if (broken >= 0) return refuse('formats.problem.pair-without-arrow', { text: right[broken]! });
      if (pairs.length < 2) return refuse('formats.problem.too-few-pairs');
      return { ...about, type, pairs: pairs.map(([left, other]) => ({ left: left!, right: other! })), distractors: wrong };
    }
    case 'ordering':
      return right.length < 2 ? refuse('formats.problem.too-few-options') : { ...about, type, items: right };
    case 'essay':
      return { ...about, type, mostWords: null, rubric: [] };
    case 'gap-text':
    case 'description':
      return { ...about, type: 'description', points: 0 };
  }
}
