/** Saying where one stands on a clause as it reads now. */
import { refuse } from '../refusing';
import { isUnsettled } from '../settled';
import { unsayable } from '../words';
import { find, type Rules, type Table } from './rule';
import { refusesClause } from './text';

export const STANCES: Rules<'set-stance'> = {
  'set-stance': {
    who: 'delegate',
    decide: ({ clause: key, stance, words, expectRevision }, table) => {
      const { state, role } = table;
      const clause = find(state.clauses, key);
      const refused = refusesClause(clause, expectRevision) ?? unsayable(words, table);
      if (refused) return refused;
      const before = find(clause!.stances, role);
      if (before?.stance === stance && words === null) return refuse('already-said');
      if (stance === 'object' && !hasObjection(key, table)) return refuse('objection-first');
      return [{ type: 'stance-set', role, clause: key, revision: clause!.revision, stance, words }];
    },
  },
};

/** Who objects names a problem, or stands behind one that somebody named. */
function hasObjection(clause: string, { state, role }: Table): boolean {
  return Object.values(state.objections).some(
    (one) => one.clause === clause && (one.role === role || one.joined.includes(role)) && isUnsettled(one, state.objections),
  );
}
