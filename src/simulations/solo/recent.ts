/** What has happened since the present phase began, as a seat may know it. */
import type { HappeningType, TableEvent } from '../engine/events';
import type { TableView } from '../engine/table-view';

type Of<T extends HappeningType> = Extract<TableEvent, { type: T }>;

export function inThisPhase<T extends HappeningType>({ events }: TableView, type: T): Of<T>[] {
  const began = events.findLastIndex(({ event }) => event.type === 'phase-entered');
  return events.slice(began + 1).flatMap(({ event }) => (event.type === type ? [event as Of<T>] : []));
}
