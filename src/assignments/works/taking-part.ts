/** Whether somebody still takes part in a cohort in which there is somebody to answer: then they write and review; otherwise they read what is there. */
import type { Study } from '../../cohorts/enrolment/study';

export function isTakingPart({ state, cohort }: Pick<Study, 'state'> & { cohort: Pick<Study['cohort'], 'archivedAt'> }): boolean {
  return state !== 'withdrawn' && cohort.archivedAt === null;
}
