/** Who acts at a table, who looks at it, and who may learn of an event. */

/** Who does something. A seat is its role's key; the machine is the clock and the procedure. */
export type Actor = { seat: string } | 'facilitator' | 'machine';

export type Viewer = { seat: string } | 'observer' | 'facilitator';

/** Whoever has a place at a table: its role's key, '' for somebody who looks on. */
export const placed = (role: string): Viewer => (role ? { seat: role } : 'observer');

/** Everybody at the table, only some seats, or nobody but the facilitator. Facilitators see everything but a hum. */
export type Audience = 'all' | 'facilitator' | readonly string[];

export function maySee(viewer: Viewer, audience: Audience): boolean {
  if (audience === 'all' || viewer === 'facilitator') return true;
  return audience !== 'facilitator' && viewer !== 'observer' && audience.includes(viewer.seat);
}
