/** What a rule waits for, as rows of a form: up to three comparisons, all of which have to be true. */
import { type Condition, PHASE_KINDS, STANCES } from '../../../content/scenario';
import { typedNumber } from '../../../kernel/digits';
import type { Draft } from '../draft';
import { type Mistake, Mistaken, mistake } from '../editing/mistaken';
import { namesOf } from '../keys/names';

type Comparison = Extract<Condition, { path: string }>;

export const MOST_ROWS = 3;
const MOST_NUMBER = 1_000_000;
export const NUMBER_OPS = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] as const;
/** Several ticked words are “one of these”. */
export const WORD_OPS = ['eq', 'ne'] as const;
export const OBJECTION_STATES = [
  'none',
  'open',
  'answered',
  'accommodated',
  'withdrawn',
  'in-the-rough',
  'out-of-scope',
  'duplicate',
  'upheld',
] as const;

/** One comparison as it is typed. */
export interface Row {
  path: string;
  op: string;
  number: string;
  /** What is ticked. */
  is: string[];
}

/** Everything a script can look at, by kind. */
export function pathsOf(draft: Pick<Draft, 'structure'>): { kind: string; paths: string[] }[] {
  const names = namesOf(draft.structure);
  const each = (kind: string, keys: readonly string[]) => ({ kind, paths: keys.map((key) => `${kind}.${key}`) });
  const pairs = (firsts: readonly string[], seconds: readonly string[]) => firsts.flatMap((one) => seconds.map((two) => `${one}.${two}`));
  return [
    { kind: 'phase', paths: ['phase'] },
    { kind: 'round', paths: ['round'] },
    each('slot', names.slots),
    { kind: 'utility', paths: ['utility'] },
    { kind: 'threshold', paths: ['threshold'] },
    each('said', names.heard),
    each('received', names.heard),
    each('inject', names.injects),
    each('stance', pairs(names.clauses, names.parties)),
    each('count', pairs(names.clauses, STANCES)),
    each('revision', names.clauses),
    each('objection', names.objections),
  ].filter(({ paths }) => paths.length > 0);
}

/** With what a path is compared: a number, or one of some words; null when it leads nowhere. */
export function comparedWith(draft: Pick<Draft, 'structure'>, path: string): 'number' | readonly string[] | null {
  if (!pathsOf(draft).some(({ paths }) => paths.includes(path))) return null;
  const [kind = '', first] = path.split('.');
  switch (kind) {
    case 'slot':
      return draft.structure.clauses.flatMap(({ slots }) => slots).find(({ key }) => key === first)?.options ?? [];
    case 'stance':
      return ['none', ...STANCES];
    case 'objection':
      return OBJECTION_STATES;
    case 'phase':
      return PHASE_KINDS;
    default:
      return 'number';
  }
}

/** The rows of a condition; null when it has more in it than rows can say. */
export function rowsOf(when: Condition): Row[] | null {
  const all = 'path' in when ? [when] : 'all' in when ? when.all : null;
  if (!all || all.length > MOST_ROWS || !all.every((each) => 'path' in each)) return null;
  return (all as Comparison[]).map(({ path, op, value }) => ({
    path,
    op: op === 'in' ? 'eq' : op,
    number: typeof value === 'number' ? String(value) : '',
    is: typeof value === 'number' ? [] : [value].flat(),
  }));
}

/** A row in which nothing is chosen yet. */
export function emptyRow(draft: Pick<Draft, 'structure'>, path: string): Row {
  const often = ['said', 'received', 'inject'].includes(path.split('.')[0]!);
  const number = comparedWith(draft, path) === 'number';
  return { path, op: number ? 'gte' : 'eq', number: number ? '1' : '', is: [], ...(often ? { op: 'eq' } : {}) };
}

/** What the rows mean. Refuses what cannot be compared, row by row. */
export function conditionIn(draft: Pick<Draft, 'structure'>, rows: readonly Row[]): Condition {
  const mistakes: Mistake[] = [];
  const all = rows.map((row, index) => comparisonIn(draft, row, index + 1, mistakes));
  if (!all.length || all.length > MOST_ROWS) mistakes.push(mistake('add', 'scenario-roles.error.rows', { max: MOST_ROWS }));
  if (mistakes.length) throw new Mistaken(mistakes);
  return all.length === 1 ? all[0]! : { all };
}

function comparisonIn(draft: Pick<Draft, 'structure'>, { path, op, number, is }: Row, place: number, mistakes: Mistake[]): Comparison {
  const compared = comparedWith(draft, path);
  const among = <T extends string>(ops: readonly T[]): T => {
    const known = ops.find((one) => one === op);
    if (!known) mistakes.push(mistake(`op.${place}`, 'scenario-roles.error.choice'));
    return known ?? ops[0]!;
  };
  if (compared === null) mistakes.push(mistake('add', 'scenario-roles.error.path'));
  if (compared === 'number') {
    const value = typedNumber(number);
    const whole = value !== null && Number.isInteger(value) && Math.abs(value) <= MOST_NUMBER;
    if (!whole) mistakes.push(mistake(`number.${place}`, 'scenario-roles.error.whole', { min: -MOST_NUMBER, max: MOST_NUMBER }));
    return { path, op: among(NUMBER_OPS), value: value ?? 0 };
  }
  const chosen = (compared ?? []).filter((word) => is.includes(word));
  const known = among(WORD_OPS);
  const fits = known === 'ne' ? chosen.length === 1 : chosen.length > 0 && chosen.length === is.length;
  if (compared && !fits)
    mistakes.push(mistake(`is.${place}`, known === 'ne' ? 'scenario-roles.error.tick-one' : 'scenario-roles.error.tick'));
  if (chosen.length > 1) return { path, op: 'in', value: chosen };
  return { path, op: known, value: chosen[0] ?? '' };
}
