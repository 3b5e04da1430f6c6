import { spoken } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { formatDay } from '../../languages/formats';
import type { ModuleOutline } from '../../modules/outlines.service';
import { conflictPage } from '../../web/errors/errors.view';
import type { FormError } from '../../web/forms/form.pipe';
import { isDay } from '../../web/forms/rules';
import type { Page } from '../../web/views/page';
import type { Cohort } from '../cohort.entity';
import type { OwnCohort } from '../cohort-team.guard';
import { ENDS, NO_DAYS, OPENINGS } from './timetable';
import { type TypedTimes, typedTimes } from './timetable.form';

interface Around {
  /** What stands in the form is not saved yet. */
  filled?: boolean;
  /** The one on the page that was sent. */
  version?: string;
  errors?: FormError[];
}

/** views/cohorts/timetable.hbs */
export function timetablePage({ cohort, chapter }: OwnCohort, modules: ModuleOutline[], typed: TypedTimes, around: Around = {}) {
  const address = `/cohorts/${cohort.id}`;
  const errors = around.errors ?? [];
  return {
    formId: newId(),
    cohort: { name: cohort.name, address, startsOn: cohort.startsOn, endsOn: cohort.endsOn, zone: cohort.zone.replaceAll('_', ' ') },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    action: `${address}/timetable`,
    usualAddress: `${address}/timetable?fill=usual`,
    beforeAddress: cohort.timetable?.before ? `${address}/timetable?fill=before` : null,
    filled: around.filled ?? false,
    version: around.version ?? String(cohort.version),
    modules: modules.map(({ slug, title }, index) => ({
      opensName: `opens.${slug}`,
      opensOnName: `opensOn.${slug}`,
      dueOnName: `dueOn.${slug}`,
      number: index + 1,
      title: spoken(title),
      opens: OPENINGS.filter((opening) => opening !== 'after' || index > 0).map((opening) => ({
        value: opening,
        selected: opening === (typed.opens[slug] ?? 'start'),
      })),
      opensOn: typed.opensOn[slug] ?? '',
      dueOn: typed.dueOn[slug] ?? '',
    })),
    ends: ENDS.map((end) => ({ value: end, chosen: end === (typed.ends ?? 'zone') })),
    errors: errors.length ? errors : null,
  };
}

/** views/errors/conflict.hbs: somebody changed the cohort while its timetable was filled in. */
export function timetableConflict(mine: TypedTimes, cohort: Cohort, modules: ModuleOutline[], { say, language }: Page) {
  const theirs = typedTimes(
    cohort.timetable ?? NO_DAYS,
    modules.map(({ slug }) => slug),
  );
  const day = (value: string) => (isDay(value) ? formatDay(value, 'day', language) : '–');
  const opens = (value: string) => say(`timetable.opens.${value}`);
  const row = (name: string, label: string, [own, other]: [string, string], said: (value: string) => string, of: string | null) => ({
    name,
    label,
    of,
    mine: own,
    theirs: other,
    said: { mine: said(own), theirs: said(other) },
  });
  return conflictPage({
    title: 'timetable.conflict',
    back: `/cohorts/${cohort.id}/timetable`,
    action: `/cohorts/${cohort.id}/timetable`,
    version: cohort.version,
    formId: newId(),
    fields: [
      ...modules.flatMap(({ slug, title }) => {
        const both = (family: 'opens' | 'opensOn' | 'dueOn'): [string, string] => [mine[family][slug]!, theirs[family][slug]!];
        return [
          row(`opens.${slug}`, 'timetable.field.opens', both('opens'), opens, title.text),
          row(`opensOn.${slug}`, 'timetable.field.opens-on', both('opensOn'), day, title.text),
          row(`dueOn.${slug}`, 'timetable.field.due-on', both('dueOn'), day, title.text),
        ];
      }),
      row('ends', 'timetable.field.ends', [mine.ends, theirs.ends], (value) => say(`timetable.ends.${value}`), null),
    ],
  });
}
