import type { StakeholderGroup, Stance } from '../../../src/content/scenario';
import type { Assessed } from '../../../src/simulations/engine/consensus';

export type Where = Stance | 'silent';
export type Seats = Assessed['seats'];

/** So many seats of a group with the same stance; a name each. */
export function seats(count: number, group: StakeholderGroup, where: Where): Seats {
  const stance = where === 'silent' ? null : where;
  return Array.from({ length: count }, (_, n) => ({ role: `${group}-${where}-${n}`, group, stance }));
}

/** Objections to a clause in these states; `a=b` is a, a duplicate of b. */
export function objections(...states: string[]): Assessed['objections'] {
  return states.map((state, n) => {
    const [id = '', of] = state.split('=');
    if (of !== undefined) return { id, state: 'duplicate', of };
    return { id: `o${n + 1}`, state: state as Assessed['objections'][number]['state'], of: null };
  });
}

export function room(taken: Seats, against: Assessed['objections'] = [], readings = 2, callClosed = true): Assessed {
  return { clause: 'orders', seats: taken, objections: against, readings, callClosed };
}
