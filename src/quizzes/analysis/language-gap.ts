/**
 * Whether a question is harder in one language than in the others for people who know as much: a sign of a faulty translation.
 * Mantel and Haenszel (1959) as used for tests by Holland and Thayer (1988): people are matched on what they reached elsewhere, the
 * odds of being right are compared in each stratum and pooled. The variance is that of Robins, Breslow and Greenland (1986). As in
 * the classes of the Educational Testing Service, a gap is large when it is at least 1.5 on the delta scale and surely above 1.
 */
import type { Language } from '../../kernel/language';

export interface Answered {
  language: Language;
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

export function languageGaps(answers: readonly Answered[]): LanguageGap[] {
  const languages = [...new Set(answers.map(({ language }) => language))].sort();
  const stratum = strataOf(answers);
  return languages.map((language) => {
    const own = answers.filter((one) => one.language === language);
    const n = count(own);
    const enough = n >= LEAST_FOR_LANGUAGES && count(answers) - n >= LEAST_FOR_LANGUAGES;
    const found = enough ? mantelHaenszel(answers, language, stratum) : null;
    const delta = found && DELTA * found.log;
    const surely = found ? Math.abs(delta!) - Z * Math.abs(DELTA) * found.deviation > SURELY_ABOVE : false;
    const large = surely && Math.abs(delta!) >= LARGE;
    return {
      language,
      n,
      share: (100 * count(own.filter(({ right }) => right))) / n,
      delta,
      harder: large && delta! < 0,
      easier: large && delta! > 0,
    };
  });
}

/** The logarithm of the pooled odds of the others against those of the language, and its standard deviation; null when a side is never right or never wrong. */
function mantelHaenszel(answers: readonly Answered[], language: Language, stratum: (rest: number) => number) {
  const tables = Array.from({ length: STRATA }, () => ({ a: 0, b: 0, c: 0, d: 0 }));
  for (const one of answers) {
    const table = tables[stratum(one.rest)]!;
    const cell = one.language === language ? (one.right ? 'c' : 'd') : one.right ? 'a' : 'b';
    table[cell] += one.times;
  }
  let [r, s, pr, psqr, qs] = [0, 0, 0, 0, 0];
  for (const { a, b, c, d } of tables) {
    const n = a + b + c + d;
    if (n === 0) continue;
    const [ri, si, pi, qi] = [(a * d) / n, (b * c) / n, (a + d) / n, (b + c) / n];
    [r, s, pr, psqr, qs] = [r + ri, s + si, pr + pi * ri, psqr + pi * si + qi * ri, qs + qi * si];
  }
  if (r === 0 || s === 0) return null;
  return { log: Math.log(r / s), deviation: Math.sqrt(pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s)) };
}

/** Fifths of all attempts; the same result is always in the same one. */
function strataOf(answers: readonly Answered[]): (rest: number) => number {
  const at = new Map<number, number>();
  for (const { rest, times } of answers) at.set(rest, (at.get(rest) ?? 0) + times);
  const n = count(answers);
  const places = new Map<number, number>();
  let before = 0;
  for (const [rest, times] of [...at].sort(([a], [b]) => a - b)) {
    places.set(rest, Math.min(STRATA - 1, Math.floor(((before + times / 2) * STRATA) / n)));
    before += times;
  }
  return (rest) => places.get(rest)!;
}

function count(answers: readonly { times: number }[]): number {
  return answers.reduce((sum, { times }) => sum + times, 0);
}
