import { seeded } from '../../../src/kernel/random';
import { matching } from '../../../src/simulations/setting/matching';

/** The least that any way of giving each row a column of its own can cost. */
function least(costs: number[][], row = 0, taken = new Set<number>()): number {
  if (row === costs.length) return 0;
  const left = costs[row]!.map((_, column) => column).filter((column) => !taken.has(column));
  return Math.min(...left.map((column) => costs[row]![column]! + least(costs, row + 1, new Set([...taken, column]))));
}

describe('giving each its own, so that all of it costs least', () => {
  it('costs as little as the best of all ways, whatever the costs', () => {
    const next = seeded('matching');
    for (let round = 0; round < 200; round++) {
      const [rows, more] = [1 + Math.floor(next() * 6), Math.floor(next() * 3)];
      const costs = Array.from({ length: rows }, () => Array.from({ length: rows + more }, () => Math.floor(next() * 20)));
      const found = matching(costs);
      expect(new Set(found).size).toBe(rows);
      expect(found.reduce((sum, column, row) => sum + costs[row]![column]!, 0)).toBe(least(costs));
    }
  });

  it('has nothing to give to nobody, and refuses more rows than columns', () => {
    expect(matching([])).toEqual([]);
    expect(() => matching([[1], [2]])).toThrow('2 rows for 1 columns');
  });
});
