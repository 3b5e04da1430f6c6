/** Who moved where: what each seat gave way on, round by round, and whom each change of the text helped or cost. */
import type { RoleScript, StakeholderGroup } from '../../content/scenario';
import { worth } from '../engine/values';
import { type Ask, asks } from './asks';
import { delegatesOf, type Moment, type Played } from './course';
import { genealogy } from './genealogy';

export interface ConcessionMap {
  /** as many as were entered */
  rounds: number;
  roles: RoleMoves[];
  text: TextMove[];
}

export interface RoleMoves {
  role: string;
  group: StakeholderGroup;
  moves: Move[];
  /** for each round, the time before the first being 0 */
  byRound: { round: number; moves: number; gave: number | null; got: number | null }[];
  gave: number | null;
  got: number | null;
}

/** `cost`: what the role gave up by its own script, against what it asked for before or, the first time, against the best there is; below 0 it gained. Null without a script. */
export interface Move extends Omit<Ask, 'role'> {
  cost: number | null;
}

export interface TextMove {
  moment: Moment;
  clause: string;
  slot: string;
  from: string;
  to: string;
  role: string;
  /** by how much each role is better or worse off, those left out that do not care */
  effects: { role: string; by: number }[];
}

export function concessions(played: Played): ConcessionMap {
  const all = asks(played);
  const roles = delegatesOf(played);
  const kinds = new Map(played.scenario.phases.map(({ key, kind }) => [key, kind]));
  const rounds = played.state.entered.filter((key) => kinds.get(key) === 'round').length;
  const scripts = roles.flatMap(({ key, script }) => (script ? [{ role: key, script }] : []));
  return {
    rounds,
    roles: roles.map(({ key, group, script }) => {
      const own = all
        .filter(({ role }) => role === key)
        .map(({ moment, by, slot, from, to }): Move => ({
          moment,
          by,
          slot,
          from,
          to,
          cost: script && costOf({ slot, from, to }, script, played),
        }));
      const byRound = Array.from({ length: rounds + 1 }, (_, round) => {
        const then = own.filter(({ moment }) => moment.round === round);
        return { round, moves: then.length, ...summed(then) };
      });
      return { role: key, group, moves: own, byRound, ...summed(own) };
    }),
    text: genealogy(played).flatMap(({ clause, revisions }) =>
      revisions.flatMap(({ changes, moment, role }) =>
        changes.map((change) => ({ ...change, moment, clause, role, effects: effectsOf(change, scripts) })),
      ),
    ),
  };
}

function costOf({ slot, from, to }: Pick<Ask, 'slot' | 'from' | 'to'>, script: RoleScript, { scenario }: Played): number {
  const options = scenario.clauses.flatMap(({ slots }) => slots).find(({ key }) => key === slot)?.options ?? [to];
  const before = from === null ? Math.max(...options.map((option) => worth(script, slot, option))) : worth(script, slot, from);
  return before - worth(script, slot, to);
}

/** Slot by slot from the first position to the last: what is taken back at once was neither given nor got. */
function summed(moves: readonly Move[]): { gave: number | null; got: number | null } {
  const net = new Map<string, number>();
  for (const { slot, cost } of moves) {
    if (cost === null) return { gave: null, got: null };
    net.set(slot, (net.get(slot) ?? 0) + cost);
  }
  const sum = (sign: 1 | -1) => [...net.values()].reduce((total, cost) => total + Math.max(0, sign * cost), 0);
  return { gave: sum(1), got: sum(-1) };
}

function effectsOf({ slot, from, to }: { slot: string; from: string; to: string }, scripts: { role: string; script: RoleScript }[]) {
  const effects = scripts.map(({ role, script }) => ({ role, by: worth(script, slot, to) - worth(script, slot, from) }));
  return effects.filter(({ by }) => by !== 0);
}
