import fc from 'fast-check';
import { type Candidate, choose, open } from '../../src/assignments/peers/allocation';
import { seeded } from '../../src/kernel/random';

const work = (name: string, reviews: number, chapterId = 'kenya'): Candidate => ({
  workId: name,
  personId: `of ${name}`,
  chapterId,
  reviews,
});
const me = (more = {}) => ({ personId: 'of mine', chapterId: 'kenya', had: new Set<string>(), ...more });
const first = () => 0;
const last = () => 0.999;

describe('which work somebody is given', () => {
  it.each([
    ['never their own', [work('mine', 0)], me(), null],
    ['never one twice', [work('a', 0)], me({ had: new Set(['a']) }), null],
    ['none that has enough', [work('a', 2)], me(), null],
    ['the one with the fewest reviews', [work('a', 1), work('b', 0)], me(), 'b'],
    ['of those rather one from another chapter', [work('a', 0), work('b', 0, 'penang')], me(), 'b'],
    ['but fewer reviews come before another chapter', [work('a', 0), work('b', 1, 'penang')], me(), 'a'],
    ['nothing when there is nothing', [], me(), null],
  ])('%s', (_, candidates, reviewer, expected) => {
    for (const chance of [first, last]) expect(choose(candidates, reviewer, 2, chance)?.workId ?? null).toBe(expected);
  });

  it('is a matter of chance among equals, and of chance alone', () => {
    const equals = ['c', 'a', 'b'].map((name) => work(name, 0));
    expect([first, last].map((chance) => choose(equals, me(), 2, chance)?.workId)).toEqual(['a', 'c']);
    expect(choose(equals.toReversed(), me(), 2, first)?.workId).toBe('a');
  });

  it('people who hand in one after the other and review in any order: nobody gets their own or one twice, and no work gets too many', () => {
    const turns = fc.array(fc.nat(9), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 4 }), turns, fc.string(), (people, needed, order, seed) => {
        const chance = seeded(seed);
        const works = Array.from({ length: people }, (_, i) => ({ ...work(String(i), 0, i % 2 ? 'kenya' : 'penang') }));
        const had = works.map(() => new Set<string>());
        for (const turn of order) {
          const who = works[turn % people]!;
          const mine = had[turn % people]!;
          if (mine.size === needed) continue;
          const given = choose(works, { personId: who.personId, chapterId: who.chapterId, had: mine }, needed, chance);
          if (!given) {
            expect(open(works, { personId: who.personId, chapterId: who.chapterId, had: mine }, needed)).toEqual([]);
            continue;
          }
          expect(given.workId).not.toBe(who.workId);
          expect(mine.has(given.workId)).toBe(false);
          mine.add(given.workId);
          works.find(({ workId }) => workId === given.workId)!.reviews++;
        }
        for (const { reviews } of works) expect(reviews).toBeLessThanOrEqual(needed);
      }),
      { numRuns: 200 },
    );
  });
});
