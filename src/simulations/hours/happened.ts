/** What everybody could see at a table in the window before, in figures: for those who were not there. */
import type { HappeningType, TableEvent } from '../engine/events';

export const COUNTED = ['statements', 'amendments', 'objections', 'settled'] as const;
export type Counted = (typeof COUNTED)[number];

const TYPES: Record<Counted, HappeningType> = {
  statements: 'statement-made',
  amendments: 'amendment-proposed',
  objections: 'objection-raised',
  settled: 'objection-settled',
};

export interface Before {
  /** The phase that is open began live, and goes on by letters. */
  switched: boolean;
  /** Null where nothing was before. */
  counts: Record<Counted, number> | null;
}

export function before(events: readonly TableEvent[]): Before {
  const entered = events.findLastIndex(({ type }) => type === 'phase-entered');
  const switched = events.slice(entered + 1).some((event) => event.type === 'mode-switched' && event.mode === 'async');
  const from = switched ? entered : events.slice(0, Math.max(0, entered)).findLastIndex(({ type }) => type === 'phase-entered');
  if (from < 0) return { switched, counts: null };
  const seen = events.slice(from, switched ? undefined : entered).filter(({ audience }) => audience === 'all');
  const count = (kind: Counted) => seen.filter(({ type }) => type === TYPES[kind]).length;
  return { switched, counts: Object.fromEntries(COUNTED.map((kind) => [kind, count(kind)])) as Record<Counted, number> };
}
