/** What a rule waits for, after something that it names has another name or is gone. */
import type { Condition } from '../../../content/scenario';
import { type Names, optionName } from './names';

type Comparison = Extract<Condition, { path: string }>;

/** What is left of a condition; null when it can never come true any more, or has nothing left to wait for. */
export function conditionWithout(condition: Condition, gone: Names): Condition | null {
  const left = leftOf(condition, gone);
  return typeof left === 'boolean' ? null : left;
}

/** A comparison that names what is gone never comes true, except that a text is always other than an option which is no more. */
function leftOf(condition: Condition, gone: Names): Condition | boolean {
  if ('not' in condition) {
    const left = leftOf(condition.not, gone);
    return typeof left === 'boolean' ? !left : { not: left };
  }
  if ('all' in condition) {
    const left = condition.all.map((each) => leftOf(each, gone));
    if (left.includes(false)) return false;
    const all = conditionsIn(left);
    return all.length ? { all } : condition.all.length > 0 || condition;
  }
  if ('any' in condition) {
    const left = condition.any.map((each) => leftOf(each, gone));
    if (left.includes(true)) return true;
    const any = conditionsIn(left);
    return any.length ? { any } : condition.any.length === 0 && condition;
  }
  return leftOfComparison(condition, gone);
}

const conditionsIn = (left: (Condition | boolean)[]): Condition[] => left.filter((each) => typeof each !== 'boolean');

function leftOfComparison(comparison: Comparison, gone: Names): Condition | boolean {
  const { path, op, value } = comparison;
  const [kind, first = '', second = ''] = path.split('.');
  const named: Record<string, boolean> = {
    slot: gone.slots.includes(first),
    revision: gone.clauses.includes(first),
    stance: gone.clauses.includes(first) || gone.parties.includes(second),
    count: gone.clauses.includes(first),
    objection: gone.objections.includes(first),
    said: gone.heard.includes(first),
    received: gone.heard.includes(first),
    inject: gone.injects.includes(first),
  };
  if (named[kind!]) return false;
  if (kind !== 'slot') return comparison;
  const isGone = (option: string | number) => gone.options.includes(optionName(first, String(option)));
  if (!Array.isArray(value)) return isGone(value) ? op === 'ne' : comparison;
  const options = value.filter((option) => !isGone(option));
  return options.length > 0 || value.length === 0 ? { ...comparison, value: options } : false;
}

/** Other names for what a scenario names; each says the same name where nothing changes. */
export interface Renaming {
  role(key: string): string;
  clause(key: string): string;
  slot(key: string): string;
  /** An option of a slot, which is named as it was before. */
  option(slot: string, key: string): string;
}

export function conditionRenamed(condition: Condition, to: Renaming): Condition {
  if ('not' in condition) return { not: conditionRenamed(condition.not, to) };
  if ('all' in condition) return { all: condition.all.map((each) => conditionRenamed(each, to)) };
  if ('any' in condition) return { any: condition.any.map((each) => conditionRenamed(each, to)) };
  const { path, value } = condition;
  const [kind = '', first = '', ...rest] = path.split('.');
  const at = (...parts: string[]) => [kind, ...parts].join('.');
  switch (kind) {
    case 'slot': {
      const option = (each: string) => to.option(first, each);
      const renamed = Array.isArray(value) ? value.map(option) : option(String(value));
      return { ...condition, path: at(to.slot(first), ...rest), value: renamed };
    }
    case 'stance':
      return { ...condition, path: at(to.clause(first), ...rest.map((role) => to.role(role))) };
    case 'revision':
    case 'count':
      return { ...condition, path: at(to.clause(first), ...rest) };
    default:
      return condition;
  }
}
