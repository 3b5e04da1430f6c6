import fc from 'fast-check';
import { itemStatistics, summed, testStatistics, weights } from '../../../src/quizzes/analysis/statistics';
import { exactStatistics } from './exact';
import { outcomesOf, slotsOf } from './tables';

const SEED = 20261128;

/** Twelve people, five questions of 1, 2, 1, 4 and 1 points. */
const MOST = [1, 2, 1, 4, 1];
const ROWS = [
  [1, 2, 1, 4, 0],
  [1, 1, 0, 3, 1],
  [0, 2, 1, 2, 0],
  [1, 0, 1, 4, 1],
  [0, 0, 0, 1, 0],
  [1, 2, 1, 3, 1],
  [1, 1, 1, 0, 0],
  [0, 1, 0, 0, 1],
  [1, 2, 0, 4, 0],
  [0, 0, 0, 0, 1],
  [1, 1, 1, 2, 0],
  [1, 2, 1, 4, 0],
];

function near(found: number | null, known: number | null): void {
  if (known === null || found === null) return expect(found).toBe(known);
  expect(Math.abs(found - known)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(known)));
}

/** How many figures were compared. */
function compare(rows: readonly (readonly number[])[], most: readonly number[]): number {
  const known = exactStatistics(rows, most);
  const { slots, totals } = slotsOf(rows, most);
  const shares = weights(slots);
  most.forEach((_, item) => {
    const { n, ...found } = itemStatistics(outcomesOf(rows, most, item));
    expect(n).toBe(rows.length);
    for (const name of ['facility', 'deviation', 'discrimination', 'efficiency'] as const) near(found[name], known.items[item]![name]);
    near(shares[item]!.intended, known.items[item]!.intended);
    near(shares[item]!.effective, known.items[item]!.effective);
  });
  const test = testStatistics(totals, slots);
  for (const name of Object.keys(known.test) as (keyof typeof known.test)[]) near(test[name], known.test[name]);
  return most.length * 6 + Object.keys(known.test).length;
}

describe('the statistics of a quiz', () => {
  it('equal an independent computation to 1e-9 on fixed data', () => {
    expect(compare(ROWS, MOST)).toBe(39);
  });

  it('equal it on generated data', () => {
    const tables = fc
      .record({ most: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 7 }), n: fc.integer({ min: 4, max: 60 }) })
      .chain(({ most, n }) =>
        fc.record({
          most: fc.constant(most),
          rows: fc.array(fc.tuple(...most.map((points) => fc.integer({ min: 0, max: points }))), { minLength: n, maxLength: n }),
        }),
      );
    fc.assert(
      fc.property(tables, ({ most, rows }) => {
        const totals = new Set(rows.map((row) => row.reduce((sum, one) => sum + one, 0)));
        fc.pre(totals.size > 1);
        expect(compare(rows, most)).toBeGreaterThan(0);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('count equal attempts as often as they occur', () => {
    const once = outcomesOf([...ROWS, ...ROWS, ...ROWS], MOST, 1);
    const thrice = outcomesOf(ROWS, MOST, 1).map((one) => ({ ...one, times: 3 }));
    const [found, known] = [itemStatistics(thrice), itemStatistics(once)];
    expect(found.n).toBe(known.n);
    for (const name of ['facility', 'deviation', 'discrimination', 'efficiency'] as const) near(found[name], known[name]);
  });

  it('says of a question that was drawn how it goes with the whole', () => {
    const pairs = ROWS.map((row) => ({ mark: row[0]!, rest: row.reduce((sum, one) => sum + one, 0) / 9, times: 1 }));
    const rest = itemStatistics(outcomesOf(ROWS, MOST, 0)).discrimination!;
    expect(itemStatistics(pairs).discrimination!).toBeGreaterThan(rest);
  });
});

describe('what cannot be worked out is not a number', () => {
  const alone = itemStatistics([{ mark: 1, rest: 0.5, times: 1 }]);
  const nobody = itemStatistics([]);
  const thirds = itemStatistics([1, 2, 3, 4].map((place) => ({ mark: 1 / 3, rest: place / 10, times: 1 })));
  const sameRest = itemStatistics([0, 1, 1].map((mark) => ({ mark, rest: 0.1 + 0.2, times: 1 })));
  const one = slotsOf([[1], [0], [1]], [1]);
  const two = slotsOf(
    [
      [1, 0],
      [0, 1],
    ],
    [1, 1],
  );

  it.each([
    ['the facility of nobody', nobody.facility],
    ['a deviation of one', alone.deviation],
    ['a discrimination where everybody has the same mark, thirds included', thirds.discrimination],
    ['an efficiency where everybody has the same mark', thirds.efficiency],
    ['a discrimination where everybody did the same elsewhere', sameRest.discrimination],
    ['an efficiency where everybody did the same elsewhere', sameRest.efficiency],
    ['the mean of nobody', testStatistics([], []).mean],
    ['the median of nobody', testStatistics([], []).median],
    ['the consistency of one question', testStatistics(one.totals, one.slots).consistency],
    ['the error of one question', testStatistics(one.totals, one.slots).standardError],
    ['the consistency where all totals are the same', testStatistics(two.totals, two.slots).consistency],
    ['the skewness of two', testStatistics(two.totals, two.slots).skewness],
    ['the skewness where all totals are the same', testStatistics([{ value: 2, times: 9 }], []).skewness],
    ['the kurtosis of three', testStatistics(one.totals, one.slots).kurtosis],
    ['an intended weight of no points', weights([summed({ most: 0, pairs: [] })])[0]!.intended],
    ['an effective weight where nobody differs', weights([summed({ most: 1, pairs: [{ a: 1, b: 1, times: 5 }] })])[0]!.effective],
  ])('%s', (_, value) => {
    expect(value).toBeNull();
  });

  it('but the spread of equal marks is exactly nothing', () => {
    expect(thirds.deviation).toBe(0);
    expect(thirds.facility).toBeCloseTo(100 / 3, 12);
  });

  it('and a question that goes against the whole has no effective weight and says why', () => {
    const rows = [
      [0, 4],
      [1, 1],
      [0, 3],
      [1, 0],
    ];
    const [against, along] = weights(slotsOf(rows, [1, 4]).slots);
    expect(against).toEqual({ intended: 20, effective: null, negative: true });
    expect(along).toEqual({ intended: 80, effective: 100, negative: false });
  });

  it('lets the consistency fall below nothing and the error ratio rise above 100', () => {
    const rows = [
      [1, 0, 1],
      [0, 1, 0],
      [1, 0, 0],
      [0, 1, 1],
    ];
    const { slots, totals } = slotsOf(rows, [1, 1, 1]);
    const found = testStatistics(totals, slots);
    expect(found.consistency!).toBeLessThan(0);
    expect(found.errorRatio!).toBeGreaterThan(100);
  });
});
