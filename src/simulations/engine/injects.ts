/** Announcements that are due: at a minute of a phase, or as soon as something is true that everybody can see. */
import type { InjectStructure, ScenarioStructure } from '../../content/scenario';
import { factsOf, holds } from '../solo/condition';
import type { Happening } from './events';
import type { TableState } from './state';
import { seen } from './seen';

export function dueInjects(state: TableState, at: number, scenario: ScenarioStructure): Happening[] {
  if (state.paused) return [];
  const waiting = scenario.injects.filter(({ key }) => !Object.hasOwn(state.injects, key));
  const due = waiting.filter((inject) => isDue(inject, state, at, scenario));
  return due.map(({ key, to }) => ({ type: 'inject-released', inject: key, to }));
}

function isDue({ at: when }: InjectStructure, state: TableState, at: number, scenario: ScenarioStructure): boolean {
  if ('when' in when) return state.outcome === null && holds(when.when, factsOf(seen(state, [], 'observer', scenario)));
  if (when.phase !== state.phase.key) return false;
  // Alone, nobody counts minutes: what would interrupt a phase comes when it begins.
  return state.mode === 'solo' || at >= state.phase.since + when.minute * 60_000;
}
