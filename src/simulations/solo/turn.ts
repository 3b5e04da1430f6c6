/** One turn of the table: everybody who plays by a script moves once against the same sight, then the chair decides, then all say where they stand. */
import { isRefused } from '../engine/refusing';
import type { TableEvent } from '../engine/events';
import { assessing } from './assessing';
import { chairing } from './chair';
import type { Occasion } from './chair';
import { appended, carriedOut } from './log';
import type { Log } from './log';
import { mindOf } from './mind';
import { move } from './move';
import { firedBy } from './rules';
import { sight } from './sight';
import type { Step } from './step';

export function turn(log: Log, now: number): Log {
  const moved = chaired(allMoved(log, now, false), 'under-way', now);
  if (isAsBefore(moved, log)) return moved;
  return chaired(allMoved(moved, now, true), 'under-way', now);
}

/** Nobody has brought anything that others would have to say something to. */
function isAsBefore({ state: after }: Log, { state: before }: Log): boolean {
  return (['clauses', 'amendments', 'packages', 'objections'] as const).every((what) => after[what] === before[what]);
}

/** The chair's decisions one after the other, since each can change what the next is about. */
export function chaired(log: Log, occasion: Occasion, now: number): Log {
  const role = chairOf(log);
  if (log.state.seats[role]?.holder.kind !== 'script') return log; // somebody who sits there decides for themselves
  const done = new Set<string>();
  for (let after = log; ;) {
    const steps = [...chairing(sight(after, { seat: role }), log.scenario.objections, occasion), ...assessing(after)];
    const next = steps.find(({ command }) => !done.has(JSON.stringify(command)));
    if (!next) return after;
    done.add(JSON.stringify(next.command));
    after = taken(after, role, next, now);
  }
}

export function chairOf({ scenario }: Pick<Log, 'scenario'>): string {
  return scenario.roles.find(({ chair }) => chair)!.key;
}

/** Each decides on its own sight of the same table, so that nobody hears of a move before it is made. */
function allMoved(log: Log, now: number, restating: boolean): Log {
  const { scenario, state, events } = log;
  const written = new Map(scenario.objections.map(({ key, answers }) => [key, answers.map((answer) => answer.key)]));
  const scripted = scenario.roles.filter(({ key }) => state.seats[key]?.holder.kind === 'script');
  const moves = scripted.flatMap(({ key: role }) => {
    const mind = mindOf(scenario, role);
    if (!mind) return [];
    const memory = { fired: firedBy(mind, state, events), arguments: written };
    return [{ role, steps: move(sight(log, { seat: role }), mind, memory, restating) }];
  });
  return moves.reduce((after, { role, steps }) => steps.reduce((at, step) => taken(at, role, step, now), after), log);
}

/** A step that the rules no longer allow is not taken; the text may have changed a moment ago. */
function taken(log: Log, role: string, { command, why }: Step, now: number): Log {
  const after = appended(log, command, { seat: role }, now);
  if (isRefused(after)) return log;
  const move = `${command.do}:${objectOf(after.events[log.events.length]!)}`;
  return carriedOut(after, { do: 'explain-script', role, move, why }, 'machine', now);
}

/** What a move was about: the public name of what came of it, the clause, or who was written to. */
function objectOf(event: TableEvent): string {
  if ('id' in event) return event.id;
  if ('clause' in event) return event.clause;
  return 'to' in event && Array.isArray(event.to) ? event.to.join('.') : '';
}
