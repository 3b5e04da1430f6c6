/** When the modules of a cohort open, and until when they are to be done. Days are `YYYY-MM-DD`. */
import { type Plan, type Standing, standing } from '../../progress/standing';
import { dayIn } from '../schedule';

/** From the start, from a day on, or when the module before is complete. */
export const OPENINGS = ['start', 'on', 'after'] as const;
export type Opening = (typeof OPENINGS)[number];

/** Where a day ends for deadlines: in the cohort's zone, or when it has ended everywhere. */
export const ENDS = ['zone', 'aoe'] as const;
export type Ends = (typeof ENDS)[number];

export interface ModuleTimes {
  opens: Opening;
  /** For `on`: the day, in the cohort's zone. */
  opensOn: string | null;
  dueOn: string | null;
}

export interface Days {
  ends: Ends;
  /** By the module's slug. A module that is not named is open from the start and has no deadline. */
  modules: Record<string, ModuleTimes>;
}

/** As it is, and as it was before it was changed last. */
export interface Timetable extends Days {
  before: Days | null;
}

export const FREE: ModuleTimes = { opens: 'start', opensOn: null, dueOn: null };
export const NO_DAYS: Days = { ends: 'zone', modules: {} };

export function timesOf(days: Days | null, module: string): ModuleTimes {
  return days && Object.hasOwn(days.modules, module) ? days.modules[module]! : FREE;
}

/** A timetable that takes the place of another, and remembers it. */
export function inPlaceOf(before: Days | null, { ends, modules }: Days): Timetable {
  return { ends, modules, before: before ? { ends: before.ends, modules: before.modules } : NO_DAYS };
}

/** What a module waits for. */
export type Waiting = { for: 'day'; on: string } | { for: 'module'; module: string };

/** Somebody's way through the modules: in which order, and which of them are complete. */
export interface Course {
  order: readonly string[];
  complete: ReadonlySet<string>;
}

export function courseOf(plan: Plan, done: ReadonlySet<string>): Course {
  const completions = [...done].map((subject) => ({ subject, at: new Date(0) }));
  return courseIn(standing(plan, completions));
}

export function courseIn({ modules }: Pick<Standing, 'modules'>): Course {
  const complete = modules.filter((module) => module.complete).map(({ slug }) => slug);
  return { order: modules.map(({ slug }) => slug), complete: new Set(complete) };
}

/**
 * Why a module is not open; null when it is. A day begins at its first moment in the cohort's zone. A module that waits for the one before is
 * open when it has become the first one, or is complete itself.
 */
export function waiting(days: Days | null, module: string, { order, complete }: Course, zone: string, now: Date): Waiting | null {
  const { opens, opensOn } = timesOf(days, module);
  if (opens === 'on' && opensOn !== null) return dayIn(zone, now) < opensOn ? { for: 'day', on: opensOn } : null;
  const before = order[order.indexOf(module) - 1];
  const waits = opens === 'after' && before !== undefined && !complete.has(before) && !complete.has(module);
  return waits ? { for: 'module', module: before } : null;
}
