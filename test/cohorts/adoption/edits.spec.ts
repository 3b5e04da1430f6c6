import { edits, moved } from '../../../src/cohorts/adoption/edits';

const SIGNS = { stay: '', go: '-', come: '+' };
const said = (before: string, after: string) =>
  edits([...before], [...after])
    .map(({ did, value }) => SIGNS[did] + value)
    .join(' ');

describe('what became of a list', () => {
  it.each([
    ['nothing to nothing', '', '', ''],
    ['all that is new', '', 'ab', '+a +b'],
    ['all that is gone', 'ab', '', '-a -b'],
    ['the same', 'abc', 'abc', 'a b c'],
    ['one in the middle', 'abc', 'axc', 'a -b +x c'],
    ['one more at the end', 'ab', 'abc', 'a b +c'],
    ['one less at the start', 'abc', 'bc', '-a b c'],
    ['two that repeat', 'aa', 'a', 'a -a'],
    ['nothing in common', 'ab', 'xy', '-a -b +x +y'],
  ])('%s', (_, before, after, expected) => expect(said(before, after)).toBe(expected));

  it('leads back to both lists, whatever they are', () => {
    const [before, after] = [[...'the quick brown fox'], [...'a quick red fox jumps']];
    const found = edits(before, after);
    const without = (gone: string) => found.filter(({ did }) => did !== gone).map(({ value }) => value);
    expect([without('come'), without('go')]).toEqual([before, after]);
  });

  it('gives up on texts of thousands of words, and says so in whole', () => {
    const long = (word: string) => Array.from({ length: 3000 }, (_, at) => word + at);
    expect(edits(long('a'), long('b')).map(({ did }) => did)).toEqual([...Array(3000).fill('go'), ...Array(3000).fill('come')]);
  });
});

describe('what moved', () => {
  it.each([
    ['nothing when one came in between', 'abc', 'axbc', ''],
    ['nothing when one went', 'abc', 'ac', ''],
    ['one that went to the front', 'abcd', 'dabc', 'd'],
    ['one that went to the back', 'abcd', 'bcda', 'a'],
    ['one of two that changed places', 'ab', 'ba', 'a'],
  ])('%s', (_, before, after, expected) => expect([...moved([...before], [...after])].join('')).toBe(expected));
});
