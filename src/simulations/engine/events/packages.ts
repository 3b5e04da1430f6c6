/** Several changes at once: offered, answered by every seat, and taken whole or not at all. */
import type { PackageOffer, TableState } from '../state';
import { changed, type Evolutions } from './evolution';

export const PACKAGES: Evolutions<'package-offered' | 'package-answered' | 'package-taken' | 'package-lapsed'> = {
  'package-offered': (state, { id, role, terms, words, at }) => {
    const offered: PackageOffer = { id, role, terms, words, answers: {}, state: 'offered', at };
    return { ...state, packages: { ...state.packages, [id]: offered } };
  },
  'package-answered': (state, { id, role, accepts, hurts }) =>
    offer(state, id, ({ answers }) => ({ answers: { ...answers, [role]: { accepts, hurts } } })),
  'package-taken': (state, { id }) => offer(state, id, () => ({ state: 'taken' })),
  'package-lapsed': (state, { id }) => offer(state, id, () => ({ state: 'lapsed' })),
};

function offer(state: TableState, id: string, change: (offer: PackageOffer) => Partial<PackageOffer>): TableState {
  return { ...state, packages: changed(state.packages, id, change) };
}
