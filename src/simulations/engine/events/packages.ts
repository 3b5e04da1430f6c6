/** Several changes at once: offered, answered by every seat, and taken whole or not at all. */
import type { Amendment, PackageOffer, TableState } from '../state';
import { changed, type Evolutions } from './evolution';

export const PACKAGES: Evolutions<'package-offered' | 'package-answered' | 'package-taken' | 'package-lapsed'> = {
  'package-offered': (state, { id, role, terms, words, at }) => {
    const offered: PackageOffer = { id, role, terms, words, answers: {}, state: 'offered', at };
    return { packages: { ...state.packages, [id]: offered } };
  },
  'package-answered': (state, { id, role, accepts, hurts }) =>
    offer(state, id, ({ answers }) => ({ answers: { ...answers, [role]: { accepts, hurts } } })),
  // What everybody has just agreed to is the whole text: what was proposed for the one before does not wait to undo it.
  'package-taken': (state, { id }) => ({ ...offer(state, id, () => ({ state: 'taken' })), amendments: overtaken(state.amendments) }),
  'package-lapsed': (state, { id }) => offer(state, id, () => ({ state: 'lapsed' })),
};

function offer(state: TableState, id: string, change: (offer: PackageOffer) => Partial<PackageOffer>): Partial<TableState> {
  return { packages: changed(state.packages, id, change) };
}

function overtaken(amendments: Record<string, Amendment>): Record<string, Amendment> {
  const entries = Object.entries(amendments).map(([id, one]) => [id, one.state === 'proposed' ? { ...one, state: 'superseded' } : one]);
  return Object.fromEntries(entries) as Record<string, Amendment>;
}
