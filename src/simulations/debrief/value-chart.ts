/** What the outcome is worth to each seat beside what it had at the start, what it has without the others, and what all of them could have had. */
import type { RoleScript, RoleStructure, StakeholderGroup, Terms } from '../../content/scenario';
import { finalText, type Result, resultOf } from '../engine/scoring';
import {
  acceptableTo,
  best,
  combinationsOf,
  crossed,
  howMany,
  improves,
  joint,
  MOST_COMBINATIONS,
  pareto,
  utility,
} from '../engine/values';
import { delegatesOf, type Played } from './course';

/** A page has to be made while somebody waits. */
const MOST_COMPARED = 1_000;

export interface ValueChart {
  roles: RoleValue[];
  /** summed over the roles, each on its own scale: a sign, not a measure */
  joint: { start: number; final: number; best: number | null };
  agreed: boolean;
  /** how many texts all of them can accept, of all there are; null when there are too many to try */
  zone: { texts: number; of: number } | null;
  /** of the zone, those of which nobody can have more unless another has less; left out where the zone is too large to compare them all */
  pareto: Terms[];
  /** the text of the zone with the largest sum, the first of equals */
  best: Terms | null;
  /** a text of the zone that gives nobody less than the outcome does and the sum the most; null when there is none */
  better: Terms | null;
  /** by how much that sum is larger: what was left on the table */
  left: number;
  /** roles that agreed to less than they have without the others, or over a red line */
  below: number;
}

export interface RoleValue {
  role: string;
  group: StakeholderGroup;
  start: number;
  final: number;
  /** what it has in the end: the agreed text's worth, or without one what it has anyway */
  got: number;
  reservation: number;
  aspiration: number;
  /** in the best text for all, and in the better one; null where there is none */
  best: number | null;
  better: number | null;
  /** the most that any text gives it, whatever the others say */
  most: number;
  /** slots of the text at the end that cross its red lines */
  crossed: string[];
  result: Result | null;
}

type Scripted = RoleStructure & { script: RoleScript };

/** Of the roles that sat at the table; of the clauses that were on it at the end. */
export function valueChart(played: Played): ValueChart {
  const { state, scenario } = played;
  const roles = delegatesOf(played).filter((role): role is Scripted => role.script !== null);
  const scripts = roles.map(({ script }) => script);
  const final = finalText(state);
  const slots = scenario.clauses.flatMap((clause) => clause.slots).filter(({ key }) => Object.hasOwn(final, key));
  const start: Terms = Object.fromEntries(slots.map((slot) => [slot.key, slot.start]));
  const agreed = state.outcome?.outcome === 'agreement';
  const tried = howMany(slots) <= MOST_COMBINATIONS;
  const zone = tried ? acceptableTo(scripts, combinationsOf(slots)) : [];
  const ideal = largest(scripts, zone);
  const better = largest(scripts, agreed ? zone.filter((terms) => improves(scripts, terms, final)) : zone);
  const chart = roles.map((role): RoleValue => {
    const { script, key, group } = role;
    const of = (terms: Terms | null) => terms && utility(script, terms);
    const worth = utility(script, final);
    return {
      role: key,
      group,
      start: utility(script, start),
      final: worth,
      got: agreed ? worth : script.reservation,
      reservation: script.reservation,
      aspiration: script.aspiration,
      best: of(ideal),
      better: of(better),
      most: best(script, slots),
      crossed: crossed(script, final).map(({ slot }) => slot),
      result: resultOf(role, state),
    };
  });
  return {
    roles: chart,
    joint: { start: joint(scripts, start), final: joint(scripts, final), best: ideal && joint(scripts, ideal) },
    agreed,
    zone: tried ? { texts: zone.length, of: howMany(slots) } : null,
    pareto: zone.length <= MOST_COMPARED ? pareto(scripts, zone) : [],
    best: ideal,
    better,
    left: better ? chart.reduce((sum, one) => sum + one.better! - one.got, 0) : 0,
    below: chart.filter(({ result }) => result === 'agreed-below').length,
  };
}

function largest(scripts: RoleScript[], texts: readonly Terms[]): Terms | null {
  let [most, worth]: [Terms | null, number] = [null, -Infinity];
  for (const terms of texts) {
    const sum = joint(scripts, terms);
    if (sum > worth) [most, worth] = [terms, sum];
  }
  return most;
}
