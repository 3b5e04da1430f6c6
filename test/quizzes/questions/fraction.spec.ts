import fc from 'fast-check';
import { fraction, NOTHING, plus, reaches, roundedDown, times } from '../../../src/quizzes/questions/fraction';

describe('exact shares', () => {
  it.each([
    ['are kept in lowest terms', fraction(6, 8), { over: 3, under: 4 }],
    ['nothing is nothing of one', fraction(0, 7), { over: 0, under: 1 }],
    ['three thirds are a whole', [1, 1, 1].reduce((sum) => plus(sum, fraction(1, 3)), NOTHING), { over: 1, under: 1 }],
    [
      'ten tenths are a whole, where decimals drift',
      Array.from({ length: 10 }).reduce<typeof NOTHING>((sum) => plus(sum, fraction(1, 10)), NOTHING),
      { over: 1, under: 1 },
    ],
    ['a half and a third', plus(fraction(1, 2), fraction(1, 3)), { over: 5, under: 6 }],
    ['two thirds of four points', times(fraction(2, 3), 4), { over: 8, under: 3 }],
  ])('%s', (_, one, other) => expect(one).toEqual(other));

  it.each([
    ['2/3 in hundredths', fraction(2, 3), 100, 66],
    ['1 in hundredths', fraction(1), 100, 100],
    ['999/1000 in hundredths', fraction(999, 1000), 100, 99],
    ['29/100 in hundredths, where 0.29 × 100 is 28.999…', fraction(29, 100), 100, 29],
  ])('%s', (_, share, parts, number) => expect(roundedDown(share, parts)).toBe(number));

  it.each<[string, ReturnType<typeof fraction>, number, number, boolean]>([
    ['7 of 10 reach 70 percent', fraction(7), 10, 70, true],
    ['just less than 7 of 10 does not', fraction(6999, 1000), 10, 70, false],
    ['2/3 of 3 reach 66 percent', fraction(2), 3, 66, true],
    ['2/3 of 3 do not reach 67', fraction(2), 3, 67, false],
    ['nothing does not reach 1 percent', NOTHING, 10, 1, false],
    ['everything reaches 100 percent', fraction(10), 10, 100, true],
  ])('%s', (_, points, total, percent, reached) => expect(reaches(points, total, percent)).toBe(reached));

  it('stay exact at the largest quiz there can be', () => {
    const parts = Array.from({ length: 100 }, (_, n) => times(fraction(1, (n % 26) + 1), 100));
    const sum = parts.reduce(plus, NOTHING);
    expect(Number.isSafeInteger(sum.over) && Number.isSafeInteger(sum.under)).toBe(true);
  });

  it('add up the same in any order', () => {
    const share = fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 26 })).map(([over, under]) => fraction(over, under));
    fc.assert(
      fc.property(fc.array(share, { maxLength: 40 }), (all) =>
        expect([...all].reverse().reduce(plus, NOTHING)).toEqual(all.reduce(plus, NOTHING)),
      ),
    );
  });

  it.each([
    [1, 0],
    [1, -2],
    [0.5, 1],
    [NaN, 1],
    [2 ** 53 + 2, 3],
  ])('%p of %p is none', (over, under) => expect(() => fraction(over, under)).toThrow(RangeError));
});
