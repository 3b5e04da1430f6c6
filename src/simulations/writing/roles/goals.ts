/** What a role wants to reach, as its authors write it. */
import type { Goal, GoalStructure } from '../../../content/scenario';
import { type Draft, type Edited, freshKey, reworded } from '../draft';
import { Mistaken, mistake } from '../editing/mistaken';
import { allSlots, optionName } from '../keys/names';
import { roleOf, withRole } from './roles';

/** By what a goal is measured: its kind, or its kind and its test. */
export const MEASURES = [
  'slot',
  'red-line',
  'level',
  'answered-one',
  'own-accommodated',
  'spoke-fairly',
  'remedy-with-each-objection',
  'answered-another-group',
  'co-sponsored',
  'moved-with-reason',
] as const;
export type Measure = (typeof MEASURES)[number];

export const VISIBILITIES = ['public', 'confidential', 'facilitator'] as const;
export const MOST_GOALS = 12;
export const HEAVIEST = 100;

export interface GoalWords {
  measure: Measure;
  text: string;
  weight: number;
  visibility: GoalStructure['visibility'];
  /** As `slot.option`. */
  options: string[];
  clause: string;
}

export const measureOf = (goal: Goal): Measure => ('test' in goal ? goal.test : goal.kind);

export function goalOf(draft: Pick<Draft, 'structure'>, role: string, key: string): GoalStructure | undefined {
  return roleOf(draft, role)?.goals.find((goal) => goal.key === key);
}

/** A goal as it is written; without a key a new one. */
export function goalWritten(draft: Draft, role: string, key: string | null, words: GoalWords): Edited & { key: string } {
  const { goals } = roleOf(draft, role)!;
  if (key === null && goals.length >= MOST_GOALS) throw new Mistaken([mistake('text', 'scenario-roles.error.most', { max: MOST_GOALS })]);
  const taken = goals.map((goal) => goal.key);
  const own = key ?? freshKey('goal', taken);
  const goal: GoalStructure = { key: own, weight: words.weight, visibility: words.visibility, ...measured(draft, words) };
  const written = key === null ? [...goals, goal] : goals.map((each) => (each.key === own ? goal : each));
  const edited = withRole(draft, role, (each) => ({ ...each, goals: written }));
  return { key: own, ...edited, texts: reworded(draft.texts, { [`roles.${role}.goals.${own}`]: words.text }) };
}

function measured(draft: Draft, { measure, options, clause }: GoalWords): Goal {
  switch (measure) {
    case 'slot':
    case 'red-line':
      return { kind: measure, ...pointIn(draft, options) };
    case 'level':
      if (!draft.structure.clauses.some(({ key }) => key === clause))
        throw new Mistaken([mistake('clause', 'scenario-roles.error.clause')]);
      return { kind: 'level', clause };
    case 'answered-one':
    case 'own-accommodated':
      return { kind: 'objection', test: measure };
    case 'spoke-fairly':
    case 'remedy-with-each-objection':
    case 'answered-another-group':
      return { kind: 'process', test: measure };
    case 'co-sponsored':
      return { kind: 'relation', test: measure };
    case 'moved-with-reason':
      return { kind: 'learning', test: measure };
  }
}

/** Some options of one point, but not all: what names them all says nothing. */
function pointIn(draft: Draft, chosen: readonly string[]): { slot: string; options: string[] } {
  const touched = allSlots(draft.structure)
    .map(({ key, options }) => ({ slot: key, all: options, options: options.filter((option) => chosen.includes(optionName(key, option))) }))
    .filter(({ options }) => options.length > 0);
  const [one] = touched;
  if (!one || touched.length > 1 || one.options.length === one.all.length)
    throw new Mistaken([mistake('options', 'scenario-roles.error.one-point')]);
  return { slot: one.slot, options: one.options };
}
