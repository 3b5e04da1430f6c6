/** How a run for one person ends: the outcome is recorded, what was sealed is opened, and the debrief begins. */
import { UNSEALS } from '../engine/commands/debriefing';
import { carriedOut } from './log';
import type { Log } from './log';

/** What the final levels say. */
export function recorded(log: Log, chair: string, now: number): Log {
  return carriedOut(log, { do: 'adopt-outcome' }, { seat: chair }, now);
}

/** As far as it was announced before anybody sat down. */
export function unsealed(log: Log, now: number): Log {
  const scopes = UNSEALS[log.scenario.unseal];
  return scopes.reduce((after, scope) => carriedOut(after, { do: 'unseal', scope }, 'machine', now), log);
}
