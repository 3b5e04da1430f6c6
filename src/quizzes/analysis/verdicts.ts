/** What the figures of a question mean, in words: phrase keys below `analysis.verdict`. Nothing is said that few answers could have shown by chance. */
import type { Language } from '../../kernel/language';
import { fisher, wilson } from './intervals';
import type { LanguageGap } from './language-gap';
import type { ItemStatistics } from './statistics';
import type { Thirds } from './thirds';

export type Verdict =
  | { kind: 'too-few'; values: { n: number; about: number } }
  | { kind: 'check-key'; option: string }
  | { kind: 'upside-down' | 'too-easy' | 'too-hard' | 'tells-little' | 'good' }
  | { kind: 'harder-in'; language: Language };

/** With about so many answers figures are steady enough to be judged. */
export const ENOUGH = 40;
/** Below this not even the plainest fault is named. */
const LEAST = 10;

const EASY = 90;
const HARD = 25;
const LITTLE = 20;
/** 99 of 100 */
const SURE_Z = 2.5758293035489004;
const SURE_P = 0.01;
/** enough where hardly anybody is right, which is a sign of its own */
const LIKELY_P = 0.25;

/** `right`: the options that are right, where there are options. Faults first; what is wrong beyond doubt is said even of few answers. Empty where nothing can be said for sure. */
export function verdicts(item: ItemStatistics, thirds: Thirds | null, right: readonly string[], gaps: readonly LanguageGap[]): Verdict[] {
  const found = item.n >= LEAST ? faults(item, thirds, right) : [];
  const languages = gaps.filter(({ harder }) => harder).map(({ language }): Verdict => ({ kind: 'harder-in', language }));
  const all = [...found, ...languages];
  if (item.n < ENOUGH) return [...all, { kind: 'too-few', values: { n: item.n, about: ENOUGH } }];
  if (all.length) return all;
  if (tellsLittle(item)) return [{ kind: 'tells-little' }];
  return isTelling(item) ? [{ kind: 'good' }] : [];
}

/** Whether a verdict asks somebody to do something. */
export function isFault({ kind }: Verdict): boolean {
  return kind !== 'too-few' && kind !== 'good';
}

function faults(item: ItemStatistics, thirds: Thirds | null, right: readonly string[]): Verdict[] {
  const { discrimination, n } = item;
  const level = difficulty(item);
  const hard = level.some(({ kind }) => kind === 'too-hard');
  const rival = thirds && right.length === 1 ? rivalOf(thirds, right[0]!, hard ? LIKELY_P : SURE_P) : null;
  if (rival) return [{ kind: 'check-key', option: rival }];
  const between = discrimination === null ? null : fisher(discrimination, n, SURE_Z);
  return between && between.to < 0 ? [{ kind: 'upside-down' }, ...level] : level;
}

/**
 * The wrong option that the best third prefers to the right one: by more than chance would (of those who chose one of the two, so many
 * choose the wrong one with a probability below `p`), and more than the weakest third does.
 */
function rivalOf({ choices }: Thirds, right: string, p: number): string | null {
  const key = choices.find((choice) => choice.key === right);
  const wrong = choices.filter((choice) => choice.key !== right).sort((a, b) => b.counts.upper - a.counts.upper);
  const [first] = wrong;
  if (!key || !first) return null;
  const [most, own] = [first.counts.upper, key.counts.upper];
  const stronger = (first.shares.upper ?? 0) > (first.shares.lower ?? 0);
  return stronger && atLeast(most, most + own) < p ? first.key : null;
}

/** How likely a fair coin shows at least so many heads. */
function atLeast(heads: number, throws: number): number {
  let [chance, sum] = [Math.exp(-throws * Math.LN2), 0];
  if (chance === 0) return heads * 2 > throws + 3 * Math.sqrt(throws) ? 0 : 1; // so many that the normal curve decides
  for (let k = 0; k <= throws; k++) {
    if (k >= heads) sum += chance;
    chance = (chance * (throws - k)) / (k + 1);
  }
  return sum;
}

function difficulty({ facility, n }: ItemStatistics): Verdict[] {
  const between = facility === null ? null : wilson(facility, n, SURE_Z);
  if (!between) return [];
  if (between.from > EASY) return [{ kind: 'too-easy' }];
  return between.to < HARD ? [{ kind: 'too-hard' }] : [];
}

/** Those who know more surely do better: anything above nothing is no accident. */
function isTelling({ discrimination, n }: ItemStatistics): boolean {
  const between = discrimination === null ? null : fisher(discrimination, n);
  return between !== null && between.from > 0;
}

function tellsLittle({ discrimination, n }: ItemStatistics): boolean {
  const between = discrimination === null ? null : fisher(discrimination, n);
  return between !== null && between.to < LITTLE;
}
