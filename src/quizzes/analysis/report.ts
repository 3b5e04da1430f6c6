/** What is said about a quiz: the figures of the whole, and each question with its figures, its picture and a verdict. */
import type { Language } from '../../kernel/language';
import type { Question } from '../questions/question';
import { Breath } from './breath';
import { fisher, type Interval, wilson } from './intervals';
import { type LanguageGap, languageGaps } from './language-gap';
import type { Pool, Shape, ShapeItem } from './pool';
import {
  type ItemStatistics,
  itemStatistics,
  summed,
  type Summed,
  testStatistics,
  type TestStatistics,
  type Weight,
  weights,
} from './statistics';
import { byThirds, type Thirds } from './thirds';
import { type Verdict, verdicts } from './verdicts';

export interface ItemReport extends ItemStatistics {
  question: Question;
  hash: string;
  /** in the quiz, counted from 1 */
  number: number;
  drawn: boolean;
  facilityWithin: Interval | null;
  discriminationWithin: Interval | null;
  weight: Weight | null;
  thirds: Thirds | null;
  languages: LanguageGap[];
  verdicts: Verdict[];
}

export interface Report {
  test: TestStatistics;
  /** in points; null where attempts are asked different ones */
  most: number | null;
  items: ItemReport[];
  languages: Language[];
}

/** About one version of a quiz; its questions with every answer that was ever given to the same question. `keyNow`: with corrections. */
export async function reportOf(pool: Pool, shape: Shape, keyNow: (item: ShapeItem) => Question): Promise<Report> {
  const breath = new Breath();
  const asked = shape.items.filter(({ question }) => question.points > 0);
  const test = pool.tests.get(shape.versionId);
  const slots = new Map<string, Summed>();
  for (const [name, { most, pairs }] of test?.slots ?? []) {
    slots.set(name, summed({ most, pairs: [...pairs.values()] }));
    await breath.take();
  }
  const sums = [...slots.values()];
  const own = weights(sums);
  const shares = new Map([...slots.keys()].map((name, index) => [name, own[index]!]));
  const items: ItemReport[] = [];
  for (const item of asked) items.push(await itemReport(pool, item, { number: items.length + 1, question: keyNow(item), shares }, breath));
  const drawn = asked.some((item) => item.drawn !== null);
  return {
    test: testStatistics([...(test?.totals.values() ?? [])], sums),
    most: drawn ? null : asked.reduce((sum, { question }) => sum + question.points, 0),
    items,
    languages: [...new Set(items.flatMap(({ languages }) => languages.map(({ language }) => language)))].sort(),
  };
}

async function itemReport(
  pool: Pool,
  { hash, drawn, question: { key } }: ShapeItem,
  { number, question, shares }: { number: number; question: Question; shares: ReadonlyMap<string, Weight> },
  breath: Breath,
): Promise<ItemReport> {
  const rows = [...(pool.items.get(hash)?.values() ?? [])];
  const statistics = itemStatistics(rows);
  await breath.take();
  const keys = choicesOf(question);
  const thirds = keys && byThirds(rows, keys);
  await breath.take();
  const languages = languageGaps(rows);
  await breath.take();
  const { n, facility, discrimination } = statistics;
  return {
    ...statistics,
    question,
    hash,
    number,
    drawn: drawn !== null,
    facilityWithin: facility === null ? null : wilson(facility, n),
    discriminationWithin: discrimination === null ? null : fisher(discrimination, n),
    weight: drawn === null ? (shares.get(key) ?? null) : null,
    thirds,
    languages,
    verdicts: verdicts(statistics, thirds, rightOf(question), languages),
  };
}

/** What can be chosen; null for questions of other types. */
export function choicesOf(question: Question): string[] | null {
  if (question.type === 'single' || question.type === 'multiple') return question.options;
  return question.type === 'true-false' ? ['true', 'false'] : null;
}

export function rightOf(question: Question): string[] {
  if (question.type === 'single') return [question.right];
  if (question.type === 'multiple') return question.right;
  return question.type === 'true-false' ? [String(question.right)] : [];
}
