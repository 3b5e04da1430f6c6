/** Who chose what: the weakest, the middle and the best third of the attempts, by what they reached elsewhere. */

export interface Chosen {
  /** what was chosen; several for a multiple choice, none for no answer */
  picks: readonly string[];
  rest: number;
  times: number;
}

export type Third = 'lower' | 'middle' | 'upper';

export interface Choice {
  key: string;
  /** how many of each third chose it */
  counts: Record<Third, number>;
  /** in percent of the third; null where it is empty */
  shares: Record<Third, number | null>;
}

export interface Thirds {
  sizes: Record<Third, number>;
  choices: Choice[];
}

const ALL: readonly Third[] = ['lower', 'middle', 'upper'];

/**
 * Attempts with the same result are never parted: a third ends where the result changes that is nearest to its border, so that the order
 * in which people handed in decides nothing.
 */
export function byThirds(chosen: readonly Chosen[], keys: readonly string[]): Thirds {
  const third = thirdOf(chosen);
  const sizes: Record<Third, number> = { lower: 0, middle: 0, upper: 0 };
  const counts = new Map(keys.map((key) => [key, { lower: 0, middle: 0, upper: 0 }]));
  for (const { picks, rest, times } of chosen) {
    const own = third(rest);
    sizes[own] += times;
    for (const key of picks) {
      const row = counts.get(key);
      if (row) row[own] += times;
    }
  }
  const share = (count: number, of: number) => (of === 0 ? null : (100 * count) / of);
  const shares = (row: Record<Third, number>) =>
    Object.fromEntries(ALL.map((one) => [one, share(row[one], sizes[one])])) as Record<Third, number | null>;
  return { sizes, choices: keys.map((key) => ({ key, counts: counts.get(key)!, shares: shares(counts.get(key)!) })) };
}

function thirdOf(chosen: readonly { rest: number; times: number }[]): (rest: number) => Third {
  const at = new Map<number, number>();
  for (const { rest, times } of chosen) at.set(rest, (at.get(rest) ?? 0) + times);
  const inOrder = [...at].sort(([a], [b]) => a - b);
  const n = inOrder.reduce((sum, [, times]) => sum + times, 0);
  const places = new Map<number, Third>();
  let before = 0;
  for (const [rest, times] of inOrder) {
    const middle = before + times / 2; // the group lies where its middle does
    places.set(rest, middle < n / 3 ? 'lower' : middle > (2 * n) / 3 ? 'upper' : 'middle');
    before += times;
  }
  return (rest) => places.get(rest)!;
}
