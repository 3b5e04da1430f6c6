/** What each type of event does to a table. */
import type { ScenarioStructure } from '../../../content/scenario';
import type { HappeningType, TableEvent } from '../events';
import type { TableState } from '../state';

type Of<T extends HappeningType> = Extract<TableEvent, { type: T }>;

export type Evolutions<T extends HappeningType> = {
  [K in T]: (state: TableState, event: Of<K>, scenario: ScenarioStructure) => TableState;
};

/** The record with one of its things changed; the same record when it has no such thing. */
export function changed<T>(record: Record<string, T>, key: string, change: (thing: T) => Partial<T>): Record<string, T> {
  if (!Object.hasOwn(record, key)) return record;
  const thing = record[key] as T;
  return { ...record, [key]: { ...thing, ...change(thing) } };
}
