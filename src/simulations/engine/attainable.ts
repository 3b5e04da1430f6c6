/** The most that a seat could have achieved. Goals about the same slot may exclude each other, so their weights cannot just be added. */
import type { GoalStructure, ScenarioStructure, SlotStructure } from '../../content/scenario';

type About = Extract<GoalStructure, { kind: 'slot' | 'red-line' }>;

/**
 * Over all combinations of options. Slots are chosen freely of each other, so the best text takes the best option of each one and no
 * combination has to be tried. Where there is no text, no red line is crossed and no option chosen: without an agreement, or in a clause
 * that nobody has tabled.
 */
export function attainable(goals: readonly GoalStructure[], { clauses }: Pick<ScenarioStructure, 'clauses'>): number {
  const about = goals.filter(isAbout);
  const most = ({ key, options }: SlotStructure, tabled: boolean) => {
    const choices = tabled ? options : [...options, null];
    return Math.max(...choices.map((option) => weigh(about.filter((goal) => goal.slot === key && isMetBy(goal, option)))));
  };
  const byText = clauses.flatMap(({ slots, tabled }) => slots.map((slot) => most(slot, tabled))).reduce((sum, each) => sum + each, 0);
  const byNone = weigh(about.filter((goal) => isMetBy(goal, null)));
  return weigh(goals.filter((goal) => !isAbout(goal))) + Math.max(byText, byNone);
}

function isAbout(goal: GoalStructure): goal is About {
  return goal.kind === 'slot' || goal.kind === 'red-line';
}

function isMetBy({ kind, options }: About, option: string | null): boolean {
  return (option !== null && options.includes(option)) === (kind === 'slot');
}

function weigh(goals: readonly GoalStructure[]): number {
  return goals.reduce((sum, { weight }) => sum + weight, 0);
}
