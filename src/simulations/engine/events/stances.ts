/** Where seats stand on a clause. */
import { added, changed, type Evolutions } from './evolution';

export const STANCES: Evolutions<'stance-set'> = {
  'stance-set': (state, { role, clause, revision, stance, words, at }) => ({
    clauses: changed(state.clauses, clause, ({ stances, stanceHistory }) => ({
      stances: { ...stances, [role]: { stance, revision, words, at } },
      stanceHistory: added(stanceHistory, { role, stance, revision, words, at }),
    })),
  }),
};
