/** Timetables that are worked out: spread over the weeks of a cohort, or moved with it. */
import { dayAfter, daysBetween, type Span } from '../schedule';
import type { Days, Ends, ModuleTimes } from './timetable';

/** The modules spread evenly over the weeks: each opens as a week begins, and is due on the last day before the next one opens. */
export function usualDays(order: readonly string[], span: Pick<Span, 'startsOn' | 'endsOn'>, ends: Ends): Days {
  const length = daysBetween(span.startsOn, span.endsOn) + 1;
  const weeks = Math.max(1, Math.ceil(length / 7));
  const weekOf = (place: number) => Math.floor((place * weeks) / order.length);
  const within = (days: number) => dayAfter(span.startsOn, Math.min(days, length - 1));
  const modules = order.map((module, place): [string, ModuleTimes] => {
    const [from, to] = [weekOf(place), Math.max(weekOf(place + 1), weekOf(place) + 1)];
    return [module, { opens: 'on', opensOn: within(from * 7), dueOn: place === order.length - 1 ? span.endsOn : within(to * 7 - 1) }];
  });
  return { ends, modules: Object.fromEntries(modules) };
}

/** The same timetable so many days later. */
export function shifted({ ends, modules }: Days, days: number): Days {
  const later = (day: string | null) => (day === null ? null : dayAfter(day, days));
  const moved = Object.entries(modules).map(([module, { opens, opensOn, dueOn }]): [string, ModuleTimes] => [
    module,
    { opens, opensOn: later(opensOn), dueOn: later(dueOn) },
  ]);
  return { ends, modules: Object.fromEntries(moved) };
}
