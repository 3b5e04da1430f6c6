/**
 * Who gets what, so that all of it together costs least: the Hungarian method for a table of costs with at most as many rows as columns
 * (H. W. Kuhn 1955, in the form with potentials and shortest paths). The same table, the same answer.
 */

const filled = <T>(length: number, value: T): T[] => Array.from({ length }, () => value);

/** For each row the column it gets; each column is given at most once. */
export function matching(costs: readonly (readonly number[])[]): number[] {
  const [rows, columns] = [costs.length, costs[0]?.length ?? 0];
  if (rows > columns) throw new RangeError(`${rows} rows for ${columns} columns`);
  const ofRow = filled(rows + 1, 0);
  const ofColumn = filled(columns + 1, 0);
  const owner = filled(columns + 1, 0); // of each column, counted from 1; 0 for nobody
  for (let row = 1; row <= rows; row++) {
    owner[0] = row;
    const least = filled(columns + 1, Infinity);
    const from = filled(columns + 1, 0);
    const seen = filled(columns + 1, false);
    let here = 0;
    do {
      seen[here] = true;
      const [at, cost] = [owner[here]!, costs[owner[here]! - 1]!];
      let [next, step] = [0, Infinity];
      for (let column = 1; column <= columns; column++) {
        if (seen[column]) continue;
        const left = cost[column - 1]! - ofRow[at]! - ofColumn[column]!;
        if (left < least[column]!) [least[column], from[column]] = [left, here];
        if (least[column]! < step) [step, next] = [least[column]!, column];
      }
      for (let column = 0; column <= columns; column++) {
        if (seen[column]) {
          ofRow[owner[column]!]! += step;
          ofColumn[column]! -= step;
        } else least[column]! -= step;
      }
      here = next;
    } while (owner[here] !== 0);
    for (; here; here = from[here]!) owner[here] = owner[from[here]!]!;
  }
  const found = filled(rows, -1);
  for (let column = 1; column <= columns; column++) if (owner[column]) found[owner[column]! - 1] = column - 1;
  return found;
}
