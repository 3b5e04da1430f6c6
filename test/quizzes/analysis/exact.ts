/** Statistics of whole marks worked out by other ways than the product's: power sums in whole numbers, a matrix of covariances, sorted lists. */

/** A ratio of whole numbers as a number. */
export function ratio(over: bigint, under: bigint): number {
  if (under < 0n) return ratio(-over, -under);
  const sign = over < 0n ? -1 : 1;
  const size = over < 0n ? -over : over;
  const scaled = (size * 10n ** 30n) / under;
  return (sign * Number(scaled)) / 1e30;
}

const big = (values: readonly number[]) => values.map(BigInt);
const total = (values: readonly bigint[]) => values.reduce((sum, one) => sum + one, 0n);

/** (n Σxy − Σx Σy) ÷ n(n − 1) */
export function exactCovariance(xs: readonly number[], ys: readonly number[]): number {
  const [a, b, n] = [big(xs), big(ys), BigInt(xs.length)];
  return ratio(n * total(a.map((x, at) => x * b[at]!)) - total(a) * total(b), n * (n - 1n));
}

export function exactGreatest(xs: readonly number[], ys: readonly number[]): number {
  const up = (values: readonly number[]) => [...values].sort((a, b) => a - b);
  return exactCovariance(up(xs), up(ys));
}

/** k₂, k₃ and k₄ from power sums. */
export function cumulants(values: readonly number[]): { k2: number; k3: number; k4: number } {
  const x = big(values);
  const n = BigInt(x.length);
  const [s1, s2, s3, s4] = [1n, 2n, 3n, 4n].map((power) => total(x.map((one) => one ** power))) as [bigint, bigint, bigint, bigint];
  return {
    k2: ratio(n * s2 - s1 * s1, n * (n - 1n)),
    k3: ratio(2n * s1 ** 3n - 3n * n * s1 * s2 + n * n * s3, n * (n - 1n) * (n - 2n)),
    k4: ratio(
      -6n * s1 ** 4n + 12n * n * s1 ** 2n * s2 - 3n * n * (n - 1n) * s2 ** 2n - 4n * n * (n + 1n) * s1 * s3 + n * n * (n + 1n) * s4,
      n * (n - 1n) * (n - 2n) * (n - 3n),
    ),
  };
}

/** Everything about a table of whole marks, one row for each attempt; `most` for each column. */
export function exactStatistics(rows: readonly (readonly number[])[], most: readonly number[]) {
  const columns = most.map((_, item) => rows.map((row) => row[item]!));
  const totals = rows.map((row) => row.reduce((sum, one) => sum + one, 0));
  const matrix = columns.map((one) => columns.map((other) => exactCovariance(one, other)));
  const withTotal = columns.map((one) => exactCovariance(one, totals));
  const { k2, k3, k4 } = cumulants(totals);
  const trace = matrix.reduce((sum, row, at) => sum + row[at]!, 0);
  const p = most.length;
  const consistency = 100 * (p / (p - 1)) * (1 - trace / k2);
  const roots = withTotal.map((one) => (one < 0 ? null : Math.sqrt(one)));
  const rootSum = roots.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const mean = ratio(total(big(totals)), BigInt(rows.length));
  const inOrder = [...totals].sort((a, b) => a - b);
  const half = rows.length / 2;
  return {
    items: columns.map((xs, item) => {
      const rest = totals.map((one, at) => one - xs[at]!);
      const shared = exactCovariance(xs, rest);
      const [own, others] = [exactCovariance(xs, xs), exactCovariance(rest, rest)];
      return {
        n: rows.length,
        facility: (100 * ratio(total(big(xs)), BigInt(rows.length))) / most[item]!,
        deviation: (100 * Math.sqrt(own)) / most[item]!,
        discrimination: own && others ? 100 * (shared / Math.sqrt(own) / Math.sqrt(others)) : null,
        efficiency: own && others ? (100 * shared) / exactGreatest(xs, rest) : null,
        intended: (100 * most[item]!) / most.reduce((sum, one) => sum + one, 0),
        effective: roots[item] === null ? null : (100 * roots[item]!) / rootSum,
      };
    }),
    test: {
      n: rows.length,
      mean,
      median: Number.isInteger(half) ? (inOrder[half - 1]! + inOrder[half]!) / 2 : inOrder[Math.floor(half)]!,
      deviation: Math.sqrt(k2),
      skewness: k3 / k2 / Math.sqrt(k2),
      kurtosis: k4 / k2 / k2,
      consistency,
      errorRatio: 100 * Math.sqrt(1 - consistency / 100),
      standardError: Math.sqrt(k2 * (1 - consistency / 100)),
    },
  };
}
