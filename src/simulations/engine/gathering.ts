/** Before a table begins: who is there, and whether that is enough. The briefing waits for those who are missing, whatever its clock says. */
import type { ScenarioStructure } from '../../content/scenario';
import { phaseOf } from './phases';
import type { TableState } from './state';

export function seatsHeld({ seats }: TableState, { players, roles }: ScenarioStructure): { held: number; needed: number } {
  const held = Object.values(seats).filter(({ holder }) => holder.kind !== 'vacant').length;
  return { held, needed: Math.min(players.min, roles.length) };
}

export function isGathering(state: TableState, scenario: ScenarioStructure): boolean {
  if (phaseOf(state, scenario).kind !== 'prebrief') return false;
  const { held, needed } = seatsHeld(state, scenario);
  return held < needed;
}
