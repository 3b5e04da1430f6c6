/** Whether a seat can hum now: a hum ends with the phase in which it was opened, and the chair takes no side. */
import type { ScenarioStructure } from '../../content/scenario';
import { delegates, find } from '../engine/commands/rule';
import type { TableEvent } from '../engine/events';
import { isOver } from '../engine/phases';
import { refuse, type Refused } from '../engine/refusing';
import type { TableState } from '../engine/state';

interface Known {
  state: TableState;
  scenario: ScenarioStructure;
  events: readonly TableEvent[];
}

/** Null when it can. */
export function refusesHum({ state, scenario, events }: Known, hum: string, role: string, at: number): Refused | null {
  const one = find(state.hums, hum);
  if (!one) return refuse('nothing-here');
  if (!one.open || hasPassed(events, hum)) return refuse('already-closed');
  if (!delegates({ state, scenario }).includes(role))
    return refuse(scenario.roles.some(({ key, chair }) => chair && key === role) ? 'chair-takes-no-side' : 'briefing-first');
  if (state.paused) return refuse('paused');
  return isOver(state, at) ? refuse('phase-over') : null;
}

/** Whether the table has gone on since the question was put. */
export function hasPassed(events: readonly TableEvent[], hum: string): boolean {
  const opened = events.findLastIndex((event) => event.type === 'hum-opened' && event.id === hum);
  return events.slice(opened).some(({ type }) => type === 'phase-entered');
}
