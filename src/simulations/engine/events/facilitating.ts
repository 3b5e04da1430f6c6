/** What comes to the table from outside: announcements, a word to one seat, notes. */
import type { Evolutions } from './evolution';

export const FACILITATING: Evolutions<'inject-released' | 'inject-cancelled' | 'nudge-sent' | 'annotation-added'> = {
  'inject-released': (state, { inject, to, at }) => ({ injects: { ...state.injects, [inject]: { state: 'released', at, to } } }),
  'inject-cancelled': (state, { inject, at }) => ({
    injects: { ...state.injects, [inject]: { state: 'cancelled', at, to: [] } },
  }),
  'nudge-sent': (state, { to, words, at }) => ({ nudges: [...state.nudges, { to, words, at }] }),
  'annotation-added': (state, { words, at }) => ({ annotations: [...state.annotations, { words, at }] }),
};
