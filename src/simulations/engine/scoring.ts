/** What a seat came for and what it got: formative, for the debrief, never a ranking. */
import type { GoalStructure, RoleStructure, ScenarioStructure, Terms } from '../../content/scenario';
import { attainable } from './attainable';
import { isMet } from './goals';
import { type TableState, textOf } from './state';
import { acceptable } from './values';

export interface Score {
  /** weights of the goals that were met */
  achieved: number;
  /** the most that any text, or none, could have brought: a hard role is not punished for goals that exclude each other */
  attainable: number;
  /** rounded down; null where there was nothing to attain */
  percent: number | null;
  /** null where the play gave no occasion: such a goal counts neither way */
  goals: { key: string; weight: number; visibility: GoalStructure['visibility']; met: boolean | null }[];
  result: Result | null;
}

/**
 * Against what the seat has without the others (its reservation): an agreement at or above it and without a red line crossed, or below; no
 * agreement where the text on the table was below it, which is as good a result, or where that text would have been better.
 */
export type Result = 'agreed-above' | 'agreed-below' | 'better-without' | 'worse-without';

export function isGood(result: Result): boolean {
  return result === 'agreed-above' || result === 'better-without';
}

export function score(state: TableState, key: string, scenario: ScenarioStructure): Score {
  const role = scenario.roles.find((one) => one.key === key);
  if (!role) return { achieved: 0, attainable: 0, percent: null, goals: [], result: null };
  const goals = role.goals.map((goal) => ({ goal, met: isMet(goal, role, state, scenario) }));
  const counted = goals.filter(({ met }) => met !== null).map(({ goal }) => goal);
  const achieved = goals.reduce((sum, { goal, met }) => sum + (met ? goal.weight : 0), 0);
  const most = attainable(counted, scenario);
  return {
    achieved,
    attainable: most,
    percent: most > 0 ? Math.floor((achieved * 100) / most) : null,
    goals: goals.map(({ goal: { key: name, weight, visibility }, met }) => ({ key: name, weight, visibility, met })),
    result: resultOf(role, state),
  };
}

export function resultOf({ script }: Pick<RoleStructure, 'script'>, state: TableState): Result | null {
  if (!script || !state.outcome) return null;
  const good = acceptable(script, finalText(state));
  if (state.outcome.outcome === 'agreement') return good ? 'agreed-above' : 'agreed-below';
  return good ? 'worse-without' : 'better-without';
}

/** The text as it was agreed to, or as it lay on the table when talks ended. */
export function finalText(state: TableState): Terms {
  return state.outcome?.terms ?? textOf(state);
}
