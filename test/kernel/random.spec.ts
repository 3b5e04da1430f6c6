import fc from 'fast-check';
import { hash32, seeded, shuffled } from '../../src/kernel/random';

describe('FNV-1a', () => {
  it.each([
    ['nothing', '', 0x811c9dc5],
    ['a', 'a', 0xe40c292c],
    ['foobar', 'foobar', 0xbf9cf968],
  ])('gives the published value for %s', (_, text, hash) => expect(hash32(text)).toBe(hash));

  it('reads text as UTF-8', () => {
    expect(hash32('é')).not.toBe(hash32('\u00e9'.normalize('NFD')));
    expect(hash32('é')).toBe(hash32('\u00e9'));
  });
});

describe('repeatable chance', () => {
  it('gives the same numbers for the same seed', () => {
    const [one, other] = [seeded('attempt 1'), seeded('attempt 1')];
    expect([one(), one(), one()]).toEqual([other(), other(), other()]);
  });

  it('gives other numbers for another seed', () => expect(seeded('attempt 1')()).not.toBe(seeded('attempt 2')()));

  it('stays within 0 and 1, and fills both halves', () => {
    const next = seeded('spread');
    const numbers = Array.from({ length: 1000 }, next);
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(numbers.filter((number) => number < 0.5).length).toBeGreaterThan(430);
    expect(numbers.filter((number) => number < 0.5).length).toBeLessThan(570);
  });
});

describe('shuffling', () => {
  it('loses nothing, adds nothing and leaves the list as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (list, seed) => {
        const before = [...list];
        const mixed = shuffled(list, seed);
        expect(list).toEqual(before);
        expect([...mixed].sort()).toEqual([...list].sort());
        expect(shuffled(list, seed)).toEqual(mixed);
      }),
    );
  });

  it('puts each of three things first about equally often', () => {
    const first = new Map<string, number>();
    for (let seed = 0; seed < 3000; seed++) {
      const [head] = shuffled(['a', 'b', 'c'], String(seed));
      first.set(head!, (first.get(head!) ?? 0) + 1);
    }
    for (const count of first.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});
