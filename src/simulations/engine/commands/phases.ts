/** Moving a table on, holding its clock, and what the clock does by itself. */
import type { PhaseStructure } from '../../../content/scenario';
import { after } from '../after';
import type { Happening } from '../events';
import { dueInjects } from '../injects';
import { deadlineAfterSwitch, deadlineOf, GRACE, isOver, nextPhase, phaseOf, reachable } from '../phases';
import { refuse, type Refused } from '../refusing';
import type { TableState } from '../state';
import { outcomeOf } from './outcome';
import { handsClosed } from './polls';
import { isGathering, seatsHeld } from '../gathering';
import { type CommandOf, type Rules, type Table } from './rule';
import { lapsed } from './text';

type Names = 'enter-phase' | 'extend-phase' | 'pause' | 'resume' | 'switch-mode' | 'tick';

export const PHASES: Rules<Names> = {
  'enter-phase': {
    who: 'facilitator',
    unless: ({ state, scenario }) => (phaseOf(state, scenario).kind === 'debrief' ? refuse('after-outcome') : null),
    decide: (command, table) => refusesEntry(command, table) ?? entering(command.phase, table, command.until),
  },
  'extend-phase': {
    who: 'facilitator',
    unless: ({ state }) => (state.phase.deadline === null ? refuse('no-clock') : null),
    decide: ({ minutes, words, expectPhase }, { state, at }) => {
      const { deadline, number } = state.phase;
      if (expectPhase !== number) return refuse('moved-on');
      if (!Number.isInteger(minutes) || minutes < 1) return refuse('nothing-changed');
      const from = state.paused ? deadline! : Math.max(deadline!, at);
      return [{ type: 'deadline-moved', deadline: from + minutes * 60_000, words }];
    },
  },
  pause: {
    who: 'facilitator',
    unless: ({ state }) => (state.paused ? refuse('already-paused') : null),
    decide: (_, { state, at }) => {
      const { deadline } = state.phase;
      return [{ type: 'clock-paused', left: deadline === null ? null : Math.max(0, deadline - at) }];
    },
  },
  resume: {
    who: 'facilitator',
    unless: ({ state }) => (state.paused ? null : refuse('not-paused')),
    decide: ({ until = 0 }, { state, at }) => {
      const { left } = state.paused!;
      const latest = state.mode === 'async' ? until : 0;
      return [{ type: 'clock-resumed', deadline: left === null ? null : Math.max(at + left, latest) }];
    },
  },
  'switch-mode': {
    who: 'facilitator',
    unless: ({ state }) => (state.mode === 'solo' ? refuse('already-in-mode', { mode: 'solo' }) : state.paused ? refuse('paused') : null),
    decide: ({ mode, until }, { state, scenario, at }) => {
      if (mode === state.mode) return refuse('already-in-mode', { mode });
      if (!scenario.modes.includes(mode)) return refuse('mode-not-offered', { mode });
      return [{ type: 'mode-switched', mode, deadline: deadlineAfterSwitch(phaseOf(state, scenario), mode, at, until) }];
    },
  },
  tick: { who: 'facilitator', decide: ({ until }, table) => due(table, until) },
};

function refusesEntry({ phase, expectPhase }: CommandOf<'enter-phase'>, { state, scenario }: Table): Refused | null {
  if (expectPhase !== state.phase.number) return refuse('moved-on');
  if (phase === state.phase.key) return refuse('already-in-phase');
  const target = scenario.phases.find(({ key }) => key === phase);
  if (!target) return refuse('nothing-here');
  if (!reachable(state, scenario).includes(target)) {
    const next = nextPhase(state, scenario);
    return !state.outcome && target.kind === 'debrief' ? refuse('outcome-first') : refuse('not-next', { next: next?.key ?? '' });
  }
  return seatsMissing({ state, scenario });
}

/** A table begins when enough seats are taken. */
function seatsMissing({ state, scenario }: Pick<Table, 'state' | 'scenario'>): Refused | null {
  const { held, needed } = seatsHeld(state, scenario);
  return isGathering(state, scenario) ? refuse('seats-missing', { held, needed }) : null;
}

/** Leaving a phase ends what belonged to it. */
function entering(key: string, table: Table, until?: number): Happening[] {
  const { state, scenario, at } = table;
  const phase = scenario.phases.find((one) => one.key === key)!;
  const left: Happening[] = [
    ...(state.floor.speaking ? [{ type: 'floor-ended' as const, role: state.floor.speaking.role, reason: 'phase' as const }] : []),
    ...lapsed(state),
    ...handsClosed(state),
    ...(phase.kind === 'outcome' ? settledLevels(state) : []),
  ];
  const number = state.phase.number + 1;
  return [...left, { type: 'phase-entered', phase: phase.key, number, deadline: deadlineOf(phase, state.mode, at, until) }];
}

/** When the time for comments is over, what was published stands, with its challenges on record. */
function settledLevels({ clauses }: TableState): Happening[] {
  const published = Object.values(clauses).filter(({ assessment }) => assessment && !assessment.final);
  return published.map(({ key, assessment }) => ({ type: 'assessment-final', clause: key, level: assessment!.level }));
}

function due(table: Table, until?: number): Happening[] {
  const { state, scenario, at } = table;
  if (state.paused) return [];
  const injects = dueInjects(state, at, scenario); // those of the phase, before it is left
  const next = isOver(state, at) ? nextPhase(state, scenario) : null;
  if (next && !seatsMissing(table)) return [...injects, ...movedOn(next, { ...table, state: after(injects, state, at, scenario) }, until)];
  const { speaking } = state.floor;
  const isTimeUp = speaking && speaking.until !== null && at > speaking.until + GRACE[state.mode];
  return isTimeUp ? [...injects, { type: 'floor-ended', role: speaking.role, reason: 'time' }] : injects;
}

/** A table that has not decided in its time has what its last levels say; without them, no agreement. */
function movedOn(next: PhaseStructure, table: Table, until?: number): Happening[] {
  const decided: Happening[] = next.kind === 'debrief' && !table.state.outcome ? [outcomeOf(table)] : [];
  return [...decided, ...entering(next.key, { ...table, state: after(decided, table.state, table.at, table.scenario) }, until)];
}
