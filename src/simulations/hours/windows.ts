/** The windows of a table that goes on by letters: each phase is one, and three of its moments are told by mail. */
import type { TableState } from '../engine/state';

/** Its beginning, its middle, and when it is nearly over: in percent of it. */
export const SHARES = [0, 50, 90] as const;
export type Share = (typeof SHARES)[number];

export interface Moment {
  share: Share;
  at: number;
}

/** Of the window that is open, in order; none while the table is live, waits, or has no end to wait for. */
export function moments({ mode, paused, phase: { since, deadline } }: TableState): Moment[] {
  if (mode !== 'async' || paused || deadline === null) return [];
  return SHARES.map((share) => ({ share, at: since + Math.floor(((deadline - since) * share) / 100) }));
}

/** The last moment that has come; null before the first one, and when the window is over. */
export function reached(state: TableState, now: number): Moment | null {
  const { deadline } = state.phase;
  return deadline === null || now >= deadline ? null : (moments(state).findLast(({ at }) => at <= now) ?? null);
}

/** When the next one comes; null when there is none. */
export function nextMoment(state: TableState, now: number): number | null {
  return moments(state).find(({ at }) => at > now)?.at ?? null;
}
