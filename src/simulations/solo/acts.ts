/** How much one person can do in a phase, so that a run always comes to its end. */
import type { HappeningType, TableEvent } from '../engine/events';
import type { TableState } from '../engine/state';

export const MOST_ACTS = 12;
/** Saying where one stands is no act; but it is not said without end either. */
export const MOST_STANCES = 24;

type Run = { state: TableState; events: readonly TableEvent[] };

const ACTS: HappeningType[] = [
  'position-noted',
  'statement-made',
  'message-sent',
  'clause-tabled',
  'amendment-proposed',
  'amendment-seconded',
  'package-offered',
  'package-answered',
  'objection-raised',
  'objection-joined',
  'objection-answered',
  'objection-settled',
  'assessment-challenged',
  'minority-filed',
];

export function actsOf(run: Run): number {
  return inPhase(run).filter(({ type }) => ACTS.includes(type)).length;
}

export function stancesOf(run: Run): number {
  return inPhase(run).filter(({ type }) => type === 'stance-set').length;
}

/** The role of the one person at the table. */
export function personAt({ seats }: TableState): string {
  return Object.values(seats).find(({ holder }) => holder.kind === 'person')!.role;
}

function inPhase({ state, events }: Run): TableEvent[] {
  const person = personAt(state);
  const began = events.findLastIndex(({ type }) => type === 'phase-entered');
  return events.slice(began + 1).filter(({ by }) => typeof by !== 'string' && by.seat === person);
}
