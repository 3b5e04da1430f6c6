/** How sure a figure is: the borders between which the true one lies, in percent, with so many standard deviations on each side. */

export interface Interval {
  from: number;
  to: number;
}

/** 95 of 100 times */
export const USUAL_Z = 1.959963984540054;

/** Of a share: the score interval of E. B. Wilson (1927), which keeps within 0 and 100 and holds for few answers. Null of nothing. */
export function wilson(share: number, n: number, z = USUAL_Z): Interval | null {
  if (n === 0) return null;
  const p = Math.min(1, Math.max(0, share / 100));
  const middle = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return { from: 100 * Math.max(0, middle - half), to: 100 * Math.min(1, middle + half) };
}

/** Of a correlation: R. A. Fisher's z (1921), which is nearly normal with deviation 1/√(n − 3). Null for fewer than four. */
export function fisher(correlation: number, n: number, z = USUAL_Z): Interval | null {
  if (n < 4) return null;
  const r = Math.min(0.999999, Math.max(-0.999999, correlation / 100));
  const half = z / Math.sqrt(n - 3);
  return { from: 100 * Math.tanh(Math.atanh(r) - half), to: 100 * Math.tanh(Math.atanh(r) + half) };
}
