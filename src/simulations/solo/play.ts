/** How a table goes on when one person plays alone: their command, then everybody else, then the chair, in whole numbers and without chance. */
import type { Command } from '../engine/commands';
import type { TableEvent } from '../engine/events';
import { nextPhase, phaseOf } from '../engine/phases';
import { isRefused, refuse } from '../engine/refusing';
import type { Refused } from '../engine/refusing';
import { actsOf, MOST_ACTS, MOST_STANCES, personAt, stancesOf } from './acts';
import { recorded, unsealed } from './ending';
import { appended, carriedOut } from './log';
import type { Log } from './log';
import type { Occasion } from './chair';
import { chaired, chairOf, turn } from './turn';

/** What a command of the person brings, everything that follows from it included. */
export function play(log: Log, command: Command, now: number): { events: TableEvent[] } | Refused {
  const refused = tooMuch(log, command);
  if (refused) return refused;
  const after = decided(log, command, now);
  return isRefused(after) ? after : { events: after.events.slice(log.events.length) };
}

function decided(log: Log, command: Command, now: number): Log | Refused {
  const { kind } = phaseOf(log.state, log.scenario);
  if (command.do === 'be-ready' && kind === 'outcome') return debriefed(recorded(log, chairOf(log), now), now);
  const after = appended(log, command, { seat: personAt(log.state) }, now);
  if (isRefused(after)) return after;
  if (command.do === 'close-without-outcome') return debriefed(after, now);
  if (command.do === 'be-ready') return goneOn(after, now);
  if (command.do === 'call-consensus') return entered(ended(after, 'talk-ends', now), lastReading(after), now);
  return TALKING.includes(kind) && !PRIVATE.includes(command.do) ? turn(after, now) : after;
}

const TALKING: string[] = ['opening', 'round', 'last-reading', 'call'];
/** What concerns nobody else. */
const PRIVATE: Command['do'][] = ['set-consent', 'redact', 'accept-contract', 'acknowledge-brief'];

/** Going on is always possible; it is how a phase ends. */
function tooMuch(log: Log, { do: name }: Command): Refused | null {
  if (name === 'set-stance') return stancesOf(log) >= MOST_STANCES ? refuse('acts-used', { most: MOST_STANCES }) : null;
  return !FREE.includes(name) && actsOf(log) >= MOST_ACTS ? refuse('acts-used', { most: MOST_ACTS }) : null;
}

const FREE: Command['do'][] = [...PRIVATE, 'be-ready', 'call-consensus', 'close-without-outcome', 'finish-debrief'];

function goneOn(log: Log, now: number): Log {
  const next = nextPhase(log.state, log.scenario);
  const done = ended(log, next?.kind === 'round' ? 'round-ends' : 'talk-ends', now);
  return next ? entered(done, next.key, now) : done;
}

/** What may not be left lying when a phase is over. */
function ended(log: Log, occasion: Occasion, now: number): Log {
  const { kind } = phaseOf(log.state, log.scenario);
  return kind === 'round' || kind === 'last-reading' ? chaired(log, occasion, now) : log;
}

function entered(log: Log, phase: string, now: number): Log {
  const after = carriedOut(log, { do: 'enter-phase', phase, expectPhase: log.state.phase.number }, 'machine', now);
  const { kind } = phaseOf(after.state, after.scenario);
  return TALKING.includes(kind) ? turn(after, now) : after;
}

function lastReading({ scenario }: Log): string {
  return (scenario.phases.find(({ kind }) => kind === 'last-reading') ?? scenario.phases.find(({ kind }) => kind === 'call'))!.key;
}

function debriefed(log: Log, now: number): Log {
  const { key } = log.scenario.phases.find(({ kind }) => kind === 'debrief')!;
  return unsealed(entered(log, key, now), now);
}
