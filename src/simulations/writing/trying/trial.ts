/** What a draft has in it, found out by letting scripts play it: how many texts everybody can accept, and how each role that one can play alone fares. */
import type { ScenarioStructure, Terms } from '../../../content/scenario';
import type { TableEvent } from '../../engine/events';
import { acceptable, combinations, howMany, joint, slotsOf } from '../../engine/values';
import { type Exploration, explore, wellPlayed } from '../../solo/explore';

/** Of all texts, those that everybody who has a script can accept. */
export interface Room {
  texts: number;
  acceptable: number;
  /** of these, the one that is worth most to all together */
  best: Terms | null;
  /** where none is: without whom most would be, and how many; null when it is nobody's alone */
  hardest: { role: string; without: number } | null;
  /** where too many are: who accepts most, and how many */
  easiest: { role: string; texts: number } | null;
}

export interface Fared extends Pick<Exploration, 'role' | 'ways' | 'earliestRound'> {
  /** different ends that were reached; no agreement is one */
  ends: number;
}

/** A trial comes in pieces, the quick ones first. */
export type Piece = { room: Room } | { fared: Fared } | { table: { role: string; events: readonly TableEvent[] } };

/** More than a quarter of all texts leaves little to talk about. */
export const isWide = ({ texts, acceptable: count }: Pick<Room, 'texts' | 'acceptable'>) => 4 * count > texts;

/** Roles that one can play alone, in the author's order. */
export function triedRoles({ roles }: ScenarioStructure): string[] {
  return roles.filter(({ playable, script }) => playable && script).map(({ key }) => key);
}

/** How many pieces there will be. */
export function piecesOf(scenario: ScenarioStructure): number {
  const roles = triedRoles(scenario).length;
  return roles === 0 ? 1 : roles + 2;
}

export function* trial(scenario: ScenarioStructure): Generator<Piece> {
  yield { room: roomIn(scenario) };
  const roles = triedRoles(scenario);
  const [first] = roles;
  if (first) yield { table: { role: first, events: wellPlayed(scenario, first).events } };
  for (const role of roles) {
    const { ways, earliestRound, outcomes } = explore(scenario, role);
    yield { fared: { role, ways, earliestRound, ends: outcomes.length } };
  }
}

export function roomIn(scenario: ScenarioStructure): Room {
  const parties = scenario.roles.flatMap(({ key, script }) => (script ? [{ role: key, script }] : []));
  const [alone, without] = [parties.map(() => 0), parties.map(() => 0)];
  const scripts = parties.map(({ script }) => script);
  let agreed = 0;
  let best: Terms | null = null;
  for (const terms of combinations(scenario)) {
    const refusing = parties.flatMap(({ script }, at) => (acceptable(script, terms) ? [] : [at]));
    parties.forEach((_, at) => (alone[at]! += refusing.includes(at) ? 0 : 1));
    if (refusing.length === 0) {
      agreed += 1;
      if (!best || joint(scripts, terms) > joint(scripts, best)) best = terms;
    }
    if (refusing.length === 1) without[refusing[0]!]! += 1;
  }
  const texts = howMany(slotsOf(scenario));
  const [hard, easy] = [mostOf(without), mostOf(alone)];
  return {
    texts,
    acceptable: agreed,
    best,
    hardest: agreed === 0 && without[hard] ? { role: parties[hard]!.role, without: without[hard] } : null,
    easiest: isWide({ texts, acceptable: agreed }) && parties[easy] ? { role: parties[easy].role, texts: alone[easy]! } : null,
  };
}

function mostOf(counts: readonly number[]): number {
  return counts.indexOf(Math.max(...counts));
}

/** What there is to mend in how a role fares, most important first. */
export type Advice = 'silent' | 'never' | 'few-ends' | 'no-need-to-talk' | 'fine';

export function adviceFor({ ways, ends }: Fared): Advice {
  const agreed = Object.values(ways).reduce((sum, way) => sum + way.agreed, 0);
  if (agreed === 0) return 'never';
  if (ways.silent.agreed > 0) return 'silent';
  if (ways['one-by-one'].agreed > 0 && ways['one-by-one'].agreed === ways['one-by-one'].runs) return 'no-need-to-talk';
  return ends < 3 ? 'few-ends' : 'fine';
}
