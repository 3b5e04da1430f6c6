/** How much one seat may say while a table goes on by letters: one statement until all have spoken or half the time is over, then the rest. */
import { delegates, isChair, type Table } from './commands/rule';
import { phaseOf } from './phases';
import { refuse, type Refused } from './refusing';

const MOST_WORDS = 250;

export function refusesMore(length: number, table: Table): Refused | null {
  const { state, scenario, role } = table;
  if (state.mode !== 'async') return null;
  if (length > MOST_WORDS) return refuse('too-long', { most: MOST_WORDS, length });
  if (isChair(table, role)) return null;
  const quota = phaseOf(state, scenario).async?.quota ?? 0;
  const spoken = (one: string) => state.statements.filter((said) => said.phase === state.phase.number && said.role === one).length;
  if (spoken(role) >= quota) return refuse('quota-used', { quota });
  if (spoken(role) === 0 || isHalfOver(table) || delegates(table).every((one) => spoken(one) > 0)) return null;
  return refuse('quota-wait', { quota });
}

function isHalfOver({ state, at }: Table): boolean {
  const { since, deadline } = state.phase;
  return deadline !== null && 2 * (at - since) >= deadline - since;
}
