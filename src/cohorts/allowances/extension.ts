/** Whether a later day can be given to one person. */
import { dayAfter } from '../schedule';
import { ALL, type OwnDays } from '../timetable/deadlines';
import { type Days, timesOf } from '../timetable/timetable';

/** How long after the cohort's last day somebody may still be in time. */
export const LONGEST_AFTER_DAYS = 366;

/** The modules that have a deadline, in order. */
export function dueModules(days: Days | null, order: readonly string[]): string[] {
  return order.filter((module) => timesOf(days, module).dueOn !== null);
}

export type ExtensionProblem = 'no-deadline' | 'not-later' | 'too-late';

/** `module` may be `ALL`: then the day must be later than one deadline at least. */
export function extensionProblem(
  { timetable, endsOn }: { timetable: Days | null; endsOn: string },
  order: readonly string[],
  module: string,
  on: string,
): ExtensionProblem | null {
  const due = dueModules(timetable, order).filter((one) => module === ALL || module === one);
  if (!due.length) return 'no-deadline';
  if (!due.some((one) => on > timesOf(timetable, one).dueOn!)) return 'not-later';
  return on > dayAfter(endsOn, LONGEST_AFTER_DAYS) ? 'too-late' : null;
}

interface Given {
  days: OwnDays;
  reasons: Readonly<Record<string, string>>;
}

/** With one more, or another in its place. */
export function given({ days, reasons }: Given, module: string, on: string, why: string): Given {
  const { reasons: others } = takenBack({ days, reasons }, module);
  return { days: { ...days, [module]: on }, reasons: why ? { ...others, [module]: why } : others };
}

/** Without one. */
export function takenBack({ days, reasons }: Given, module: string): Given {
  const without = (record: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => name !== module));
  return { days: without(days), reasons: without(reasons) };
}

/** What was given there, with what was given elsewhere for modules that are there too, or for all; of two, the one that was given there. */
export function brought(elsewhere: Given, there: Given, modules: readonly string[]): Given {
  const names = [ALL, ...modules].filter((name) => Object.hasOwn(elsewhere.days, name) && !Object.hasOwn(there.days, name));
  const { days, reasons } = { days: { ...there.days }, reasons: { ...there.reasons } } as Record<keyof Given, Record<string, string>>;
  for (const name of names) {
    days[name] = elsewhere.days[name]!;
    if (Object.hasOwn(elsewhere.reasons, name)) reasons[name] = elsewhere.reasons[name]!;
  }
  return { days, reasons };
}
