/** How a table of people goes on: one command, by a seat, the facilitator or the clock, and what those seats do that are played by a script. */
import type { Command } from '../engine/commands';
import type { TableEvent } from '../engine/events';
import { nextSpeaker } from '../engine/floor';
import { phaseOf } from '../engine/phases';
import { isRefused, type Refused } from '../engine/refusing';
import type { Actor } from '../engine/viewer';
import { appended, type Log } from '../solo/log';
import { turn } from '../solo/turn';

const TALKING = ['opening', 'round', 'last-reading', 'call'];
/** What gives nobody a reason to answer. */
const QUIET: Command['do'][] = [
  'accept-contract',
  'acknowledge-brief',
  'annotate',
  'be-ready',
  'end-turn',
  'extend-phase',
  'give-floor',
  'join-queue',
  'leave-queue',
  'note-position',
  'nudge',
  'pause',
  'redact',
  'set-consent',
];
/** The clock catches up with a table that nobody looked after for long: at most so many phases at once. */
const MOST_TICKS = 40;

/** What a command brings, everything that follows from it included. `now` in milliseconds since 1970. */
export function follow(log: Log, command: Command, actor: Actor, now: number): { events: TableEvent[] } | Refused {
  const after = appended(log, command, actor, now);
  if (isRefused(after)) return after;
  const answered = QUIET.includes(command.do) || after.events.length === log.events.length ? after : scripted(after, now);
  return { events: floorGiven(answered, now).events.slice(log.events.length) };
}

/** What is due by now: phases that are over are left, turns that are over end, announcements come. */
export function ticked(log: Log, now: number): TableEvent[] {
  let at = log;
  for (let tick = 0; tick < MOST_TICKS; tick++) {
    const after = appended(at, { do: 'tick' }, 'machine', now);
    if (isRefused(after) || after.events.length === at.events.length) break;
    at = floorGiven(scripted(after, now), now);
  }
  return at.events.slice(log.events.length);
}

/** Where no person has the chair, the floor goes to whoever is next as soon as it is free. */
function floorGiven(log: Log, now: number): Log {
  const { state, scenario } = log;
  const { floor, mode, paused, seats } = state;
  const chair = scenario.roles.find((role) => role.chair);
  const isChaired = chair !== undefined && seats[chair.key]!.holder.kind === 'person';
  if (isChaired || mode !== 'live' || paused || floor.speaking || !floor.queue.length) return log;
  const role = nextSpeaker(scenario.floor, floor, scenario.roles) ?? floor.queue[0]!.role;
  const after = appended(log, { do: 'give-floor', role }, 'machine', now);
  return isRefused(after) ? log : after;
}

function scripted(log: Log, now: number): Log {
  const plays = Object.values(log.state.seats).some(({ holder }) => holder.kind === 'script');
  return plays && !log.state.paused && TALKING.includes(phaseOf(log.state, log.scenario).kind) ? turn(log, now) : log;
}
