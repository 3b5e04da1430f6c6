/** When a cohort runs. Days are `YYYY-MM-DD` in the cohort's own time zone. */

export type CohortPhase = 'coming' | 'running' | 'over';

export interface Span {
  startsOn: string;
  endsOn: string;
  zone: string;
}

const LONGEST_DAYS = 731; // two years, one of them a leap year

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Making one costs far more than asking it, and there are only so many zones. */
function calendar(zone: string): Intl.DateTimeFormat {
  let known = calendars.get(zone);
  if (!known) {
    known = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    calendars.set(zone, known);
  }
  return known;
}

/** The calendar day it is in a zone (IANA name). */
export function dayIn(zone: string, now: Date): string {
  const parts = calendar(zone).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)!.value;
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Before the first day, from the first to the last day inclusive, after it. */
export function phase(cohort: Span, now: Date): CohortPhase {
  const today = dayIn(cohort.zone, now);
  if (today < cohort.startsOn) return 'coming';
  return today > cohort.endsOn ? 'over' : 'running';
}

/** Whole weeks from the first day on: which week it is, of how many. */
export function week(cohort: Span, now: Date): { number: number; of: number } {
  const of = Math.max(1, Math.ceil((daysBetween(cohort.startsOn, cohort.endsOn) + 1) / 7));
  const number = Math.floor(daysBetween(cohort.startsOn, dayIn(cohort.zone, now)) / 7) + 1;
  return { number: Math.min(Math.max(1, number), of), of };
}

/** The day `days` after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** What a new cohort is offered: six whole weeks from the next Monday on, never from today. */
export function usualSpan(zone: string, now: Date): Span {
  const today = dayIn(zone, now);
  const untilMonday = (8 - new Date(`${today}T00:00:00Z`).getUTCDay()) % 7 || 7;
  const startsOn = dayAfter(today, untilMonday);
  return { startsOn, endsOn: dayAfter(startsOn, 6 * 7 - 1), zone };
}

export type SpanProblem = 'ends-first' | 'too-long';

/** What is wrong with a first and a last day, both of which exist; null when nothing is. */
export function spanProblem({ startsOn, endsOn }: Pick<Span, 'startsOn' | 'endsOn'>): SpanProblem | null {
  if (endsOn < startsOn) return 'ends-first';
  return daysBetween(startsOn, endsOn) >= LONGEST_DAYS ? 'too-long' : null;
}

/** How many days the second of two days comes after the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
