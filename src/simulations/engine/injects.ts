/** Announcements that are due: at a minute of a phase, or as soon as something is true that everybody can see. */
import type { InjectStructure, ScenarioStructure } from '../../content/scenario';
import { factsOf, holds } from '../solo/condition';
import { after } from './after';
import type { Happening } from './events';
import { seen } from './seen';
import type { TableState } from './state';

export function dueInjects(state: TableState, at: number, scenario: ScenarioStructure): Happening[] {
  return dueAfter([], state, at, scenario);
}

/** Those that are due when some more has happened. */
export function dueAfter(happenings: readonly Happening[], before: TableState, at: number, scenario: ScenarioStructure): Happening[] {
  const waiting = waitingInjects(before, scenario);
  if (!waiting.length) return [];
  const state = after(happenings, before, at, scenario);
  if (state.paused) return [];
  const isWaiting = ({ key }: InjectStructure) => !Object.hasOwn(state.injects, key);
  const due = waiting.filter((inject) => isWaiting(inject) && isDue(inject, state, at, scenario));
  return due.map(({ key, to }) => ({ type: 'inject-released', inject: key, to }));
}

/** Neither released nor cancelled. */
export function waitingInjects({ injects }: TableState, scenario: ScenarioStructure): InjectStructure[] {
  return scenario.injects.filter(({ key }) => !Object.hasOwn(injects, key));
}

function isDue({ at: when }: InjectStructure, state: TableState, at: number, scenario: ScenarioStructure): boolean {
  if ('when' in when) return state.outcome === null && holds(when.when, factsOf(seen(state, [], 'observer', scenario)));
  if (when.phase !== state.phase.key) return false;
  // Alone, nobody counts minutes: what would interrupt a phase comes when it begins.
  return state.mode === 'solo' || at >= state.phase.since + when.minute * 60_000;
}
