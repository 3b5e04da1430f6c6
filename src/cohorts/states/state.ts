import { phase, type Span } from '../schedule';

/** Where a cohort stands in its life, and what may be done with it there. */
export type CohortState = 'draft' | 'open' | 'running' | 'finished' | 'archived';

/** `join`: getting in by whatever way, `change`: its details, its people and what is said to them, `open`, `archive` and `bring-back`: its state. */
export type CohortAct = 'join' | 'change' | 'open' | 'archive' | 'bring-back';

/** What is stored; everything else follows from the days. */
export interface Lived extends Span {
  /** Null while it is prepared. */
  openedAt: Date | null;
  /** Null unless it was put away. */
  archivedAt: Date | null;
}

const ALLOWED: Record<CohortState, readonly CohortAct[]> = {
  draft: ['change', 'open', 'archive'],
  open: ['join', 'change'],
  running: ['join', 'change'],
  finished: ['change', 'archive'],
  archived: ['bring-back'],
};

/** What was put away stays so whatever its days say, and a draft does not begin by itself. */
export function stateOf(cohort: Lived, now: Date): CohortState {
  if (cohort.archivedAt) return 'archived';
  if (!cohort.openedAt) return 'draft';
  return ({ coming: 'open', running: 'running', over: 'finished' } as const)[phase(cohort, now)];
}

export function allows(cohort: Lived, act: CohortAct, now: Date): boolean {
  return ALLOWED[stateOf(cohort, now)].includes(act);
}

/** The phrase that says why nobody can get in; null when people can. What was put away is over for whoever comes. */
export function closedTo(cohort: Lived, now: Date): string | null {
  if (allows(cohort, 'join', now)) return null;
  return cohort.openedAt ? 'cohorts.refusal.over' : 'states.refusal.not-open';
}
