import { newId } from '../../kernel/identifier';
import type { Study } from '../enrolment/study';

/** views/cohorts/leaving.hbs */
export function leavingPage({ enrolmentId, cohort, chapter, state }: Study) {
  return {
    formId: newId(),
    action: `/learning/${enrolmentId}/leaving`,
    cohort: cohort.name,
    chapter: chapter.name,
    complete: state === 'completed',
  };
}
