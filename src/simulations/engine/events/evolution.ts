/** What each type of event does to a table: only what it changes; the rest stays as it was. */
import type { ScenarioStructure } from '../../../content/scenario';
import type { HappeningType, TableEvent } from '../events';
import type { TableState } from '../state';

type Of<T extends HappeningType> = Extract<TableEvent, { type: T }>;

export type Evolutions<T extends HappeningType> = {
  [K in T]: (state: TableState, event: Of<K>, scenario: ScenarioStructure) => Partial<TableState>;
};

/** The record with one of its things changed; the same record when it has no such thing. */
export function changed<T>(record: Record<string, T>, key: string, change: (thing: T) => Partial<T>): Record<string, T> {
  if (!Object.hasOwn(record, key)) return record;
  const thing = record[key] as T;
  return { ...record, [key]: { ...thing, ...change(thing) } };
}

/** The list with one more at its end. A long log adds thousands of times: this copies in one go, which spreading does not. */
export function added<T>(list: readonly T[], one: T): T[] {
  return list.concat([one]);
}
