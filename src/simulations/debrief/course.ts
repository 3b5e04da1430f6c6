/** A table as it was played, for looking back: where in the play each thing happened. */
import type { RoleStructure, ScenarioStructure, StakeholderGroup } from '../../content/scenario';
import type { TableEvent } from '../engine/events';
import type { TableState } from '../engine/state';

/** The log of a table and how it stands after it. */
export interface Played {
  state: TableState;
  events: readonly TableEvent[];
  scenario: ScenarioStructure;
}

/** The phase, and how many rounds had begun by then; '' and 0 before the first. */
export interface Moment {
  phase: string;
  round: number;
  at: number;
}

export interface Step {
  event: TableEvent;
  moment: Moment;
}

/** What enters a phase already belongs to it. */
export function course({ events, scenario }: Pick<Played, 'events' | 'scenario'>): Step[] {
  let [phase, round] = ['', 0];
  return events.map((event) => {
    if (event.type === 'phase-entered') {
      phase = event.phase;
      if (scenario.phases.some(({ key, kind }) => key === event.phase && kind === 'round')) round++;
    }
    return { event, moment: { phase, round, at: event.at } };
  });
}

/** Those who negotiate and are there: the chair, who takes no side, is not among them. */
export function delegatesOf({ state, scenario }: Pick<Played, 'state' | 'scenario'>): RoleStructure[] {
  return scenario.roles.filter(({ key, chair }) => !chair && (state.seats[key]?.holder.kind ?? 'vacant') !== 'vacant');
}

export function groupOf(role: string, { roles }: Pick<ScenarioStructure, 'roles'>): StakeholderGroup | null {
  return roles.find(({ key }) => key === role)?.group ?? null;
}

/** A share of a whole, in percent and rounded down; null of nothing. */
export function percent(part: number, whole: number): number | null {
  return whole > 0 ? Math.floor((part * 100) / whole) : null;
}
