/** Sums over values that are counted: a value and how often it occurred. A million marks are few different ones. */

export interface Counted {
  value: number;
  times: number;
}

/** Two values of the same attempt, and how many attempts had both. */
export interface Pair {
  a: number;
  b: number;
  times: number;
}

/** Marks are kept to seven decimals; what differs by less is the same, and only rounding parted it. */
const SAME = 1e-9;

export function size(values: readonly { times: number }[]): number {
  return values.reduce((sum, { times }) => sum + times, 0);
}

/** Null of nothing. */
export function mean(values: readonly Counted[]): number | null {
  const n = size(values);
  return n === 0 ? null : values.reduce((sum, { value, times }) => sum + value * times, 0) / n;
}

/** Whether there is only one value, however often. */
export function isConstant(values: readonly Counted[]): boolean {
  let least = Infinity;
  let most = -Infinity;
  for (const { value } of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least <= SAME;
}

/** Of a sample, so divided by S − 1; exactly 0 where all values are the same; null below two. */
export function variance(values: readonly Counted[]): number | null {
  const n = size(values);
  if (n < 2) return null;
  return isConstant(values) ? 0 : (central(values, 2) * n) / (n - 1);
}

/** The central moment of some order, divided by S. */
export function central(values: readonly Counted[], order: number): number {
  const middle = mean(values)!;
  return values.reduce((sum, { value, times }) => sum + (value - middle) ** order * times, 0) / size(values);
}

export const firsts = (pairs: readonly Pair[]): Counted[] => pairs.map(({ a, times }) => ({ value: a, times }));
export const seconds = (pairs: readonly Pair[]): Counted[] => pairs.map(({ b, times }) => ({ value: b, times }));

/** Of a sample; exactly 0 where one side never changes; null below two. */
export function covariance(pairs: readonly Pair[]): number | null {
  const n = size(pairs);
  if (n < 2) return null;
  const [as, bs] = [firsts(pairs), seconds(pairs)];
  if (isConstant(as) || isConstant(bs)) return 0;
  const [a0, b0] = [mean(as)!, mean(bs)!];
  return pairs.reduce((sum, { a, b, times }) => sum + (a - a0) * (b - b0) * times, 0) / (n - 1);
}

/** The covariance there would be if the best marks went with the best totals: both sides in their own rising order. */
export function greatestCovariance(pairs: readonly Pair[]): number | null {
  const [as, bs] = [rising(firsts(pairs)), rising(seconds(pairs))];
  const together: Pair[] = [];
  let i = 0;
  let j = 0;
  let left = as[0]?.times ?? 0;
  let right = bs[0]?.times ?? 0;
  while (i < as.length && j < bs.length) {
    const times = Math.min(left, right);
    together.push({ a: as[i]!.value, b: bs[j]!.value, times });
    left -= times;
    right -= times;
    if (left === 0) left = as[++i]?.times ?? 0;
    if (right === 0) right = bs[++j]?.times ?? 0;
  }
  return covariance(together);
}

/** For an even number the mean of the two in the middle. */
export function median(values: readonly Counted[]): number | null {
  const [inOrder, n] = [rising(values), size(values)];
  if (n === 0) return null;
  const at = (place: number) => {
    let seen = 0;
    return inOrder.find(({ times }) => (seen += times) > place)!.value;
  };
  return (at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2))) / 2;
}

/** Equal values become one, so that only different ones are put in order. */
export function rising(values: readonly Counted[]): Counted[] {
  const found = new Map<number, number>();
  for (const { value, times } of values) if (times > 0) found.set(value, (found.get(value) ?? 0) + times);
  return [...found].map(([value, times]) => ({ value, times })).sort((a, b) => a.value - b.value);
}
