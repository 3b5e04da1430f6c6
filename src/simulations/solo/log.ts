/** A table's log as it grows while one command and what follows from it are decided. */
import type { ScenarioStructure } from '../../content/scenario';
import type { Command } from '../engine/commands';
import { decide } from '../engine/decide';
import { fold } from '../engine/evolve';
import type { TableEvent } from '../engine/events';
import { isRefused } from '../engine/refusing';
import type { Refused } from '../engine/refusing';
import type { TableState } from '../engine/state';
import type { Actor } from '../engine/viewer';

export interface Log {
  scenario: ScenarioStructure;
  events: readonly TableEvent[];
  state: TableState;
}

/** The log with what a command brings, or why it brings nothing. */
export function appended(log: Log, command: Command, actor: Actor, now: number): Log | Refused {
  const { scenario, events, state } = log;
  const decision = decide(state, command, actor, now, scenario);
  if (isRefused(decision)) return decision;
  return { scenario, events: [...events, ...decision.events], state: fold(decision.events, scenario, state) };
}

/** The same for what has to be possible: the procedure never asks for what the rules refuse. */
export function carriedOut(log: Log, command: Command, actor: Actor, now: number): Log {
  const after = appended(log, command, actor, now);
  if (isRefused(after)) throw new Error(`${command.do} was refused: ${after.refused.reason}`);
  return after;
}
