import { seeded } from '../../../src/kernel/random';
import { alikePairs, alikeTo } from '../../../src/quizzes/bank/alike';
import { differences } from '../../../src/quizzes/bank/differences';
import { EXCHANGE, like } from './written';

const STEMS = [
  { id: '1', stem: 'what does an internet exchange point do?' },
  { id: '2', stem: 'what does an internet exchange point do' },
  { id: '3', stem: 'what does an internet exchange point (ixp) do?' },
  { id: '4', stem: 'how long is an ipv6 address?' },
  { id: '5', stem: '互联网交换中心的作用是什么？' },
  { id: '6', stem: '互联网交换中心有什么作用？' },
  { id: '7', stem: 'how long is an ipv6 address?' },
];

describe('questions that ask the same', () => {
  it('are found in pairs, the likest first, and the older one of each first', () => {
    const pairs = alikePairs(STEMS).map(({ first, second }) => `${first}${second}`);
    expect(pairs.slice(0, 2).sort()).toEqual(['12', '47']);
    expect(pairs).toEqual(expect.arrayContaining(['13', '23']));
    expect(pairs.some((pair) => pair.includes('4') && !pair.includes('7'))).toBe(false);
  });

  it('are found for one', () => {
    expect(alikeTo('how long is an ipv6 address', STEMS).map(({ id }) => id)).toEqual(['4', '7']);
  });

  it('are found among a thousand within a moment', () => {
    const next = seeded('stems');
    const letters = (count: number) => Array.from({ length: count }, () => 'abcdefghijklmnoprstuvw'[Math.floor(next() * 22)]).join('');
    const words = Array.from({ length: 500 }, () => letters(3 + Math.floor(next() * 7)));
    const stem = () => Array.from({ length: 10 }, () => words[Math.floor(next() * words.length)]).join(' ');
    const many = Array.from({ length: 1000 }, (_, n) => ({ id: String(n), stem: stem() }));
    const begun = Date.now();
    expect(alikePairs([...many, { id: 'x', stem: many[0]!.stem }])).toEqual([{ first: '0', second: 'x', likeness: 1 }]);
    expect(Date.now() - begun).toBeLessThan(10_000);
  });
});

describe('what is different', () => {
  it('is said part by part', () => {
    const after = like(
      EXCHANGE,
      { tags: ['Peering', 'basic'], structure: { ...EXCHANGE.structure, right: 'a' } as never },
      { 'options.b.text': 'It joins networks', stem: 'What is it?' },
    );
    expect(differences(EXCHANGE, after).map(({ part, before, after: to }) => [part.key, part.details, before, to])).toEqual([
      ['bank.part.stem', {}, 'What does an Internet exchange point do?', 'What is it?'],
      ['bank.part.option', { letter: 'B' }, 'It lets networks hand traffic to each other locally', 'It joins networks'],
      ['bank.part.key', {}, 'It lets networks hand traffic to each other locally', 'It sells Internet access to homes'],
      ['bank.part.tags', {}, 'Peering', 'Peering, basic'],
    ]);
    expect(differences(EXCHANGE, EXCHANGE)).toEqual([]);
  });
});
