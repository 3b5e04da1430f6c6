/**
 * What becomes of a window of letters in which somebody did nothing: the table waits a day, goes on without them, a script sits in for them, or
 * somebody who stands ready takes over the seat.
 */
import { isOver, phaseOf } from '../engine/phases';
import { isGathering } from '../engine/gathering';
import { isRefused } from '../engine/refusing';
import type { Command } from '../engine/commands';
import { appended, type Log } from '../solo/log';
import { isAbsent } from './undone';
import { wakingHour } from './waking';

export const ABSENCES = ['proceed', 'wait', 'script', 'alternate'] as const;
export type Absence = (typeof ABSENCES)[number];

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Where each seat's part is needed for the others to go on, and all can see whether it was done. */
const COUNTS = ['prebrief', 'opening', 'round', 'last-reading', 'call'];
/** After it there is nothing left to do in a seat. */
const LAST = 'call';

/**
 * The log of a table whose window may be over, with what its rule makes of those who were away. `zones` of the people there; `ready`: who
 * stands ready, as the log knows them, whoever is first in turn first.
 */
export function afterAbsence(log: Log, rule: Absence, now: number, zones: readonly string[], ready: readonly string[] = []): Log {
  const { state, scenario } = log;
  const ended = state.mode === 'async' && !state.paused && !state.outcome && isOver(state, now) && !isGathering(state, scenario);
  if (rule === 'proceed' || !ended || !COUNTS.includes(phaseOf(state, scenario).kind)) return log;
  const away = scenario.roles.map(({ key }) => key).filter((role) => isAbsent(log, role));
  if (!away.length) return log;
  if (rule === 'alternate') return phaseOf(state, scenario).kind === LAST ? log : steppedIn(log, away, ready, now);
  return rule === 'wait' ? waited(log, now, zones) : satIn(log, away, now);
}

/** Once in a window, for a day and until people are awake. */
function waited(log: Log, now: number, zones: readonly string[]): Log {
  const entered = log.events.findLastIndex(({ type }) => type === 'phase-entered');
  if (log.events.slice(entered).some(({ type, by }) => type === 'deadline-moved' && by === 'machine')) return log;
  const from = Math.max(log.state.phase.deadline!, now, log.state.at);
  const minutes = Math.ceil((wakingHour(from + DAY, zones) - from) / MINUTE);
  const words = { phrase: 'hours.absence.waited' };
  return on(log, { do: 'extend-phase', minutes, words, expectPhase: log.state.phase.number }, now);
}

/** A seat for which nobody wrote a script stays with its person. */
function satIn(log: Log, away: readonly string[], now: number): Log {
  return away.reduce((after, role) => on(after, { do: 'take-seat', role, holder: { kind: 'script' } }, now), log);
}

/** One for each seat, as far as there are any; whoever sat there looks on from then on. */
function steppedIn(log: Log, away: readonly string[], ready: readonly string[], now: number): Log {
  const holder = (person: string) => ({ kind: 'person', person, standsIn: true }) as const;
  return away
    .slice(0, ready.length)
    .reduce((after, role, at) => on(after, { do: 'take-seat', role, holder: holder(ready[at]!) }, now), log);
}

function on(log: Log, command: Command, now: number): Log {
  const after = appended(log, command, 'machine', now);
  return isRefused(after) ? log : after;
}

/**
 * Whoever was away and comes back has their seat again before they do anything with it, and was briefed before. What a facilitator gave to a
 * script stays with it.
 */
export function cameBack(log: Log, role: string, person: string, now: number): Log {
  const taken = log.events.findLast((event) => event.type === 'seat-taken' && event.role === role);
  if (log.state.seats[role]?.holder.kind !== 'script' || taken?.by !== 'machine') return log;
  const seated = on(log, { do: 'take-seat', role, holder: { kind: 'person', person } }, now);
  const briefed = [{ do: 'accept-contract' }, { do: 'acknowledge-brief' }] as const;
  const back = briefed.reduce((after: Log | null, command) => {
    const next = after && appended(after, command, { seat: role }, now);
    return next && !isRefused(next) ? next : null;
  }, seated);
  return back ?? log; // too late in this window
}
