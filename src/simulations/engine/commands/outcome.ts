/** How a table ends: with what its final levels say, or without an agreement, which is a result too. */
import { agreeing } from '../consensus';
import type { Happening } from '../events';
import { refuse, type Refused } from '../refusing';
import { type Clause, textOf } from '../state';
import { isChair, isOutside, type Rules, type Table } from './rule';
import { lapsed } from './text';
import { unsayable } from '../words';

export const OUTCOME: Rules<'adopt-outcome' | 'close-without-outcome'> = {
  'adopt-outcome': {
    who: 'chair',
    unless: (table) => over(table) ?? levelMissing(table),
    decide: (_, table) => [outcomeOf(table)],
  },
  'close-without-outcome': {
    who: 'anybody',
    unless: (table) => over(table) ?? refusesEnd(table),
    decide: ({ words }, table) =>
      unsayable(words, table) ?? [...lapsed(table.state), { ...recorded(table), outcome: 'no-agreement', words }],
  },
};

function over({ state }: Table): Refused | null {
  return state.outcome ? refuse('after-outcome') : null;
}

/** Whoever plays alone may stop; at a table with others that is for the chair. */
function refusesEnd(table: Table): Refused | null {
  return isOutside(table) || isChair(table, table.role) || table.state.mode === 'solo' ? null : refuse('chair-only');
}

function levelMissing(table: Table): Refused | null {
  const missing = tabled(table).find(({ assessment }) => !assessment?.final);
  return missing ? refuse('not-final') : null;
}

function tabled({ state }: Table): Clause[] {
  return Object.values(state.clauses).filter((clause) => clause.state === 'tabled');
}

/** An agreement when every clause on the table has reached a final level that counts as one. */
export function outcomeOf(table: Table): Happening {
  const agrees = ({ assessment }: Clause) => assessment?.final === true && agreeing(assessment.level, table.scenario.preset);
  const clauses = tabled(table);
  const outcome = clauses.length > 0 && clauses.every(agrees) ? 'agreement' : 'no-agreement';
  return { ...recorded(table), outcome };
}

function recorded(table: Table): Extract<Happening, { type: 'outcome-recorded' }> {
  const levels = tabled(table).flatMap(({ key, assessment }) => (assessment ? [[key, assessment.level] as const] : []));
  return { type: 'outcome-recorded', outcome: 'no-agreement', terms: textOf(table.state), levels: Object.fromEntries(levels), words: null };
}
