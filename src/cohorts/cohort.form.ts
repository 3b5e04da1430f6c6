import { IsIn, Matches, MinLength, ValidateIf } from 'class-validator';
import { typedNumber } from '../kernel/digits';
import { type Language, LANGUAGES } from '../kernel/language';
import type { FormError } from '../web/forms/form.pipe';
import { Day, Text, Whole, Zone } from '../web/forms/rules';
import type { CohortDetails } from './cohorts.service';
import type { Cohort } from './cohort.entity';
import { dayAfter, daysBetween, spanProblem, usualSpan } from './schedule';

/** What a cohort is, as a lead types it. */
export class DetailsForm {
  @Text(120, 'cohorts.error.name')
  name = '';

  @IsIn(LANGUAGES, { message: 'cohorts.error.language' })
  language: Language;

  @Zone('cohorts.error.zone')
  zone = '';

  @Day('cohorts.error.starts-on')
  startsOn = '';

  @Day('cohorts.error.ends-on')
  endsOn = '';

  /** Empty: room for everybody. */
  @ValidateIf(({ places }: DetailsForm) => places !== '')
  @Whole(1, 10_000, 'cohorts.error.places')
  places = '';
}

/** A new cohort. */
export class CohortForm extends DetailsForm {
  /** The programme's slug. */
  @MinLength(1, { message: 'cohorts.error.programme' })
  programme = '';

  /** Which of the two buttons was pressed. */
  @IsIn(['', 'draft'], { message: 'errors.form.missing' })
  as = '';

  /** The cohort that is run again, whose timetable comes along; empty for one that is new. */
  @Matches(/^([0-9a-f-]{36})?$/, { message: 'errors.form.missing' })
  like = '';
}

/** Changes to a cohort, and the version of it that was on the page. */
export class SettingsForm extends DetailsForm {
  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';
}

/** What is wrong with days that exist, one by one. */
export function spanErrors({ errors, values }: { errors: FormError[]; values: DetailsForm }): FormError[] {
  if (errors.some(({ field }) => field === 'startsOn' || field === 'endsOn')) return [];
  const problem = spanProblem(values);
  return problem ? [{ field: 'endsOn', key: `cohorts.error.${problem}`, details: {} }] : [];
}

/** The fields as they stand on the page, from top to bottom. */
const ON_PAGE = ['name', 'programme', 'language', 'startsOn', 'endsOn', 'zone', 'places'];

/** Errors from whatever rules, in the order in which somebody meets them on the page. */
export function asOnPage(errors: readonly FormError[]): FormError[] {
  return [...errors].sort((a, b) => ON_PAGE.indexOf(a.field) - ON_PAGE.indexOf(b.field));
}

/** The details of a form without errors. */
export function detailsOf({ name, language, zone, startsOn, endsOn, places }: DetailsForm): CohortDetails {
  return { name, language, zone, startsOn, endsOn, places: typedNumber(places) };
}

/** A form for running a cohort again: everything as it was but the people, and as long as it was, from the next Monday on. */
export function again(cohort: Cohort, programme: string, now: Date): CohortForm {
  const { name, language, zone, places } = cohort;
  const { startsOn } = usualSpan(zone, now);
  const endsOn = dayAfter(startsOn, daysBetween(cohort.startsOn, cohort.endsOn));
  return { name, programme, as: '', language, zone, startsOn, endsOn, places: places === null ? '' : String(places), like: cohort.id };
}
