import { seeded } from '../../../src/kernel/random';
import { ALIKE, alikePairs as search, alikeTo, type Pair, type Stem } from '../../../src/quizzes/bank/alike';
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

function alikePairs(stems: readonly Stem[], most?: number): Pair[] {
  const going = search(stems, most);
  let step = going.next();
  while (!step.done) step = going.next();
  return step.value;
}

/** Each held against each. */
function naively(stems: readonly Stem[]): Pair[] {
  const piecesOf = (stem: string) => {
    const letters = [...` ${stem} `];
    return new Set(letters.slice(2).map((third, at) => `${letters[at]}${letters[at + 1]}${third}`));
  };
  const sets = stems.map(({ stem }) => piecesOf(stem));
  const pairs = stems.flatMap(({ id: first }, one) =>
    stems.slice(one + 1).map(({ id: second }, after): Pair => {
      const [a, b] = [sets[one]!, sets[one + 1 + after]!];
      const both = [...a].filter((piece) => b.has(piece)).length;
      return { first, second, likeness: both / (a.size + b.size - both) };
    }),
  );
  return pairs.filter(({ likeness }) => likeness >= ALIKE).sort((a, b) => b.likeness - a.likeness);
}

/** Of few words, so that many are somewhat alike and some much. */
function stemsOf(count: number, seed: string): Stem[] {
  const next = seeded(seed);
  const upTo = (most: number) => Math.floor(next() * most);
  const letters = (many: number) => Array.from({ length: many }, () => 'abcdeghiklmnoprstu'[upTo(18)]).join('');
  const words = Array.from({ length: 70 }, () => letters(2 + upTo(8)));
  const made: string[] = [];
  for (let n = 0; n < count; n++) {
    const like = n && upTo(4) === 0 ? made[upTo(n)]!.split(' ') : Array.from({ length: 8 + upTo(10) }, () => words[upTo(70)]!);
    for (let changes = upTo(5); changes > 0; changes--) like[upTo(like.length)] = words[upTo(70)]!;
    made.push(like.join(' '));
  }
  return made.map((stem, n) => ({ id: String(n).padStart(5, '0'), stem }));
}

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

  it.each(['one', 'two', 'three'])('are those that a comparison of each with each finds (%s)', (seed) => {
    const stems = stemsOf(400, seed);
    const sorted = (pairs: Pair[]) => pairs.map(({ first, second, likeness }) => `${likeness.toFixed(9)} ${first} ${second}`).sort();
    const all = naively(stems);
    expect(all.length).toBeGreaterThan(50);
    expect(sorted(alikePairs(stems))).toEqual(sorted(all));
    expect(alikePairs(stems, 20).map(({ likeness }) => likeness)).toEqual(all.slice(0, 20).map(({ likeness }) => likeness));
  });

  it('are found in steps between which others have their turn, and no more of them than are wanted', () => {
    const same = Array.from({ length: 2_000 }, (_, n) => ({ id: String(n), stem: 'what does an internet exchange point do' }));
    expect(alikePairs(same, 50)).toHaveLength(50);
    expect(search(stemsOf(2_000, 'many')).next().done).toBe(false);
  });

  it('are found among a thousand', () => {
    const next = seeded('stems');
    const letters = (count: number) => Array.from({ length: count }, () => 'abcdefghijklmnoprstuvw'[Math.floor(next() * 22)]).join('');
    const words = Array.from({ length: 500 }, () => letters(3 + Math.floor(next() * 7)));
    const stem = () => Array.from({ length: 10 }, () => words[Math.floor(next() * words.length)]).join(' ');
    const many = Array.from({ length: 1000 }, (_, n) => ({ id: String(n), stem: stem() }));
    expect(alikePairs([...many, { id: 'x', stem: many[0]!.stem }])).toEqual([{ first: '0', second: 'x', likeness: 1 }]);
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
      ['bank.part.tags', {}, 'Peering', 'Peering and basic'],
    ]);
    expect(differences(EXCHANGE, EXCHANGE)).toEqual([]);
  });
});
