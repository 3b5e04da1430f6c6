/** What every change of the text has to keep to, and what it brings with it. */
import type { Terms } from '../../../content/scenario';
import type { Happening, Words } from '../events';
import { refuse, type Refused } from '../refusing';
import type { Clause, PackageOffer, TableState } from '../state';
import { unsayable } from '../words';
import { find, type Table } from './rule';

export function revised(clause: Clause, terms: Terms, how: 'editorial' | 'substantive', role: string): Happening {
  return {
    type: 'clause-revised',
    clause: clause.key,
    revision: clause.revision + 1,
    terms: { ...clause.terms, ...terms },
    class: how,
    role,
  };
}

/** Whoever settles something says why. */
export function refusesRationale(words: Words | null, table: Table): Refused | null {
  return words ? unsayable(words, table) : refuse('rationale-needed');
}

/** Also when the clause has been revised since the page was read. */
export function refusesClause(clause: Clause | undefined, expectRevision: number): Refused | null {
  if (clause?.state !== 'tabled') return refuse('clause-not-on-the-table');
  return clause.revision === expectRevision ? null : refuse('moved-on');
}

/** Terms name slots of these clauses and their options, and change at least one. */
export function refusesTerms(terms: Terms, clauses: readonly Clause[], { state, scenario }: Table): Refused | null {
  for (const [slot, option] of Object.entries(terms)) {
    const home = scenario.clauses.find(({ slots }) => slots.some((one) => one.key === slot));
    if (home && state.clauses[home.key]!.state === 'held') return refuse('clause-not-on-the-table');
    const isThere =
      clauses.some(({ key }) => key === home?.key) && home!.slots.some(({ key, options }) => key === slot && options.includes(option));
    if (!isThere) return refuse('nothing-here');
  }
  const changes = Object.entries(terms).some(([slot, option]) => clauses.some(({ terms: now }) => (find(now, slot) ?? option) !== option));
  return changes ? null : refuse('nothing-changed');
}

export function sameTerms(one: Terms, other: Terms): boolean {
  const slots = Object.keys(one);
  return slots.length === Object.keys(other).length && slots.every((slot) => one[slot] === other[slot]);
}

export function openOffers({ packages }: TableState): PackageOffer[] {
  return Object.values(packages).filter(({ state }) => state === 'offered');
}

/** The end of every package that still waits for answers, but one. */
export function lapsed(state: TableState, but: string | null = null): Happening[] {
  return openOffers(state)
    .filter(({ id }) => id !== but)
    .map(({ id }) => ({ type: 'package-lapsed', id }));
}
