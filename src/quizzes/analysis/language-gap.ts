/**
 * Whether a question is harder in one language than in the others for people who know as much: a sign of a faulty translation.
 * Mantel and Haenszel (1959) as used for tests by Holland and Thayer (1988): people are matched on what they reached elsewhere, the
 * odds of being right are compared in each stratum and pooled. The variance is that of Robins, Breslow and Greenland (1986). As in
 * the classes of the Educational Testing Service, a gap is large when it is at least 1.5 on the delta scale and surely above 1.
 */
import type { Language } from '../../kernel/language';

export interface Answered {
  /** in which the question was read; null where nobody wrote it down */
  language: Language | null;
  right: boolean;
  rest: number;
  times: number;
}

export interface LanguageGap {
  language: Language;
  n: number;
  /** percent who are right in this language */
  share: number;
  /** delta scale; below 0 is harder in this language; null with too few answers */
  delta: number | null;
  harder: boolean;
  easier: boolean;
}

/** How many answers a language, and the others together, must have. */
export const LEAST_FOR_LANGUAGES = 20;

const STRATA = 5;
const LARGE = 1.5;
const SURELY_ABOVE = 1;
/** 99 of 100: many questions and several languages are looked at, and a false alarm costs a translator an evening */
const Z = 2.5758293035489004;
const DELTA = -2.35;

/** How many were right and wrong in each stratum. */
type Cells = { right: number; wrong: number }[];

const cells = (): Cells => Array.from({ length: STRATA }, () => ({ right: 0, wrong: 0 }));
const rightIn = (counts: Cells) => counts.reduce((sum, { right }) => sum + right, 0);
const countIn = (counts: Cells) => counts.reduce((sum, { right, wrong }) => sum + right + wrong, 0);

/** Nothing is compared where there is nothing to match people on: a language whose readers know less would look like a faulty translation. */
export function languageGaps(answers: readonly Answered[]): LanguageGap[] {
  const { stratum, matched } = strataOf(answers);
  const [all, byLanguage] = [cells(), new Map<Language, Cells>()];
  for (const { language, right, rest, times } of answers) {
    if (language === null) continue;
    const own = byLanguage.get(language) ?? cells();
    byLanguage.set(language, own);
    for (const counts of [all, own]) counts[stratum(rest)]![right ? 'right' : 'wrong'] += times;
  }
  return [...byLanguage].sort(([a], [b]) => (a < b ? -1 : 1)).map(([language, own]) => gapOf(language, own, all, matched));
}

function gapOf(language: Language, own: Cells, all: Cells, matched: boolean): LanguageGap {
  const n = countIn(own);
  const enough = matched && n >= LEAST_FOR_LANGUAGES && countIn(all) - n >= LEAST_FOR_LANGUAGES;
  const found = enough ? mantelHaenszel(own, all) : null;
  const delta = found && DELTA * found.log;
  const surely = found ? Math.abs(delta!) - Z * Math.abs(DELTA) * found.deviation > SURELY_ABOVE : false;
  const large = surely && Math.abs(delta!) >= LARGE;
  return { language, n, share: (100 * rightIn(own)) / n, delta, harder: large && delta! < 0, easier: large && delta! > 0 };
}

/** The logarithm of the pooled odds of the others against those of the language, and its standard deviation; null when a side is never right or never wrong. */
function mantelHaenszel(own: Cells, all: Cells) {
  let [r, s, pr, psqr, qs] = [0, 0, 0, 0, 0];
  for (const [at, { right: c, wrong: d }] of own.entries()) {
    const [a, b] = [all[at]!.right - c, all[at]!.wrong - d];
    const n = a + b + c + d;
    if (n === 0) continue;
    const [ri, si, pi, qi] = [(a * d) / n, (b * c) / n, (a + d) / n, (b + c) / n];
    [r, s, pr, psqr, qs] = [r + ri, s + si, pr + pi * ri, psqr + pi * si + qi * ri, qs + qi * si];
  }
  if (r === 0 || s === 0) return null;
  return { log: Math.log(r / s), deviation: Math.sqrt(pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s)) };
}

/** Fifths of all attempts; the same result is always in the same one. */
function strataOf(answers: readonly Answered[]): { stratum: (rest: number) => number; matched: boolean } {
  const at = new Map<number, number>();
  let n = 0;
  for (const { rest, times } of answers) {
    at.set(rest, (at.get(rest) ?? 0) + times);
    n += times;
  }
  const places = new Map<number, number>();
  let before = 0;
  for (const [rest, times] of [...at].sort(([a], [b]) => a - b)) {
    places.set(rest, Math.min(STRATA - 1, Math.floor(((before + times / 2) * STRATA) / n)));
    before += times;
  }
  return { stratum: (rest) => places.get(rest)!, matched: at.size > 1 };
}
