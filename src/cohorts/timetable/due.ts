/** Deadlines and openings as people read them: the day where it counts, and the moment on the reader's own clock where that differs. */
import type { Language } from '../../kernel/language';
import { formatDate, formatDay } from '../../languages/formats';
import type { Study } from '../enrolment/study';
import { dayBegins } from './days';
import { deadlineOf, isLate, lateFrom } from './deadlines';

/** Who reads, when, and how. */
export interface Reading {
  now: Date;
  /** The reader's own time zone, where they have said one. */
  zone: string | null;
  language: Language;
}

/** A moment on one clock. */
export interface OnClock {
  /** Null where it is the day that was named already. */
  day: string | null;
  time: string;
  zone: string;
}

export interface Due {
  /** The last day, in words. */
  day: string;
  /** The day ends when it has ended everywhere. */
  anywhere: boolean;
  passed: boolean;
  /** The last minute, on the cohort's clock and then on the reader's, where it says something else. */
  clocks: OnClock[];
}

const MINUTE_MS = 60_000;

/** Until when somebody has time for a module; null without a deadline. */
export function dueOf(study: Pick<Study, 'cohort' | 'ownDays'>, module: string, { now, zone, language }: Reading): Due | null {
  const { cohort, ownDays } = study;
  const deadline = deadlineOf(cohort.timetable, ownDays, module, cohort.zone);
  if (!deadline) return null;
  const last = new Date(lateFrom(deadline).getTime() - MINUTE_MS);
  const day = formatDay(deadline.on, 'day', language);
  return {
    day,
    anywhere: deadline.ends === 'aoe',
    passed: isLate(deadline, now),
    clocks: clocks(last, day, [cohort.zone, zone], language),
  };
}

/** The first moment of a day in the cohort's zone. */
export function opensAt(day: string, cohortZone: string, { zone, language }: Reading): OnClock[] {
  return clocks(dayBegins(day, cohortZone), formatDay(day, 'day', language), [cohortZone, zone], language);
}

function clocks(at: Date, named: string, [cohortZone, own]: [string, string | null], language: Language): OnClock[] {
  const on = (zone: string) => {
    const day = formatDate(at, 'day', language, zone);
    return { day: day === named ? null : day, time: formatDate(at, 'time', language, zone), zone: zone.replaceAll('_', ' ') };
  };
  const [theirs, mine] = [on(cohortZone), own === null ? null : on(own)];
  return mine && (mine.day !== theirs.day || mine.time !== theirs.time) ? [theirs, mine] : [theirs];
}
