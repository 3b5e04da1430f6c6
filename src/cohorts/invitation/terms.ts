import { dayIn, phase, type Span } from '../schedule';

/** Until when and for how many the open link of a cohort works. */
export interface Terms {
  /** A day `YYYY-MM-DD` in the cohort's zone, to its end; null: as long as the cohort lasts. */
  lastsUntil: string | null;
  most: number | null;
  came: number;
  closedAt: Date | null;
}

export type LinkState = 'open' | 'closed' | 'expired' | 'spent';

/** The last day of the link: never after the cohort's. */
export function lastDay({ lastsUntil }: Pick<Terms, 'lastsUntil'>, { endsOn }: Pick<Span, 'endsOn'>): string {
  return lastsUntil !== null && lastsUntil < endsOn ? lastsUntil : endsOn;
}

/** Why nobody comes in by it, if so. That a cohort is over is said by the cohort, whatever its link says. */
export function linkState(terms: Terms, cohort: Span, now: Date): LinkState {
  if (terms.closedAt) return 'closed';
  if (phase(cohort, now) === 'over') return 'open';
  if (dayIn(cohort.zone, now) > lastDay(terms, cohort)) return 'expired';
  return terms.most !== null && terms.came >= terms.most ? 'spent' : 'open';
}

export type DayProblem = 'past' | 'after-cohort';

/** What is wrong with a last day that somebody chose. */
export function dayProblem(day: string, cohort: Span, now: Date): DayProblem | null {
  if (day > cohort.endsOn) return 'after-cohort';
  return day < dayIn(cohort.zone, now) ? 'past' : null;
}

/** The terms of the link that replaces another: the same as far as they still mean something, and nobody has come. */
export function renewed(terms: Terms, cohort: Span, now: Date): Terms {
  const { lastsUntil, most } = terms;
  const kept = lastsUntil !== null && dayProblem(lastsUntil, cohort, now) === null;
  return { lastsUntil: kept ? lastsUntil : null, most, came: 0, closedAt: null };
}
