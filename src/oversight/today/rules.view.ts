import type { OwnCohort } from '../../cohorts/cohort-team.guard';
import { newId } from '../../kernel/identifier';
import { conflictPage } from '../../web/errors/errors.view';
import type { FormError } from '../../web/forms/form.pipe';
import type { SetRules } from './need-rules.service';
import { QUIET_HOURS, RULE_BOUNDS, type NeedRules } from './needs';
import type { RulesForm } from './rules.form';

const ON_PAGE = ['failedTries', 'wrongInARow', 'notStartedDays', 'silentDays'] as const;
const phraseOf: Record<keyof NeedRules, string> = {
  failedTries: 'failed',
  wrongInARow: 'wrong-in-a-row',
  notStartedDays: 'not-started',
  silentDays: 'silent',
};

const place = ({ field }: FormError) => ON_PAGE.findIndex((name) => name === field);

/** views/oversight/rules.hbs. `digest`: whether the lead who looks gets the weekly letter; null for whoever is no lead of the chapter. */
export function rulesPage(
  { cohort, chapter, lead }: OwnCohort,
  { rules, version }: SetRules,
  digest: boolean | null,
  given: RulesForm | null = null,
  errors: FormError[] = [],
) {
  const address = `/cohorts/${cohort.id}`;
  return {
    formId: newId(),
    digestFormId: newId(),
    cohort: { name: cohort.name, address },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    lead,
    hours: QUIET_HOURS,
    action: `${address}/rules`,
    digestAction: `${address}/digest`,
    digest: digest === null ? null : { wanted: digest, other: digest ? 'no' : 'yes' },
    zone: chapter.zone.replaceAll('_', ' '),
    version: given?.version ?? String(version),
    rules: ON_PAGE.map((name) => ({
      name,
      phrase: phraseOf[name],
      count: rules[name],
      value: given ? given[name] : String(rules[name]),
      min: RULE_BOUNDS[name][0],
      max: RULE_BOUNDS[name][1],
    })),
    errors: errors.length ? [...errors].sort((a, b) => place(a) - place(b)) : null,
  };
}

/** views/errors/conflict.hbs: two leads changed the same rules; the one who was second decides. */
export function rulesConflict({ cohort }: OwnCohort, mine: RulesForm, { rules, version }: SetRules) {
  const address = `/cohorts/${cohort.id}/rules`;
  return conflictPage({
    title: 'oversight.rules.conflict',
    back: address,
    action: address,
    version,
    formId: newId(),
    fields: ON_PAGE.map((name) => ({
      name,
      label: `oversight.rules.field.${phraseOf[name]}`,
      mine: mine[name],
      theirs: String(rules[name]),
    })),
  });
}
