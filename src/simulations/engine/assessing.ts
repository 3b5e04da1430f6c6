/** What the table knows of a clause when somebody asks how far the room is. */
import type { ScenarioStructure } from '../../content/scenario';
import { isHeld } from './commands/rule';
import { assess, type Assessed, type Assessment } from './consensus';
import { isOver, phaseOf } from './phases';
import type { Clause, TableState } from './state';

/** The level that the evidence indicates now, and why. */
export function assessed(state: TableState, clause: string, at: number, scenario: ScenarioStructure): Assessment {
  return assess(evidence(state, clause, at, scenario), scenario.preset);
}

export function evidence(state: TableState, key: string, at: number, scenario: ScenarioStructure): Assessed {
  const clause = state.clauses[key]!;
  const eligible = scenario.roles.filter((role) => !role.chair && isHeld(state.seats[role.key]));
  return {
    clause: key,
    seats: eligible.map(({ key: role, group }) => ({ role, group, stance: clause.stances[role]?.stance ?? null })),
    objections: Object.values(state.objections).filter((one) => one.clause === key),
    readings: readings(clause, state, scenario),
    callClosed: isCallClosed(state, at, scenario),
  };
}

/** Every round in which a clause was on the table reads it once, and the last reading does. */
function readings({ tabledIn }: Clause, { entered }: TableState, { phases }: ScenarioStructure): number {
  const isReading = (key: string) => phases.some((phase) => phase.key === key && (phase.kind === 'round' || phase.kind === 'last-reading'));
  return tabledIn === null ? 0 : entered.filter((key, index) => isReading(key) && index + 1 >= tabledIn).length;
}

/** Where nobody counts the time, the call is over when the chair says how far the room is. */
function isCallClosed(state: TableState, at: number, scenario: ScenarioStructure): boolean {
  const { kind } = phaseOf(state, scenario);
  if (kind !== 'call') return kind === 'outcome' || kind === 'debrief';
  return state.phase.deadline === null || isOver(state, at);
}
