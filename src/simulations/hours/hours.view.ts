import { newId } from '../../kernel/identifier';
import type { Say } from '../../languages/phrases';
import { conflictPage } from '../../web/errors/errors.view';
import type { FormError } from '../../web/forms/form.pipe';
import type { Page } from '../../web/views/page';
import type { TableState } from '../engine/state';
import type { Facilitated } from '../together/team-table.guard';
import { type Absence, ABSENCES } from './absence';
import type { AbsenceRule } from './absence-rule.entity';
import { twoClocks } from './two-clocks';
import { awakeAt } from './waking';

type SetRule = Pick<AbsenceRule, 'rule' | 'version'>;

/** views/simulations/hours.hbs: until when a table's window is open, for how many that is by day, and what becomes of whoever is away. */
export function hoursPage(
  { cohort, chapter, table }: Facilitated,
  { mode, paused, phase: { deadline } }: TableState,
  { rule, version }: SetRule,
  zones: readonly string[],
  { language }: Page,
  errors: FormError[],
) {
  const at = deadline === null || paused ? null : new Date(deadline);
  return {
    formId: newId(),
    name: table.name,
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    cohort: { name: cohort.name, address: `/cohorts/${cohort.id}` },
    action: `/cohorts/${cohort.id}/tables/${table.id}/hours`,
    written: mode === 'async',
    until: at && {
      at,
      ...twoClocks(at, language, cohort.zone),
      awake: awakeAt(at.getTime(), zones),
      people: zones.length,
    },
    version,
    rules: ABSENCES.map((key) => ({ key, chosen: key === rule })),
    errors: errors.length ? errors : null,
  };
}

/** views/errors/conflict.hbs: two of the team chose differently; the one who was second decides. */
export function absenceConflict(address: string, mine: Absence, theirs: SetRule, say: Say) {
  const said = (rule: Absence) => say(`hours.rule.${rule}`);
  const field = { name: 'rule', label: 'hours.rule.field', mine, theirs: theirs.rule };
  return conflictPage({
    title: 'hours.rule.conflict',
    back: address,
    action: address,
    version: theirs.version,
    formId: newId(),
    fields: [{ ...field, said: { mine: said(mine), theirs: said(theirs.rule) } }],
  });
}
