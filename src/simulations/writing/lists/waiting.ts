/** What an announcement waits for, as rows of a form: each something that is so, or is not. */
import type { Condition } from '../../../content/scenario';
import { OBJECTION_STATES } from './waited-for';

/** As many rows as the form has. */
export const MOST_TESTS = 3;

/**
 * One thing that can be so at a table. `what` is `slot.<slot>.<option>`, `phase.<kind>`, `round.<from which>`, `objection.<objection>.<state>`,
 * `inject.<announcement>`, `said.<statement>`, or `object.<clause>`: somebody objects to it.
 */
export interface Test {
  what: string;
  so: boolean;
}

type Comparison = Extract<Condition, { path: string }>;

/** The rows that say what the condition says; null when it says more than rows can. */
export function testsOf(condition: Condition): Test[] | null {
  const parts = 'all' in condition ? condition.all : [condition];
  const tests = parts.map(testOf);
  return tests.length > 0 && tests.length <= MOST_TESTS && tests.every((test) => test !== null) ? tests : null;
}

function testOf(condition: Condition): Test | null {
  if ('not' in condition) {
    const inner = testOf(condition.not);
    return inner && { ...inner, so: !inner.so };
  }
  return 'path' in condition ? compared(condition) : null;
}

function compared({ path, op, value }: Comparison): Test | null {
  const [first = '', second = '', third = ''] = path.split('.');
  if (typeof value === 'string') return inWords(first, path, op, value);
  if (typeof value !== 'number') return null;
  if (first === 'round') return fromRound(op, value);
  if (first === 'inject' || first === 'said') {
    // An announcement waits for the first time, so that “once” and “at least once” are the same to it.
    const so = op === 'eq' && value === 1 ? true : atLeastOnce(op, value);
    return so === null ? null : { what: path, so };
  }
  const so = first === 'count' && third === 'object' ? atLeastOnce(op, value) : null;
  return so === null ? null : { what: `object.${second}`, so };
}

function inWords(first: string, path: string, op: Comparison['op'], value: string): Test | null {
  const offered = ['slot', 'phase'].includes(first) || (first === 'objection' && OBJECTION_STATES.some((state) => state === value));
  return offered && (op === 'eq' || op === 'ne') ? { what: `${path}.${value}`, so: op === 'eq' } : null;
}

function fromRound(op: Comparison['op'], value: number): Test | null {
  const from = op === 'gte' || op === 'lt' ? value : value + 1;
  if (op === 'gte' || op === 'gt') return { what: `round.${from}`, so: true };
  return op === 'lt' || op === 'lte' ? { what: `round.${from}`, so: false } : null;
}

/** A count that is compared with “at least once”, or with “never”. */
function atLeastOnce(op: Comparison['op'], value: number): boolean | null {
  if ((op === 'gte' && value === 1) || (op === 'gt' && value === 0) || (op === 'ne' && value === 0)) return true;
  return (op === 'lt' && value === 1) || (op === 'lte' && value === 0) || (op === 'eq' && value === 0) ? false : null;
}

export function conditionOf(tests: readonly Test[]): Condition {
  const all = tests.map(comparisonOf);
  return all.length === 1 ? all[0]! : { all };
}

function comparisonOf({ what, so }: Test): Condition {
  const [first = '', second = '', third = ''] = what.split('.');
  switch (first) {
    case 'round':
      return { path: 'round', op: so ? 'gte' : 'lt', value: Number(second) };
    case 'phase':
      return { path: 'phase', op: so ? 'eq' : 'ne', value: second };
    case 'object':
      return { path: `count.${second}.object`, op: so ? 'gte' : 'lt', value: 1 };
    case 'inject':
    case 'said':
      return { path: what, op: so ? 'gte' : 'lt', value: 1 };
  }
  return { path: `${first}.${second}`, op: so ? 'eq' : 'ne', value: third };
}
