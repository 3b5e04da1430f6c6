/** Offering several changes at once. A package that everybody accepts is in the text at once; else it ends with the round or with the text. */
import type { Terms } from '../../../content/scenario';
import type { Happening } from '../events';
import { refuse, type Refused } from '../refusing';
import type { PackageOffer, TableState } from '../state';
import { unsayable } from '../words';
import { type CommandOf, delegates, find, nextId, type Rules, type Table } from './rule';
import { lapsed, openOffers, refusesTerms, revised, sameTerms } from './text';

export const PACKAGES: Rules<'offer-package' | 'answer-package'> = {
  'offer-package': { who: 'seat', decide: offer },
  'answer-package': {
    who: 'delegate',
    anything: ({ state, role }) => openOffers(state).some((one) => one.role !== role),
    decide: answer,
  },
};

function offer({ terms, words, expectText }: CommandOf<'offer-package'>, table: Table): Happening[] | Refused {
  const { state, role } = table;
  const tabled = Object.values(state.clauses).filter((clause) => clause.state === 'tabled');
  if (expectText !== state.textNumber) return refuse('moved-on');
  const refused = refusesTerms(terms, tabled, table) ?? unsayable(words, table);
  if (refused) return refused;
  const same = openOffers(state).find((one) => sameTerms(one.terms, terms));
  if (same) return refuse('same-package', { package: same.id });
  return [{ type: 'package-offered', id: nextId('p', Object.keys(state.packages).length), role, terms, words }];
}

function answer({ package: id, accepts, hurts }: CommandOf<'answer-package'>, table: Table): Happening[] | Refused {
  const { state, scenario, role } = table;
  const one = find(state.packages, id);
  const cause = accepts ? null : hurts;
  if (!one) return refuse('nothing-here');
  if (one.state !== 'offered') return refuse('package-settled', { package: id });
  if (one.role === role) return refuse('not-by-its-owner');
  if (cause !== null && !scenario.clauses.some(({ slots }) => slots.some(({ key }) => key === cause))) return refuse('nothing-here');
  const before = find(one.answers, role);
  if (before?.accepts === accepts && before.hurts === cause) return refuse('already-said');
  const answered: Happening = { type: 'package-answered', id, role, accepts, hurts: cause };
  return accepts && isLast(one, table) ? [answered, ...taken(one, state)] : [answered];
}

/** Whether with this seat everybody has accepted. */
function isLast(one: PackageOffer, table: Table): boolean {
  return delegates(table).every((role) => role === one.role || role === table.role || find(one.answers, role)?.accepts === true);
}

function taken({ id, role, terms }: PackageOffer, state: TableState): Happening[] {
  const revisions = Object.values(state.clauses).flatMap((clause) => {
    const own: Terms = Object.fromEntries(
      Object.entries(terms).filter(([slot, option]) => (find(clause.terms, slot) ?? option) !== option),
    );
    return Object.keys(own).length ? [revised(clause, own, 'substantive', role)] : [];
  });
  return [{ type: 'package-taken', id }, ...revisions, ...lapsed(state, id)];
}
