/** After the play: what is opened to everybody, what is struck out, who is done. */
import { added, type Evolutions } from './evolution';

export const DEBRIEFING: Evolutions<'unsealed' | 'text-redacted' | 'debrief-finished' | 'script-explained'> = {
  unsealed: (state, { scope }) => ({ unsealed: [...state.unsealed, scope] }),
  'text-redacted': (state, { ref }) => ({ redacted: [...state.redacted, ref] }),
  'debrief-finished': (state, { role }) => ({ debriefed: [...state.debriefed, role] }),
  'script-explained': (state, { role, move, why, seq }) => ({ reasons: added(state.reasons, { role, move, why, seq }) }),
};
