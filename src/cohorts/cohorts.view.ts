import type { Chapter } from '../chapters/chapter.entity';
import { languagesOf } from '../chapters/chapter-languages';
import type { OwnChapter } from '../chapters/chapter-team.guard';
import { languageOptions, zoneOptions } from '../languages/choices';
import { type Shown, spoken } from '../content/translation';
import { newId } from '../kernel/identifier';
import { type Language, LANGUAGE_NAMES } from '../kernel/language';
import type { FormError } from '../web/forms/form.pipe';
import type { Cohort } from './cohort.entity';
import type { CohortForm, DetailsForm } from './cohort.form';
import type { Offered } from './programmes.service';
import { usualSpan, week } from './schedule';
import { stateOf } from './states/state';

interface Figures {
  people: ReadonlyMap<string, number>;
  titles: ReadonlyMap<string, Shown>;
}

/** views/cohorts/list.hbs: all but those that were put away. */
export function listPage(own: OwnChapter, cohorts: Cohort[], figures: Figures, now: Date) {
  const address = `/chapters/${own.chapter.slug}`;
  const listed = cohorts.filter(({ archivedAt }) => !archivedAt);
  return {
    chapter: { name: own.chapter.name, address },
    newAddress: own.lead ? `${address}/cohorts/new` : null,
    cohorts: rowsToRepeat(own, listed, figures, now),
    archived: cohorts.length - listed.length,
    archivedAddress: `${address}/cohorts/archived`,
  };
}

/** views/cohorts/archived.hbs */
export function archivedPage(own: OwnChapter, cohorts: Cohort[], figures: Figures, now: Date) {
  const address = `/chapters/${own.chapter.slug}`;
  return {
    chapter: { name: own.chapter.name, address },
    listAddress: `${address}/cohorts`,
    cohorts: rowsToRepeat(own, cohorts, figures, now),
  };
}

function rowsToRepeat({ chapter, lead }: OwnChapter, cohorts: Cohort[], figures: Figures, now: Date) {
  return cohortRows(cohorts, figures, now).map((row, at) => ({
    ...row,
    again: lead ? `/chapters/${chapter.slug}/cohorts/new?like=${cohorts[at]!.id}` : null,
  }));
}

/** Cohorts as lines of a list; printed by views/cohorts/_rows.hbs. */
export function cohortRows(cohorts: readonly Cohort[], { people, titles }: Figures, now: Date) {
  return cohorts.map((cohort) => ({
    address: `/cohorts/${cohort.id}`,
    name: cohort.name,
    programme: spoken(titles.get(cohort.programmeVersionId)!),
    language: LANGUAGE_NAMES[cohort.language],
    startsOn: cohort.startsOn,
    endsOn: cohort.endsOn,
    state: stateOf(cohort, now),
    archivedAt: cohort.archivedAt,
    week: week(cohort, now),
    people: people.get(cohort.id) ?? 0,
    places: cohort.places,
    again: null as string | null,
  }));
}

/** views/cohorts/new.hbs: everything is filled in as it usually is; `usually` is the programme that the chapter took last. */
export function newPage(
  chapter: Chapter,
  { programmes, usually }: { programmes: Offered[]; usually: string | null },
  now: Date,
  given: CohortForm | null = null,
  errors: FormError[] = [],
) {
  const { name, language, zone } = chapter;
  const usual: DetailsForm = { ...usualSpan(zone, now), name: '', language, places: '' };
  const chosen = given?.programme ?? usually ?? programmes[0]?.slug ?? null;
  const address = `/chapters/${chapter.slug}/cohorts`;
  return {
    formId: newId(),
    chapter: { name, address: `/chapters/${chapter.slug}` },
    listAddress: address,
    action: address,
    like: given?.like ?? '',
    ...detailFields(given ?? usual, chapter, languagesOf(chapter)),
    programmes: programmes.map(({ slug, title }) => ({
      value: slug,
      label: title.text,
      language: title.language,
      selected: slug === chosen,
    })),
    errors: errors.length ? errors : null,
  };
}

/** What the fields of a cohort hold; printed by views/cohorts/_details.hbs. A language or zone that is none falls back to the one before; `first` are the languages that are likely. */
export function detailFields(values: DetailsForm, before: { language: Language; zone: string }, first: readonly Language[] = []) {
  const language = Object.hasOwn(LANGUAGE_NAMES, values.language ?? '') ? values.language : before.language;
  return {
    name: values.name,
    startsOn: values.startsOn,
    endsOn: values.endsOn,
    places: values.places,
    languages: languageOptions(language, first),
    zones: zoneOptions(language, values.zone || before.zone),
  };
}
