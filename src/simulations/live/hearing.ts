/** How much of a table somebody has heard: a count of their own, which tells them nothing of what others heard. */
import type { TableEvent } from '../engine/events';
import { maySee, type Viewer } from '../engine/viewer';

/** Each seat keeps these for itself: whoever takes it over does not learn from a count how often. */
const KEPT: TableEvent['type'][] = ['consent-set', 'contract-accepted', 'position-noted'];

/** What is announced to a viewer. Who may hear of a happening never changes afterwards, so a count once told stays right. */
export function isHeard({ type, audience }: Pick<TableEvent, 'type' | 'audience'>, viewer: Viewer): boolean {
  return maySee(viewer, audience) && (viewer === 'facilitator' || !KEPT.includes(type));
}

export function heard(events: readonly TableEvent[], viewer: Viewer): TableEvent[] {
  return events.filter((event) => isHeard(event, viewer));
}

/** Tells those apart who hear different things; those who share a seat hear the same. */
export function nameOf(viewer: Viewer): string {
  return typeof viewer === 'string' ? viewer : `seat ${viewer.seat}`;
}

/** What a stream calls the moment after so many happenings. Another seat counts otherwise, so its name is in it. */
export function cursor(viewer: Viewer, count: number): string {
  return `${nameOf(viewer).replace(' ', '-')}.${count}`;
}

/** The moment after all that a viewer heard of these. */
export const momentOf = (events: readonly TableEvent[], viewer: Viewer): string => cursor(viewer, heard(events, viewer).length);

/** What was heard since a moment that a browser names; null when it is none of this viewer's, and everything may have changed. */
export function since(all: readonly TableEvent[], viewer: Viewer, named: string | null): TableEvent[] | null {
  const count = Number(/\.(\d{1,9})$/.exec(named ?? '')?.[1] ?? NaN);
  if (!Number.isInteger(count) || count > all.length || named !== cursor(viewer, count)) return null;
  return all.slice(count);
}
