/** What is wrong with the days of a timetable that all exist. */
import type { Span } from '../schedule';
import type { ModuleTimes } from './timetable';

export type TimesProblem =
  { field: 'opensOn'; problem: 'opens-missing' | 'opens-outside' } | { field: 'dueOn'; problem: 'due-outside' | 'due-first' };

/** Of one module, one problem for each of its days at most. A day lies in the span from the cohort's first to its last day, both included. */
export function problemsOf(
  { opens, opensOn, dueOn }: ModuleTimes,
  { startsOn, endsOn }: Pick<Span, 'startsOn' | 'endsOn'>,
): TimesProblem[] {
  const outside = (day: string) => day < startsOn || day > endsOn;
  const found: TimesProblem[] = [];
  if (opens === 'on' && opensOn === null) found.push({ field: 'opensOn', problem: 'opens-missing' });
  if (opens === 'on' && opensOn !== null && outside(opensOn)) found.push({ field: 'opensOn', problem: 'opens-outside' });
  if (dueOn === null) return found;
  if (outside(dueOn)) found.push({ field: 'dueOn', problem: 'due-outside' });
  else if (opens === 'on' && opensOn !== null && dueOn < opensOn) found.push({ field: 'dueOn', problem: 'due-first' });
  return found;
}
