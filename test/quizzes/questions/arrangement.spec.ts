import fc from 'fast-check';
import { arranged } from '../../../src/quizzes/questions/arrangement';
import { GAPS, MATCHING, NUMBER, ORDERING, QUESTIONS, SINGLE } from '../questions';

describe('the order of options', () => {
  it('is the same for the same attempt, however often it is asked', () => {
    for (const question of QUESTIONS) expect(arranged(question, 'attempt 1')).toEqual(arranged(question, 'attempt 1'));
  });

  it('differs between attempts', () => {
    const orders = new Set(Array.from({ length: 40 }, (_, n) => arranged(SINGLE, `attempt ${n}`).options.join('')));
    expect(orders.size).toBeGreaterThan(12);
  });

  it('differs between questions of one attempt', () => {
    const orders = new Set(Array.from({ length: 40 }, (_, n) => arranged({ ...SINGLE, key: `q${n}` }, 'attempt 1').options.join('')));
    expect(orders.size).toBeGreaterThan(12);
  });

  it('differs between gaps of one question', () => {
    const gaps = Array.from({ length: 20 }, (_, n) => ({ key: `g${n}`, typed: false as const, options: ['a', 'b', 'c'], right: 'a' }));
    const orders = new Set(Object.values(arranged({ ...GAPS, gaps }, 'attempt 1').gaps).map((order) => order.join('')));
    expect(orders.size).toBeGreaterThan(3);
  });

  it('has every option once', () => {
    fc.assert(
      fc.property(fc.constantFrom(SINGLE, MATCHING, ORDERING), fc.string(), (question, seed) => {
        expect([...arranged(question, seed).options].sort()).toEqual([...question.options].sort());
      }),
    );
  });

  it('of an ordering never begins with the right one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.string(), (count, seed) => {
        const options = Array.from({ length: count }, (_, n) => `o${n}`);
        const { options: order } = arranged({ ...ORDERING, options }, seed);
        expect(order).not.toEqual(options);
        expect([...order].sort()).toEqual([...options].sort());
      }),
    );
  });

  it('of one thing alone is what it is', () => {
    expect(arranged({ ...ORDERING, options: ['a'] }, 'attempt 1').options).toEqual(['a']);
  });

  it('puts the right option of a single choice everywhere about equally often', () => {
    const places = [0, 0, 0, 0];
    for (let n = 0; n < 2000; n++) places[arranged(SINGLE, `attempt ${n}`).options.indexOf('c')]!++;
    for (const count of places) expect(Math.abs(count - 500)).toBeLessThan(90);
  });

  it('is nothing for a number and a typed gap', () => {
    expect(arranged(NUMBER, 'x')).toEqual({ options: [], gaps: {} });
    expect(Object.keys(arranged(GAPS, 'x').gaps)).toEqual(['one']);
  });
});
