/** What a seat has still to do in the phase that is open. Everything else is nice to have, and nobody is reminded of it. */
import { ALLOWED, phaseOf } from '../engine/phases';
import type { Log } from '../solo/log';

export type Undone = 'brief' | 'notes' | 'statement' | 'part' | 'position' | 'ruling' | 'level' | 'outcome' | 'debrief';

/** The first thing that waits for it; null for a seat that has done its part, and for one that no person sits in. */
export function undone(log: Log, role: string): Undone | null {
  const { state, scenario } = log;
  const seat = Object.hasOwn(state.seats, role) ? state.seats[role]! : null;
  if (seat?.holder.kind !== 'person') return null;
  const { kind } = phaseOf(state, scenario);
  if (!(seat.contract && seat.briefed) && ALLOWED[kind].has('acknowledge-brief')) return 'brief';
  const chairs = scenario.roles.some(({ key, chair }) => key === role && chair);
  switch (kind) {
    case 'prebrief':
      return null;
    case 'preparation':
      return seat.positions.length ? null : 'notes';
    case 'opening':
      return chairs || state.statements.some((said) => said.role === role && said.phase === state.phase.number) ? null : 'statement';
    case 'round':
      return chairs ? ruling(log) : hasActed(log, role) ? null : 'part';
    case 'last-reading':
      return chairs ? ruling(log) : position(log, role);
    case 'call':
      return chairs ? (ruling(log) ?? level(log)) : position(log, role);
    case 'outcome':
      return chairs && !state.outcome ? 'outcome' : null;
    case 'debrief':
      return state.debriefed.includes(role) ? null : 'debrief';
  }
}

/** A person's seat that has something to do, and has done nothing since the phase began, as far as all can see. */
export function isAbsent(log: Log, role: string): boolean {
  return undone(log, role) !== null && !hasActed(log, role);
}

/** The same as everybody at the table can see it, for a page that shows nothing else: private notes and promises stay out of it. */
export function seenUndone(log: Log, role: string): Undone | null {
  const found = undone(log, role);
  if (found === 'notes') return null;
  return found === 'brief' && log.state.seats[role]!.briefed ? null : found;
}

/** Whether the seat has done anything since the phase began that all can see: what it says in private must not show, whatever follows from it. */
function hasActed({ events }: Log, role: string): boolean {
  const entered = events.findLastIndex(({ type }) => type === 'phase-entered');
  return events.slice(entered).some(({ by, audience }) => audience === 'all' && typeof by !== 'string' && by.seat === role);
}

const tabled = ({ state }: Log) => Object.values(state.clauses).filter((clause) => clause.state === 'tabled');

/** Somewhere on the table it has not said where it stands. */
const position = (log: Log, role: string) => (tabled(log).some(({ stances }) => !Object.hasOwn(stances, role)) ? 'position' : null);

/** An objection was answered, and waits for the chair. */
const ruling = ({ state }: Log) => (Object.values(state.objections).some((one) => one.state === 'answered') ? 'ruling' : null);

const level = (log: Log) => (tabled(log).some(({ assessment }) => !assessment?.final) ? 'level' : null);
