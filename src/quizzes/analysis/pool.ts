/** The marks of a quiz gathered by question, over cohorts, languages and versions. Equal ones are counted, so that a million stay small. */
import type { Language } from '../../kernel/language';
import type { Question } from '../questions/question';
import type { Counted, Pair } from './moments';
import type { Answered } from './language-gap';
import type { Outcome } from './statistics';
import type { Chosen } from './thirds';

/** One version of a quiz, as far as marks are concerned. */
export interface Shape {
  versionId: string;
  items: ShapeItem[];
}

export interface ShapeItem {
  question: Question;
  hash: string;
  /** the tag by which it is drawn; null for a question that everybody is asked */
  drawn: string | null;
}

export interface MarkedAttempt {
  versionId: string;
  /** in which it was begun */
  language: Language | null;
  /** in which each question stood there when it was answered, as far as that is known */
  languages: Readonly<Record<string, Language>>;
  /** fraction of the points by question; what is missing was not asked; null waits for somebody to mark it */
  marks: Readonly<Record<string, number | null>>;
  /** what was chosen, by question */
  picks: Readonly<Record<string, readonly string[]>>;
}

type Kept = Outcome & Answered & Chosen;

export interface Pool {
  /** by hash of the question */
  items: Map<string, Map<string, Kept>>;
  /** by version */
  tests: Map<string, { totals: Map<number, Counted>; slots: Map<string, { most: number; pairs: Map<string, Pair> }> }>;
  /** attempts that wait to be marked and are left out until then */
  waiting: number;
  attempts: number;
}

export const emptyPool = (): Pool => ({ items: new Map(), tests: new Map(), waiting: 0, attempts: 0 });

/** Kept to nine decimals: what differs by less was parted by rounding. */
const tidy = (value: number) => Math.round(value * 1e9) / 1e9;

export function add(pool: Pool, shape: Shape, attempt: MarkedAttempt): void {
  const asked = shape.items.filter(({ question }) => question.points > 0 && Object.hasOwn(attempt.marks, question.key));
  if (asked.some(({ question }) => attempt.marks[question.key] === null)) {
    pool.waiting++;
    return;
  }
  if (!asked.length) return;
  pool.attempts++;
  const mark = ({ question: { key, points } }: ShapeItem) => (attempt.marks[key] ?? 0) * points;
  const total = tidy(asked.reduce((sum, item) => sum + mark(item), 0));
  const most = asked.reduce((sum, { question }) => sum + question.points, 0);
  for (const item of asked) addItem(pool, item, attempt, restOf(item, mark(item), { total, most }));
  addTest(pool, shape, asked, mark, total);
}

/** For a question that was drawn the whole: the other places of the attempt are filled anew each time. */
function restOf({ question, drawn }: ShapeItem, mark: number, { total, most }: { total: number; most: number }): number {
  if (drawn !== null) return tidy(total / most);
  return most === question.points ? 0 : tidy((total - mark) / (most - question.points));
}

function addItem(
  pool: Pool,
  { question, hash }: ShapeItem,
  { marks, picks, languages, language: begun }: MarkedAttempt,
  rest: number,
): void {
  const mark = tidy(marks[question.key] ?? 0);
  const picked = picks[question.key] ?? [];
  const language = languages[question.key] ?? begun;
  const rows = pool.items.get(hash) ?? new Map<string, Kept>();
  pool.items.set(hash, rows);
  const name = `${mark} ${rest} ${language} ${picked.join(' ')}`;
  const row = rows.get(name);
  if (row) row.times++;
  else rows.set(name, { mark, rest, language, right: mark >= 0.5, picks: picked, times: 1 });
}

function addTest(pool: Pool, { versionId }: Shape, asked: readonly ShapeItem[], mark: (item: ShapeItem) => number, total: number): void {
  const test = pool.tests.get(versionId) ?? { totals: new Map<number, Counted>(), slots: new Map() };
  pool.tests.set(versionId, test);
  count(test.totals, total, () => ({ value: total, times: 0 }));
  const drawn = new Map<string, number>();
  for (const item of asked) {
    const place = item.drawn === null ? 0 : (drawn.get(item.drawn) ?? 0) + 1;
    if (item.drawn !== null) drawn.set(item.drawn, place);
    const slot = place ? `${item.drawn} ${place}` : item.question.key;
    const kept = test.slots.get(slot) ?? { most: item.question.points, pairs: new Map<string, Pair>() };
    test.slots.set(slot, kept);
    const a = tidy(mark(item));
    count(kept.pairs, `${a} ${total}`, () => ({ a, b: total, times: 0 }));
  }
}

function count<K, V extends { times: number }>(rows: Map<K, V>, name: K, fresh: () => V): void {
  const row = rows.get(name) ?? fresh();
  row.times++;
  rows.set(name, row);
}
