import { mark, median, medianMark, unchosen } from '../../src/assignments/marking';

const CRITERIA = [
  { key: 'clear', levels: ['no', 'partly', 'yes'].map((key, points) => ({ key, points })) },
  {
    key: 'kind',
    levels: [
      { key: 'no', points: 0 },
      { key: 'yes', points: 3 },
    ],
  },
];

describe('marking', () => {
  it.each([
    ['everything', { clear: 'yes', kind: 'yes' }, 60, { points: 5, most: 5, passed: true }],
    ['exactly the pass mark', { clear: 'no', kind: 'yes' }, 60, { points: 3, most: 5, passed: true }],
    ['a point below it', { clear: 'yes', kind: 'no' }, 60, { points: 2, most: 5, passed: false }],
    ['a pass mark that no whole number reaches', { clear: 'no', kind: 'yes' }, 61, { points: 3, most: 5, passed: false }],
  ])('%s', (_, levels, passMark, expected) => {
    expect(mark(CRITERIA, levels as Record<string, string>, passMark)).toEqual(expected);
  });

  it.each([
    [{}, ['clear', 'kind']],
    [{ clear: 'yes' }, ['kind']],
    [{ clear: 'maybe', kind: 'yes' }, ['clear']],
    [{ clear: 'constructor', kind: 'yes' }, ['clear']],
    [{ clear: 'no', kind: 'no' }, []],
  ])('%j leaves open %j', (levels, open) => {
    expect(unchosen(CRITERIA, levels as unknown as Record<string, string>)).toEqual(open);
  });

  it.each([
    [[], 0],
    [[4], 4],
    [[1, 3], 2],
    [[0, 3, 1], 1],
    [[2, 0, 1, 9], 1.5],
  ])('the median of %j is %d', (numbers, expected) => {
    expect(median(numbers)).toBe(expected);
  });

  it('takes the median criterion by criterion, so that one who is very strict changes little', () => {
    const kind = { clear: 'yes', kind: 'yes' };
    expect(medianMark(CRITERIA, [kind, kind, { clear: 'no', kind: 'no' }], 100)).toEqual({ points: 5, most: 5, passed: true });
    expect(medianMark(CRITERIA, [kind, { clear: 'no', kind: 'no' }], 50)).toEqual({ points: 2.5, most: 5, passed: true });
    expect(medianMark(CRITERIA, [kind, { clear: 'no', kind: 'no' }], 51).passed).toBe(false);
  });
});
