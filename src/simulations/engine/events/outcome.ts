/** How a table ends: with an agreement, or without one. */
import type { Clause } from '../state';
import type { Evolutions } from './evolution';

export const OUTCOME: Evolutions<'outcome-recorded'> = {
  'outcome-recorded': (state, { outcome, terms, levels, words, at }) => ({
    outcome: { outcome, terms, levels, words, at },
    clauses: outcome === 'agreement' ? adopted(state.clauses) : state.clauses,
  }),
};

function adopted(clauses: Record<string, Clause>): Record<string, Clause> {
  return Object.fromEntries(
    Object.entries(clauses).map(([key, clause]) => [key, clause.state === 'tabled' ? { ...clause, state: 'adopted' as const } : clause]),
  );
}
