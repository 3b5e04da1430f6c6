/** A table as it will be when something has happened that is not recorded yet. */
import type { ScenarioStructure } from '../../content/scenario';
import type { Happening, TableEvent } from './events';
import { fold } from './evolve';
import type { TableState } from './state';

export function after(happenings: readonly Happening[], state: TableState, at: number, scenario: ScenarioStructure): TableState {
  const events = happenings.map((one, index): TableEvent => ({ ...one, seq: state.seq + 1 + index, at, by: 'machine', audience: 'all' }));
  return fold(events, scenario, state);
}
