/** How a table goes from phase to phase, and what happens to its clock. */
import type { Clause, TableState } from '../state';
import type { Evolutions } from './evolution';

export const PHASES: Evolutions<'phase-entered' | 'deadline-moved' | 'clock-paused' | 'clock-resumed' | 'mode-switched'> = {
  'phase-entered': (state, { phase, number, deadline, at }, { phases }) => {
    const entered: Partial<TableState> = {
      phase: { key: phase, number, since: at, deadline },
      entered: [...state.entered, phase],
      paused: null,
      floor: { ...state.floor, queue: [], speaking: null },
    };
    const isRound = phases.find(({ key }) => key === phase)?.kind === 'round';
    return isRound ? { ...entered, calls: [], clauses: reopened(state.clauses) } : entered;
  },
  'deadline-moved': (state, { deadline }) => {
    const { deadline: before } = state.phase;
    const paused = state.paused && before !== null ? { ...state.paused, left: (state.paused.left ?? 0) + deadline - before } : state.paused;
    return { phase: { ...state.phase, deadline }, paused };
  },
  'clock-paused': (_state, { left, at }) => ({ paused: { left, at } }),
  // The time that stood still counts for nobody: neither for the phase nor for whoever is speaking.
  'clock-resumed': (state, { deadline, at }) => {
    const stood = at - (state.paused?.at ?? at);
    const { speaking } = state.floor;
    const later = speaking && { ...speaking, until: speaking.until === null ? null : speaking.until + stood };
    return {
      paused: null,
      phase: { ...state.phase, since: state.phase.since + stood, deadline },
      floor: { ...state.floor, speaking: later },
    };
  },
  'mode-switched': (state, { mode, deadline, at }) => ({
    mode,
    phase: { ...state.phase, since: at, deadline },
    floor: { ...state.floor, queue: [], speaking: null },
  }),
};

/** Going back to talk lifts every designation: it was of a text that is open again. */
function reopened(clauses: Record<string, Clause>): Record<string, Clause> {
  return Object.fromEntries(Object.entries(clauses).map(([key, clause]) => [key, { ...clause, assessment: null }]));
}
