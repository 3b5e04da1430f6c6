import { newId } from '../../kernel/identifier';
import type { OwnCohort } from '../cohort-team.guard';
import { stateOf } from './state';

/** What stands above the pages of a cohort that is prepared or was put away, with the press that ends it; printed by views/cohorts/_state.hbs. */
export function stateNote({ cohort, lead }: OwnCohort, now: Date) {
  const state = stateOf(cohort, now);
  if (state !== 'draft' && state !== 'archived') return null;
  const address = `/cohorts/${cohort.id}`;
  return {
    draft: state === 'draft',
    archivedAt: cohort.archivedAt,
    action: lead ? `${address}/${state === 'draft' ? 'opening' : 'return'}` : null,
    formId: newId(),
  };
}
