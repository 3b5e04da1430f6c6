/** When the clock has to act at a table next, in milliseconds since 1970; null while it has nothing to wait for. */
import type { ScenarioStructure } from '../../content/scenario';
import { isGathering } from './gathering';
import { waitingInjects } from './injects';
import { GRACE, nextPhase } from './phases';
import type { TableState } from './state';

export function nextDue(state: TableState, scenario: ScenarioStructure): number | null {
  const { mode, paused, phase, floor } = state;
  if (mode === 'solo' || paused) return null; // alone, nothing happens by the clock
  const after = (moment: number | null) => (moment === null ? [] : [moment + GRACE[mode] + 1]);
  const announcements = waitingInjects(state, scenario).flatMap(({ at }) =>
    'phase' in at && at.phase === phase.key ? [phase.since + at.minute * 60_000] : [],
  );
  const end = nextPhase(state, scenario) && !isGathering(state, scenario) ? after(phase.deadline) : [];
  const moments = [...end, ...after(floor.speaking?.until ?? null), ...announcements];
  return moments.length ? Math.min(...moments) : null;
}
