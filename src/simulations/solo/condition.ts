/** What scripts and announcements wait for: conditions on what can be seen at a table. Evaluation always ends and changes nothing. */
import type { Condition } from '../../content/scenario';
import type { Sight } from './sight';

/** What stands at the end of a path; null when there is nothing there. */
export type Facts = (path: string) => string | number | null;

/** A comparison with something that is not there, or of things that cannot be compared, is false. */
export function holds(condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, facts));
  if ('any' in condition) return condition.any.some((each) => holds(each, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  const found = facts(condition.path);
  return found !== null && compares(found, condition.op, condition.value);
}

type Comparison = Extract<Condition, { path: string }>;

function compares(found: string | number, op: Comparison['op'], value: Comparison['value']): boolean {
  if (op === 'in') return Array.isArray(value) && value.includes(String(found));
  if (op === 'eq') return found === value;
  if (op === 'ne') return found !== value;
  if (typeof found !== 'number' || typeof value !== 'number') return false;
  if (op === 'lt') return found < value;
  if (op === 'lte') return found <= value;
  return op === 'gt' ? found > value : found >= value;
}

/** What a seat can see, and how it is placed itself; announcements belong to nobody and know no utility. */
export function factsOf(view: Sight, own: { utility: number; threshold: number } | null = null): Facts {
  return (path) => {
    const [what = '', ...names] = path.split('.');
    const find = Object.hasOwn(FOUND, what) ? FOUND[what]! : null;
    if (find) return names.length === find.names ? find.in(view, ...names) : null;
    if (names.length || !own) return null;
    return path === 'utility' ? own.utility : path === 'threshold' ? own.threshold : null;
  };
}

type Find = { names: number; in: (view: Sight, first?: string, second?: string) => string | number | null };

const FOUND: Record<string, Find> = {
  slot: { names: 1, in: ({ text }, slot) => (Object.hasOwn(text, slot!) ? text[slot!]! : null) },
  revision: { names: 1, in: (view, clause) => clauseIn(view, clause)?.revision ?? null },
  stance: {
    names: 2,
    in: (view, clause, role) => {
      const stances = clauseIn(view, clause)?.stances;
      return stances ? (stances.find((each) => each.role === role)?.stance ?? 'none') : null;
    },
  },
  count: {
    names: 2,
    in: (view, clause, stance) => clauseIn(view, clause)?.stances.filter((each) => each.stance === stance).length ?? null,
  },
  objection: { names: 1, in: ({ objections }, written) => objections.findLast((each) => each.written === written)?.state ?? 'none' },
  phase: { names: 0, in: ({ phase }) => phase.kind },
  round: { names: 0, in: ({ phase }) => phase.round },
  said: { names: 1, in: ({ statements }, key) => statements.filter(({ words }) => isKey(words, key!)).length },
  received: {
    names: 1,
    in: ({ messages, mine }, key) => messages.filter(({ from, words }) => from !== mine?.role && isKey(words, key!)).length,
  },
  inject: { names: 1, in: ({ injects }, key) => (injects.some((each) => each.key === key) ? 1 : 0) },
};

function clauseIn({ clauses }: Sight, key?: string) {
  return clauses.find((each) => each.key === key);
}

/** Words of the scenario that can be said: a written statement, or what a script says. */
function isKey(words: object, key: string): boolean {
  return 'key' in words && (words.key === `say.${key}` || words.key === `statements.${key}`);
}

/** Every path of a condition, so that an author can be told of one that leads nowhere. */
export function pathsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(pathsIn);
  if ('any' in condition) return condition.any.flatMap(pathsIn);
  return 'not' in condition ? pathsIn(condition.not) : [condition.path];
}
