import { type Outcome, summed, type Summed } from '../../../src/quizzes/analysis/statistics';
import type { Counted } from '../../../src/quizzes/analysis/moments';

/** A table of marks, one row for each attempt, as the statistics take it: each row counted once. */
export function slotsOf(rows: readonly (readonly number[])[], most: readonly number[]): { slots: Summed[]; totals: Counted[] } {
  const totals = rows.map((row) => row.reduce((sum, one) => sum + one, 0));
  const slots = most.map((points, item) =>
    summed({ most: points, pairs: rows.map((row, at) => ({ a: row[item]!, b: totals[at]!, times: 1 })) }),
  );
  return { slots, totals: totals.map((value) => ({ value, times: 1 })) };
}

export function outcomesOf(rows: readonly (readonly number[])[], most: readonly number[], item: number): Outcome[] {
  const others = most.reduce((sum, one) => sum + one, 0) - most[item]!;
  return rows.map((row) => {
    const rest = row.reduce((sum, one) => sum + one, 0) - row[item]!;
    return { mark: row[item]! / most[item]!, rest: others ? rest / others : 0, times: 1 };
  });
}
