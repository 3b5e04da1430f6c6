/** How each seat takes part, as far as the facilitator may know it: how much it has said, and when it last did anything at all. */
import type { TableView } from '../engine/table-view';
import { talkHasBegun } from '../safety/talk';

export interface Glance {
  role: string;
  /** how often it has spoken, and in how many words */
  statements: number;
  words: number;
  /** when it last did anything; null for never */
  actedAt: number | null;
  /** a person who takes a side, and has not said a word although there is talk */
  silent: boolean;
}

export type Eyes = Pick<TableView, 'seats' | 'statements' | 'events' | 'phase' | 'outcome'>;

export function glances({ seats, statements, events, phase, outcome }: Eyes): Glance[] {
  const acted = new Map<string, number>();
  for (const { event } of events) if (typeof event.by === 'object') acted.set(event.by.seat, event.at);
  const talks = talkHasBegun(phase.kind) && !outcome;
  return seats.map(({ role, holder, chair }) => {
    const own = statements.filter((one) => one.role === role);
    const words = own.reduce((sum, { length }) => sum + length, 0);
    const silent = talks && holder === 'person' && !chair && own.length === 0;
    return { role, statements: own.length, words, actedAt: acted.get(role) ?? null, silent };
  });
}
