/** What a seat sees when it moves: all that it may know of the table, and what has happened in the present phase. */
import type { ScenarioStructure } from '../../content/scenario';
import type { HappeningType, TableEvent } from '../engine/events';
import { seen } from '../engine/seen';
import type { TableState } from '../engine/state';
import type { TableView } from '../engine/table-view';
import type { Viewer } from '../engine/viewer';

/** What it can do is found out by doing it. */
export type Sight = Omit<TableView, 'can'>;

/** What a seat asks of the past, beside what the table itself still shows. */
const ASKED = ['amendment-proposed', 'amendment-accepted', 'package-offered', 'objection-answered'] as const;
type Asked = (typeof ASKED)[number];
type Of<T extends HappeningType> = Extract<TableEvent, { type: T }>;

export function sight(
  { state, events, scenario }: { state: TableState; events: readonly TableEvent[]; scenario: ScenarioStructure },
  viewer: Viewer,
): Sight {
  const began = events.findLastIndex(({ type }) => type === 'phase-entered');
  const past = events.slice(began + 1).filter(({ type }) => (ASKED as readonly string[]).includes(type));
  return seen(state, past, viewer, scenario);
}

export function inThisPhase<T extends Asked>({ events }: Sight, type: T): Of<T>[] {
  return events.flatMap(({ event }) => (event.type === type ? [event as Of<T>] : []));
}
