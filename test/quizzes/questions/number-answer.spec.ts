import { isWithin, readings } from '../../../src/quizzes/questions/number-answer';

describe('what a typed number can mean', () => {
  it.each<[string, string, number[]]>([
    ['a whole number', '128', [128]],
    ['Arabic digits', '١٢٨', [128]],
    ['a decimal comma', '3,14', [3.14]],
    ['an Arabic comma used as one', '3،14', [3.14]],
    ['a full-width point', '3．5', [3.5]],
    ['one thousand, or one with three decimals', '1,000', [1, 1000]],
    ['the same with a point', '1.000', [1, 1000]],
    ['groups that leave no doubt', '1,234,567', [1234567]],
    ['groups and decimals, English', '1,234.5', [1234.5]],
    ['groups and decimals, French or Russian', '1.234,5', [1234.5]],
    ['below zero, in groups', '−1,234,567', [-1234567]],
    ['groups of two are none', '12,34,567', []],
    ['mixed groups are none', '1,234.567,8', []],
    ['one sign for groups and decimals is none', '1,234,5', []],
    ['a word', 'many', []],
    ['nothing', '', []],
    ['more digits than any number has', '9'.repeat(400), []],
  ])('%s', (_, typed, numbers) => expect(readings(typed)).toEqual(numbers));
});

describe('tolerance', () => {
  it.each<[string, number, number, number, boolean]>([
    ['exactly right', 2014, 2014, 0, true],
    ['one beside without tolerance', 2015, 2014, 0, false],
    ['the upper border', 2016, 2014, 2, true],
    ['the lower border', 2012, 2014, 2, true],
    ['just above the upper border', 2016.0001, 2014, 2, false],
    ['just below the lower border', 2011.9999, 2014, 2, false],
    ['a border that binary numbers miss', 0.8, 0.7, 0.1, true],
    ['another such border', 1.1, 1, 0.1, true],
    ['just beyond it', 0.80001, 0.7, 0.1, false],
    ['below zero', -0.3, -0.1, 0.2, true],
    ['a very small tolerance', 1e-7, 0, 1e-7, true],
    ['a very small tolerance, missed', 2e-7, 0, 1e-7, false],
    ['a very large number', 1e21, 1e21, 0, true],
    ['a large and a small one together', 1e21, 1e21, 1e-7, true],
    ['a right answer of 0', 0, 0, 0, true],
    ['zero with a minus', -0, 0, 0, true],
  ])('%s', (_, given, value, tolerance, within) => expect(isWithin(given, value, tolerance)).toBe(within));
});
