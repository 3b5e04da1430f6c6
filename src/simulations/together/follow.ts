/** How a table of people goes on: one command, by a seat, the facilitator or the clock, and what those seats do that are played by a script. */
import type { Command, CommandName, Longer } from '../engine/commands';
import type { TableEvent } from '../engine/events';
import { nextSpeaker } from '../engine/floor';
import { phaseOf } from '../engine/phases';
import { isRefused, type Refused } from '../engine/refusing';
import type { Actor } from '../engine/viewer';
import { placed } from '../hours/placing';
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

/** After them somebody may have the floor who had not before, whether the chair is there or not. */
const MOVES_FLOOR: CommandName[] = ['give-floor', 'join-queue', 'end-turn', 'speak'];

/** Whether how long turns are may matter for it, when a seat does it. */
export function movesFloor(name: CommandName): boolean {
  return MOVES_FLOOR.includes(name);
}

/**
 * What a command brings, everything that follows from it included. `now` in milliseconds since 1970; `zones` of the people, where a window may
 * begin; `longer`: whose turns are longer than those of others.
 */
export function follow(
  log: Log,
  command: Command,
  actor: Actor,
  now: number,
  zones: readonly string[] = [],
  longer: Longer = {},
): { events: TableEvent[] } | Refused {
  const given = command.do === 'give-floor' ? { ...command, longer } : command;
  const after = appended(log, placed(given, log, now, zones), actor, now);
  if (isRefused(after)) return after;
  const answered = QUIET.includes(command.do) || after.events.length === log.events.length ? after : scripted(after, now);
  return { events: floorGiven(answered, now, longer).events.slice(log.events.length) };
}

/** What is due by now: phases that are over are left, turns that are over end, announcements come. */
export function ticked(log: Log, now: number, zones: readonly string[] = [], longer: Longer = {}): TableEvent[] {
  let at = log;
  for (let tick = 0; tick < MOST_TICKS; tick++) {
    const after = appended(at, placed({ do: 'tick' }, at, now, zones), 'machine', now);
    if (isRefused(after) || after.events.length === at.events.length) break;
    at = floorGiven(scripted(after, now), now, longer);
  }
  return at.events.slice(log.events.length);
}

/** Where no person has the chair, the floor goes to whoever is next as soon as it is free. */
function floorGiven(log: Log, now: number, longer: Longer): Log {
  const { state, scenario } = log;
  const { floor, mode, paused, seats } = state;
  const chair = scenario.roles.find((role) => role.chair);
  const isChaired = chair !== undefined && seats[chair.key]!.holder.kind === 'person';
  if (isChaired || mode !== 'live' || paused || floor.speaking || !floor.queue.length) return log;
  const role = nextSpeaker(scenario.floor, floor, scenario.roles) ?? floor.queue[0]!.role;
  const after = appended(log, { do: 'give-floor', role, longer }, 'machine', now);
  return isRefused(after) ? log : after;
}

function scripted(log: Log, now: number): Log {
  const plays = Object.values(log.state.seats).some(({ holder }) => holder.kind === 'script');
  return plays && !log.state.paused && TALKING.includes(phaseOf(log.state, log.scenario).kind) ? turn(log, now) : log;
}
