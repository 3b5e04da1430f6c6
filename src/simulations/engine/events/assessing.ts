/** How far the room is, as the chair says it, and who disputes it. */
import { changed, type Evolutions } from './evolution';
import type { Clause, TableState } from '../state';

export const ASSESSING: Evolutions<'assessment-published' | 'assessment-challenged' | 'assessment-final' | 'minority-filed'> = {
  'assessment-published': (state, { clause, iteration, indicative, level, words, explanation, at }) =>
    on(state, clause, ({ assessment }) => ({
      assessment: { iteration, indicative, level, words, explanation, challenges: assessment?.challenges ?? [], final: false, at },
    })),
  'assessment-challenged': (state, { clause, role, words, at }) =>
    on(state, clause, ({ assessment }) => {
      if (!assessment) return {};
      const challenge = { role, words, iteration: assessment.iteration, at };
      return { assessment: { ...assessment, challenges: [...assessment.challenges, challenge] } };
    }),
  'assessment-final': (state, { clause, level }) =>
    on(state, clause, ({ assessment }) => ({ assessment: assessment && { ...assessment, level, final: true } })),
  'minority-filed': (state, { clause, role, words }) => on(state, clause, ({ minority }) => ({ minority: [...minority, { role, words }] })),
};

function on(state: TableState, clause: string, change: (clause: Clause) => Partial<Clause>): Partial<TableState> {
  return { clauses: changed(state.clauses, clause, change) };
}
