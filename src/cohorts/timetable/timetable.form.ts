import { IsIn, Matches } from 'class-validator';
import { Family } from '../../web/forms/fields';
import type { FormError } from '../../web/forms/form.pipe';
import { isDay } from '../../web/forms/rules';
import type { Span } from '../schedule';
import { problemsOf } from './problems';
import { type Days, ENDS, type Ends, type ModuleTimes, type Opening, OPENINGS, timesOf } from './timetable';

type ByModule = Record<string, string>;

/** The timetable of a cohort as a lead fills it in: three fields for each module, under its slug. */
export class TimetableForm {
  @Family() opens: ByModule = {};
  @Family() opensOn: ByModule = {};
  @Family() dueOn: ByModule = {};

  @IsIn(ENDS, { message: 'errors.form.missing' })
  ends: Ends;

  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';
}

export type TypedTimes = Omit<TimetableForm, 'version'>;

/** A timetable as its form shows it. */
export function typedTimes(days: Days, order: readonly string[]): TypedTimes {
  const each = (value: (times: ModuleTimes) => string): ByModule =>
    Object.fromEntries(order.map((module) => [module, value(timesOf(days, module))]));
  return {
    opens: each(({ opens }) => opens),
    opensOn: each(({ opensOn }) => opensOn ?? ''),
    dueOn: each(({ dueOn }) => dueOn ?? ''),
    ends: days.ends,
  };
}

/** What a form says about the modules that there are, and what is wrong with it, from the top to the bottom of the page. */
export function daysOf(form: TypedTimes, order: readonly string[], span: Span): { days: Days; errors: FormError[] } {
  const errors: FormError[] = [];
  const wrong = (field: string, module: string, key: string) => errors.push({ field: `${field}.${module}`, key, details: {} });
  const modules = order.map((module, place): [string, ModuleTimes] => {
    const asked = OPENINGS.find((one) => one === (form.opens[module] ?? 'start'));
    if (!asked) wrong('opens', module, 'errors.form.missing');
    const opens: Opening = asked === 'after' && place === 0 ? 'start' : (asked ?? 'start');
    const [opensOn, dueOn] = [opens === 'on' ? form.opensOn[module] || null : null, form.dueOn[module] || null];
    const unreadable = Object.entries({ opensOn, dueOn }).filter(([, day]) => day !== null && !isDay(day));
    for (const [field] of unreadable) wrong(field, module, 'timetable.error.day');
    const times = { opens, opensOn, dueOn };
    if (asked && !unreadable.length)
      for (const { field, problem } of problemsOf(times, span)) wrong(field, module, `timetable.error.${problem}`);
    return [module, times];
  });
  return { days: { ends: form.ends, modules: Object.fromEntries(modules) }, errors };
}
