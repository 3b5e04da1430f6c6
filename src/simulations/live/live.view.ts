import type { roomPage } from '../room/room.view';
import type { Part } from './parts';

/** Where the page of a table is, and the moment at which it was printed. */
export interface Line {
  /** of the table, for these eyes */
  address: string;
  cursor: string;
  /** the clause that lies open, which stays the same while one looks */
  clause: string | null;
  /** forms of its parts are sent without leaving it; those of other pages say something on the page that comes after */
  stays: boolean;
  /** looks again by itself without scripts: asked for, or there is nothing to fill in */
  follows: boolean;
}

/** views/simulations/_live.hbs: the line on which a page hears what changes at its table. */
export function liveOf({ address, cursor, clause, stays, follows }: Line) {
  const query = clause ? `?clause=${clause}` : '';
  return {
    stream: `${address}/stream`,
    fragments: `${address}/fragments`,
    query,
    cursor,
    stays,
    follows,
    look: address + query,
    follow: `${address}${query || '?'}${query ? '&' : ''}follow=on`,
    stop: `${address}${query || '?'}${query ? '&' : ''}follow=off`,
  };
}

/** views/simulations/fragments.hbs: some parts of the room, for a page that is open already. */
export function fragmentsPage(room: ReturnType<typeof roomPage>, wanted: readonly Part[]) {
  return { ...room, parts: chosen(wanted) };
}

/** Which parts a template of fragments prints. */
export function chosen(wanted: readonly Part[]): Record<Part, boolean> {
  const parts = { now: false, table: false, text: false, floor: false, messages: false };
  for (const part of wanted) parts[part] = true;
  return parts;
}
