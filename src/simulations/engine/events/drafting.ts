/** How the text changes: clauses tabled, amendments on their way, revisions. */
import type { Amendment, TableState } from '../state';
import { changed, type Evolutions } from './evolution';

export const DRAFTING: Evolutions<
  | 'clause-tabled'
  | 'amendment-proposed'
  | 'amendment-seconded'
  | 'amendment-accepted'
  | 'amendment-rejected'
  | 'amendment-promoted'
  | 'clause-revised'
> = {
  'clause-tabled': (state, { clause }) => ({
    textNumber: state.textNumber + 1,
    clauses: changed(state.clauses, clause, () => ({ state: 'tabled', tabledIn: state.phase.number })),
  }),
  'amendment-proposed': (state, { id, role, clause, terms, base, words, at }) => {
    const proposed: Amendment = { id, role, clause, terms, base, words, seconds: [], state: 'proposed', rationale: null, at };
    return { amendments: { ...state.amendments, [id]: proposed } };
  },
  'amendment-seconded': (state, { id, role }) => amendment(state, id, ({ seconds }) => ({ seconds: [...seconds, role] })),
  'amendment-accepted': (state, { id, words }) => amendment(state, id, () => ({ state: 'accepted', rationale: words })),
  'amendment-rejected': (state, { id, words }) => amendment(state, id, () => ({ state: 'rejected', rationale: words })),
  'amendment-promoted': (state, { id, words }) => amendment(state, id, () => ({ state: 'promoted', rationale: words })),
  'clause-revised': (state, { clause: key, revision, terms, class: how, role, at }) => {
    const before = state.clauses[key];
    if (!before) return {};
    const history = [...before.history, { revision, terms, by: role, at, class: how }];
    const clauses = (stances: typeof before.stances) => ({
      ...state.clauses,
      [key]: { ...before, revision, terms, stances, history, assessment: null },
    });
    if (how === 'editorial') {
      const carried = Object.entries(before.stances).map(([role, stance]) => [role, { ...stance, revision }]);
      return { clauses: clauses(Object.fromEntries(carried)) };
    }
    const slots = Object.keys(terms).filter((slot) => terms[slot] !== before.terms[slot]);
    return {
      clauses: clauses({}),
      textNumber: state.textNumber + 1,
      amendments: superseded(state.amendments, key, slots),
    };
  },
};

/** What was proposed for a slot that has changed meanwhile was proposed to another text. */
function superseded(amendments: Record<string, Amendment>, clause: string, slots: string[]): Record<string, Amendment> {
  const overtaken = (one: Amendment) =>
    one.state === 'proposed' && one.clause === clause && slots.some((slot) => Object.hasOwn(one.terms, slot));
  return Object.fromEntries(
    Object.entries(amendments).map(([id, one]) => [id, overtaken(one) ? { ...one, state: 'superseded' as const } : one]),
  );
}

function amendment(state: TableState, id: string, change: (amendment: Amendment) => Partial<Amendment>): Partial<TableState> {
  return { amendments: changed(state.amendments, id, change) };
}
