/** After the play: what is opened to everybody, what is struck out, who is done. */
import type { Evolutions } from './evolution';

export const DEBRIEFING: Evolutions<'unsealed' | 'text-redacted' | 'debrief-finished' | 'script-explained'> = {
  unsealed: (state, { scope }) => ({ ...state, unsealed: [...state.unsealed, scope] }),
  'text-redacted': (state, { ref }) => ({ ...state, redacted: [...state.redacted, ref] }),
  'debrief-finished': (state, { role }) => ({ ...state, debriefed: [...state.debriefed, role] }),
  'script-explained': (state, { role, move, why, seq }) => ({ ...state, reasons: [...state.reasons, { role, move, why, seq }] }),
};
