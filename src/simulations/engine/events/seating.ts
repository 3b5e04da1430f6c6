/** Who sits where, and what they agreed to before they began. */
import { emptySeat } from '../initial';
import type { Seat, TableState } from '../state';
import { changed, type Evolutions } from './evolution';

export const SEATING: Evolutions<
  'table-opened' | 'seat-taken' | 'contract-accepted' | 'brief-acknowledged' | 'consent-set' | 'position-noted' | 'seat-ready'
> = {
  'table-opened': (state, { mode, scenario, hash, seed, at }) => ({
    mode,
    scenario,
    hash,
    seed,
    clauses: Object.fromEntries(
      Object.entries(state.clauses).map(([key, clause]) => [
        key,
        { ...clause, history: clause.history.map((first) => ({ ...first, at })) },
      ]),
    ),
  }),
  // Whoever takes a seat begins anew: notes, consents and promises belong to the person who sat there before.
  'seat-taken': (state, { role, holder }) => {
    const ready = holder.kind === 'script' || holder.kind === 'facilitator'; // both know every brief
    const { floor } = state;
    const queue = floor.queue.filter((waiting) => waiting.role !== role);
    const speaking = floor.speaking?.role === role ? null : floor.speaking;
    const taken = seat(state, role, () => ({ ...emptySeat(role), holder, contract: ready, briefed: ready }));
    return { ...taken, floor: { ...floor, queue, speaking } };
  },
  'contract-accepted': (state, { role }) => seat(state, role, () => ({ contract: true })),
  'brief-acknowledged': (state, { role }) => seat(state, role, () => ({ briefed: true })),
  'consent-set': (state, { role, purposes }) => seat(state, role, () => ({ consents: purposes })),
  'position-noted': (state, { role, words }) => seat(state, role, ({ positions }) => ({ positions: [...positions, words] })),
  'seat-ready': (state, { role }) => seat(state, role, () => ({ ready: state.phase.number })),
};

function seat(state: TableState, role: string, change: (seat: Seat) => Partial<Seat>): Partial<TableState> {
  return { seats: changed(state.seats, role, change) };
}
