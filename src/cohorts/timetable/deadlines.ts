/** Until when a module is to be done. A deadline closes nothing: work that comes later counts, and is shown as late. */
import { dayIn } from '../schedule';
import { ANYWHERE_ON_EARTH, dayIsOver } from './days';
import { type Days, type Ends, timesOf } from './timetable';

/** Later days that one person was given, by module; under `ALL` for every module. */
export type OwnDays = Readonly<Record<string, string>>;
export const ALL = '*';

export interface Deadline {
  /** The last day on which work is in time. */
  on: string;
  ends: Ends;
  /** Where that day ends. */
  zone: string;
  /** It is this person's own, and later than the cohort's. */
  own: boolean;
}

/** The latest of the cohort's day and the ones that this person was given: an extension never takes time away. Null where the cohort has none. */
export function deadlineOf(days: Days | null, own: OwnDays, module: string, zone: string): Deadline | null {
  const { dueOn } = timesOf(days, module);
  if (!days || dueOn === null) return null;
  const given = [module, ALL].filter((name) => Object.hasOwn(own, name)).map((name) => own[name]!);
  const on = [dueOn, ...given].sort().at(-1)!;
  return { on, ends: days.ends, zone: days.ends === 'aoe' ? ANYWHERE_ON_EARTH : zone, own: on !== dueOn };
}

/** In time up to the last moment of the day; at the first moment after it, late. */
export function isLate({ on, zone }: Pick<Deadline, 'on' | 'zone'>, at: Date): boolean {
  return dayIn(zone, at) > on;
}

/** The first moment at which work is late. */
export function lateFrom({ on, zone }: Pick<Deadline, 'on' | 'zone'>): Date {
  return dayIsOver(on, zone);
}

/** `late`: done, but after the deadline · `overdue`: not done, and the deadline has passed. */
export type Lateness = 'late' | 'overdue' | null;

export function lateness(deadline: Deadline | null, completedAt: Date | null, now: Date): Lateness {
  if (!deadline) return null;
  if (completedAt) return isLate(deadline, completedAt) ? 'late' : null;
  return isLate(deadline, now) ? 'overdue' : null;
}
