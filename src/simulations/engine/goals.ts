/** Whether a seat has met a goal of its brief, by what stands on the table at the end. */
import type { Goal, RoleStructure, ScenarioStructure, StakeholderGroup, Terms } from '../../content/scenario';
import { isHeld } from './commands/rule';
import { agreeing } from './consensus';
import { comesTo } from './presets/tally';
import type { Objection, TableState } from './state';

/** Of an even share of all turns, in percent: more is more than a fair one. A single turn never is. */
export const FAIR_PERCENT = 150;

interface Seen {
  role: RoleStructure;
  state: TableState;
  scenario: ScenarioStructure;
}

/** Null where there was no occasion: nobody objected whom one could have answered, or one had nothing to object oneself. */
export function isMet(goal: Goal, role: RoleStructure, state: TableState, scenario: ScenarioStructure): boolean | null {
  const seen = { role, state, scenario };
  switch (goal.kind) {
    case 'slot':
      return says(agreed(state), goal);
    case 'red-line':
      return !says(agreed(state), goal);
    case 'level':
      return reached(goal.clause, seen);
    case 'objection':
      return goal.test === 'answered-one'
        ? answered(
            objections(seen, (one) => one.role !== role.key),
            seen,
          )
        : hasBeenMet(seen);
    case 'process':
      return PROCESS[goal.test](seen);
    case 'relation':
      return coSponsored(seen);
    case 'learning':
      return movedWithReason(seen);
  }
}

const PROCESS: Record<Extract<Goal, { kind: 'process' }>['test'], (seen: Seen) => boolean | null> = {
  'spoke-fairly': spokeFairly,
  'remedy-with-each-objection': (seen) => {
    const own = objections(seen, (one) => one.role === seen.role.key);
    return own.length ? own.every(({ remedy }) => remedy !== null) : null;
  },
  'answered-another-group': (seen) =>
    answered(
      objections(seen, (one) => groupOf(one.role, seen) !== seen.role.group),
      seen,
    ),
};

/** What was adopted; nothing without an agreement. */
function agreed({ outcome }: TableState): Terms | null {
  return outcome?.outcome === 'agreement' ? outcome.terms : null;
}

function says(terms: Terms | null, { slot, options }: { slot: string; options: string[] }): boolean {
  return terms !== null && Object.hasOwn(terms, slot) && options.includes(terms[slot]!);
}

function reached(key: string, { state, scenario }: Seen): boolean {
  const assessment = state.clauses[key]?.assessment;
  return assessment?.final === true && agreeing(assessment.level, scenario.preset);
}

function objections({ state }: Seen, which: (one: Objection) => boolean): Objection[] {
  return Object.values(state.objections).filter(which);
}

function answered(others: Objection[], { role }: Seen): boolean | null {
  return others.length ? others.some(({ answers }) => answers.some((answer) => answer.role === role.key)) : null;
}

function hasBeenMet({ role, state }: Seen): boolean {
  const all = Object.values(state.objections);
  return all.some((one) => one.role === role.key && comesTo(one, all) === 'accommodated');
}

function spokeFairly({ role, state, scenario }: Seen): boolean {
  const speakers = scenario.roles.filter(({ key, chair }) => key === role.key || (!chair && isHeld(state.seats[key])));
  const turns = speakers.reduce((sum, { key }) => sum + turnsOf(key, state), 0);
  const own = turnsOf(role.key, state);
  return own === 1 || (own > 1 && own * speakers.length * 100 <= turns * FAIR_PERCENT);
}

/** Whoever has the floor may speak without a written word; where there is no floor, every statement is a turn. */
function turnsOf(key: string, { floor, statements }: TableState): number {
  const of = (list: readonly { role: string }[]) => list.filter(({ role }) => role === key).length;
  return Math.max(of(floor.turns), of(statements));
}

function coSponsored(seen: Seen): boolean {
  const { role, state } = seen;
  return Object.values(state.amendments).some(({ role: owner, seconds }) => {
    const sponsors = [owner, ...seconds];
    return sponsors.includes(role.key) && sponsors.some((other) => groupOf(other, seen) !== role.group);
  });
}

/** A stance other than the one before, on the same clause in whatever revision, and words with it. */
function movedWithReason({ role, state }: Seen): boolean {
  return Object.values(state.clauses).some(({ stanceHistory }) => {
    const own = stanceHistory.filter((one) => one.role === role.key);
    return own.some(({ stance, words }, at) => at > 0 && stance !== own[at - 1]!.stance && words !== null);
  });
}

function groupOf(key: string, { scenario }: Seen): StakeholderGroup | null {
  return scenario.roles.find((one) => one.key === key)?.group ?? null;
}
