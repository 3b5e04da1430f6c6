import fc from 'fast-check';
import { Memory } from '../../../src/quizzes/remembering/memory.service';
import { A_DAY, daysBetween, fuzzed, ratingOf, todays } from '../../../src/quizzes/remembering/recall';

const NOW = new Date('2027-03-01T09:00:00Z');
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);

describe('how well something is remembered', () => {
  it.each([
    [{ right: false, hinted: false, certain: true }, 1],
    [{ right: false, hinted: true, certain: false }, 1],
    [{ right: true, hinted: true, certain: true }, 2],
    [{ right: true, hinted: false, certain: false }, 3],
    [{ right: true, hinted: false, certain: true }, 4],
  ] as const)('%j is %d', (answer, rating) => {
    expect(ratingOf(answer)).toBe(rating);
  });
});

describe('what is asked today', () => {
  const card = (id: string, retrievability: number, due = -1) => ({ id, retrievability, dueAt: days(due) });

  it('is what is due, the most forgotten first', () => {
    expect(todays([card('a', 0.9), card('b', 0.4), card('c', 0.1, 1)], 0, NOW).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('is never more than five, less what was answered today, however much waits after a break', () => {
    const many = Array.from({ length: 80 }, (_, index) => card(String(index), index / 100));
    expect([0, 2, 5, 9].map((answered) => todays(many, answered, NOW).length)).toEqual([A_DAY, 3, 0, 0]);
  });
});

describe('chance in intervals', () => {
  it('follows from the seed, leaves short ones alone and moves long ones a little', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.string(), (interval, seed) => {
        const found = fuzzed(interval, seed);
        expect(fuzzed(interval, seed)).toBe(found);
        if (interval < 2.5) return expect(found).toBe(interval);
        const most =
          1 + 0.15 * (Math.min(interval, 7) - 2.5) + 0.1 * Math.max(0, Math.min(interval, 20) - 7) + 0.05 * Math.max(0, interval - 20);
        expect(Math.abs(found - interval)).toBeLessThanOrEqual(most + 0.5);
        expect(found).toBeGreaterThanOrEqual(2);
      }),
      { seed: 20261128 },
    );
  });
});

describe('a memory', () => {
  const memory = new Memory();
  const missed = memory.missed(NOW, 'seed');

  it('begins at the next day when a question was missed', () => {
    expect(missed.stability).toBeCloseTo(0.212, 6);
    expect(missed.difficulty).toBeCloseTo(6.4133, 6);
    expect(daysBetween(NOW, missed.dueAt)).toBe(1);
  });

  it('grows with each right answer, and more with a certain one', () => {
    const answered = (rating: 2 | 3 | 4) => memory.answered(missed, rating, days(1), 'seed').stability;
    expect(answered(3)).toBeCloseTo(1.88678762, 6);
    expect(answered(2)).toBeLessThan(answered(3));
    expect(answered(4)).toBeGreaterThan(answered(3));
  });

  it('is nine in ten after as many days as it is stable', () => {
    expect(memory.retrievability({ stability: 5, difficulty: 5, lastAt: NOW }, days(5))).toBeCloseTo(0.9, 6);
    expect(memory.retrievability({ stability: 5, difficulty: 5, lastAt: NOW }, days(90))).toBeLessThan(0.75);
  });
});
