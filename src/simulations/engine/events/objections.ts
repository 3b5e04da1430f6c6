/** The life of an objection: raised, answered, settled. */
import type { Objection, TableState } from '../state';
import { changed, type Evolutions } from './evolution';

export const OBJECTIONS: Evolutions<'objection-raised' | 'objection-joined' | 'objection-answered' | 'objection-settled'> = {
  'objection-raised': (state, { id, role, clause, revision, kind, words, written, remedy, at }) => {
    const raised: Objection = {
      id,
      version: 1,
      role,
      joined: [],
      clause,
      revision,
      kind,
      words,
      written,
      remedy,
      answers: [],
      state: 'open',
      of: null,
      rationale: null,
      settledBy: null,
      capitulation: false,
      at,
      settledAt: null,
      settledRevision: null,
    };
    return { objections: { ...state.objections, [id]: raised } };
  },
  'objection-joined': (state, { id, role }) => objection(state, id, ({ joined }) => ({ joined: [...joined, role] })),
  'objection-answered': (state, { id, role, kind, words, answer, at }) =>
    objection(state, id, (before) => ({
      answers: [...before.answers, { role, kind, words, answer, at }],
      state: before.state === 'open' ? 'answered' : before.state,
    })),
  'objection-settled': (state, { id, role, how, words, of, at }) =>
    objection(state, id, ({ answers, clause }) => ({
      state: how,
      of,
      rationale: words,
      settledBy: role,
      settledAt: at,
      settledRevision: state.clauses[clause]?.revision ?? null,
      capitulation: how === 'withdrawn' && answers.length === 0,
    })),
};

function objection(state: TableState, id: string, change: (objection: Objection) => Partial<Objection>): Partial<TableState> {
  return { objections: changed(state.objections, id, (before) => ({ ...change(before), version: before.version + 1 })) };
}
