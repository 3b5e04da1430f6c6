import { receipt } from '../../../src/quizzes/sitting/receipt';

const one = { question: 'a', given: { type: 'single', option: 'x' } } as const;
const other = { question: 'b', given: { type: 'number', typed: '2' } } as const;
const open = { question: 'c', given: { type: 'single', option: null } } as const;

describe('a receipt', () => {
  it('counts what was answered and marks it in ten digits', () => {
    expect(receipt('attempt', [one, other, open])).toEqual({ count: 2, mark: expect.stringMatching(/^[0-9a-f]{5}-[0-9a-f]{5}$/) });
  });

  it('is the same in whichever order answers were saved, and with or without what is open', () => {
    expect(receipt('attempt', [other, one])).toEqual(receipt('attempt', [one, open, other]));
  });

  it.each([
    ['another answer', receipt('attempt', [one, { ...other, given: { type: 'number', typed: '3' } }])],
    ['one more answer', receipt('attempt', [one, other, { ...open, given: { type: 'single', option: 'y' } }])],
    ['another attempt', receipt('attempts', [one, other])],
    ['another certainty', receipt('attempt', [{ ...one, certainty: 3 }, other])],
  ])('differs for %s', (_, differs) => expect(differs.mark).not.toBe(receipt('attempt', [one, other]).mark));
});
