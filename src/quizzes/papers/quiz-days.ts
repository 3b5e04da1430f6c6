/** The days on which a cohort may take a quiz of its chapter: from the beginning of the first to the end of the last, in the cohort's zone. */
import { dayBegins, dayIsOver } from '../../cohorts/timetable/days';

export interface QuizDays {
  opensOn: string | null;
  closesOn: string | null;
}

/** When a try may begin, and when everything is handed in; null where nothing was set. */
export interface Window {
  opensAt: Date | null;
  closesAt: Date | null;
}

export function windowOf({ opensOn, closesOn }: QuizDays, zone: string): Window {
  return { opensAt: opensOn === null ? null : dayBegins(opensOn, zone), closesAt: closesOn === null ? null : dayIsOver(closesOn, zone) };
}

/** The earlier of two ends; null is none. */
export function notAfter(end: Date | null, closesAt: Date | null): Date | null {
  return end && closesAt ? (closesAt < end ? closesAt : end) : (end ?? closesAt);
}

export type WindowState = 'coming' | 'open' | 'closed';

export function windowState({ opensAt, closesAt }: Window, now: Date): WindowState {
  if (closesAt && now >= closesAt) return 'closed';
  return opensAt && now < opensAt ? 'coming' : 'open';
}
