/** Changing the text: tabling a clause, proposing other words for it, and taking them in. */
import type { Happening, Words } from '../events';
import { phaseOf } from '../phases';
import { refuse, type Refused } from '../refusing';
import type { Amendment } from '../state';
import { unsayable } from '../words';
import { type CommandOf, find, nextId, type Rules, type Table } from './rule';
import { lapsed, refusesClause, refusesRationale, refusesTerms, revised, sameTerms } from './text';

type Names = 'table-clause' | 'amend' | 'second-amendment' | 'accept-amendment' | 'reject-amendment' | 'promote-amendment';

export const DRAFTING: Rules<Names> = {
  'table-clause': {
    who: 'seat',
    anything: ({ state }) => Object.values(state.clauses).some((clause) => clause.state === 'held'),
    decide: ({ clause: key }, { state, role }) => {
      const clause = find(state.clauses, key);
      if (!clause) return refuse('nothing-here');
      if (clause.state !== 'held') return refuse('clause-on-the-table');
      return [{ type: 'clause-tabled', clause: key, role }, ...lapsed(state)];
    },
  },
  amend: { who: 'seat', decide: amend },
  'second-amendment': {
    who: 'delegate',
    anything: (table) => proposed(table).some((one) => mayBeSeconded(one, table) === null),
    decide: ({ amendment }, table) => {
      const one = find(table.state.amendments, amendment);
      const refused = refusesSettled(one) ?? mayBeSeconded(one!, table);
      return refused ?? [{ type: 'amendment-seconded', id: amendment, role: table.role }];
    },
  },
  'accept-amendment': { who: 'chair', anything: isProposed, decide: accept },
  'reject-amendment': { who: 'chair', anything: isProposed, decide: (command, table) => settle('amendment-rejected', command, table) },
  'promote-amendment': { who: 'chair', anything: isProposed, decide: (command, table) => settle('amendment-promoted', command, table) },
};

const proposed = ({ state }: Table) => Object.values(state.amendments).filter((one) => one.state === 'proposed');

function isProposed(table: Table): boolean {
  return proposed(table).length > 0;
}

function refusesSettled(amendment: Amendment | undefined): Refused | null {
  if (!amendment) return refuse('nothing-here');
  return amendment.state === 'proposed' ? null : refuse('amendment-settled', { amendment: amendment.id });
}

function mayBeSeconded({ role: owner, seconds }: Amendment, { role }: Table): Refused | null {
  if (owner === role) return refuse('not-by-its-owner');
  return seconds.includes(role) ? refuse('already-seconded') : null;
}

function amend({ clause: key, terms, words, expectRevision }: CommandOf<'amend'>, table: Table): Happening[] | Refused {
  const { state, role } = table;
  const clause = find(state.clauses, key);
  const refused = refusesClause(clause, expectRevision) ?? refusesTerms(terms, [clause!], table) ?? unsayable(words, table);
  if (refused) return refused;
  const same = proposed(table).find((one) => one.clause === key && sameTerms(one.terms, terms));
  if (same) return refuse('same-amendment', { amendment: same.id });
  const id = nextId('a', Object.keys(state.amendments).length);
  return [{ type: 'amendment-proposed', id, role, clause: key, terms, base: clause!.revision, words }];
}

function accept(command: CommandOf<'accept-amendment'>, table: Table): Happening[] | Refused {
  const { state, scenario } = table;
  const amendment = find(state.amendments, command.amendment);
  const clause = amendment && state.clauses[amendment.clause];
  const refused =
    refusesSettled(amendment) ??
    refusesClause(clause, command.expectRevision) ??
    (command.class !== 'editorial' && phaseOf(state, scenario).kind === 'last-reading' ? refuse('editorial-only') : null) ??
    refusesRationale(command.words, table) ??
    refusesTerms(amendment!.terms, [clause!], table);
  if (refused) return refused;
  const { id, role, terms } = amendment!;
  return [{ type: 'amendment-accepted', id, words: command.words }, revised(clause!, terms, command.class, role), ...lapsed(state)];
}

function settle(
  type: 'amendment-rejected' | 'amendment-promoted',
  { amendment: id, words }: { amendment: string; words: Words },
  table: Table,
): Happening[] | Refused {
  return refusesSettled(find(table.state.amendments, id)) ?? refusesRationale(words, table) ?? [{ type, id, words }];
}
