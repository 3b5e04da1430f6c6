import { newId } from '../../kernel/identifier';
import { type Language, LANGUAGE_NAMES } from '../../kernel/language';
import { formatDay } from '../../languages/formats';
import { conflictPage } from '../../web/errors/errors.view';
import type { FormError } from '../../web/forms/form.pipe';
import type { Cohort } from '../cohort.entity';
import type { DetailsForm, SettingsForm } from '../cohort.form';
import type { OwnCohort } from '../cohort-team.guard';
import { detailFields } from '../cohorts.view';
import { allows } from '../states/state';
import { stateNote } from '../states/state.view';

/** views/cohorts/settings.hbs */
export function settingsPage(own: OwnCohort, now: Date, given: SettingsForm | null = null, errors: FormError[] = []) {
  const { cohort, chapter } = own;
  const address = `/cohorts/${cohort.id}`;
  return {
    formId: newId(),
    cohort: { name: cohort.name, address },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    action: `${address}/settings`,
    linkAddress: `${address}/link`,
    state: stateNote(own, now),
    archive: allows(cohort, 'archive', now) ? { action: `${address}/archiving`, formId: newId() } : null,
    changeable: allows(cohort, 'change', now),
    version: given?.version ?? String(cohort.version),
    ...detailFields(given ?? typed(cohort), cohort),
    errors: errors.length ? errors : null,
  };
}

/** views/errors/conflict.hbs: two leads changed the same cohort; the one who was second decides. */
export function settingsConflict(mine: SettingsForm, cohort: Cohort, language: Language) {
  const theirs = typed(cohort);
  const words: Partial<Record<keyof DetailsForm, (value: string) => string>> = {
    language: (value) => LANGUAGE_NAMES[value as Language],
    startsOn: (value) => formatDay(value, 'date', language),
    endsOn: (value) => formatDay(value, 'date', language),
  };
  const field = (name: keyof DetailsForm, label: string) => {
    const say = words[name] ?? ((value: string) => value);
    const [own, other] = [String(mine[name]), String(theirs[name])];
    return { name, label: `cohorts.field.${label}`, mine: own, theirs: other, said: { mine: say(own), theirs: say(other) } };
  };
  return conflictPage({
    title: 'cohorts.settings.conflict',
    back: `/cohorts/${cohort.id}/settings`,
    action: `/cohorts/${cohort.id}/settings`,
    version: cohort.version,
    formId: newId(),
    fields: [
      field('name', 'name'),
      field('language', 'language'),
      field('zone', 'zone'),
      field('startsOn', 'starts-on'),
      field('endsOn', 'ends-on'),
      field('places', 'places'),
    ],
  });
}

/** A cohort as its form shows it. */
function typed({ name, language, zone, startsOn, endsOn, places }: Cohort): DetailsForm {
  return { name, language, zone, startsOn, endsOn, places: places === null ? '' : String(places) };
}
