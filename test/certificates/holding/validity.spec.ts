import { monthsAfter, renewable, renewedUntil } from '../../../src/certificates/holding/validity';

const at = (day: string) => new Date(`${day}T09:00:00Z`);

describe('months', () => {
  it.each([
    ['2027-03-01', 24, '2029-03-01'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-11-30', 3, '2028-02-29'],
  ])('from %s, %s of them, end on %s', (from, months, end) => {
    expect(monthsAfter(at(from), months)).toEqual(at(end));
  });
});

describe('a renewal', () => {
  const two = { issuedAt: at('2027-03-01'), validUntil: at('2029-03-01') };

  it('before the end goes on from the end, so that no day is lost', () => {
    expect(renewedUntil(two, at('2029-01-10'))).toEqual(at('2031-03-01'));
  });

  it('after the end counts from now', () => {
    expect(renewedUntil(two, at('2029-06-15'))).toEqual(at('2031-06-15'));
  });

  it('of what holds for days gives as many days', () => {
    expect(renewedUntil({ issuedAt: at('2027-03-01'), validUntil: at('2027-03-11') }, at('2027-03-11'))).toEqual(at('2027-03-21'));
  });

  it('is possible from ninety days before the end on, and never for what holds for ever', () => {
    const of = (validUntil: Date | null, now: Date) => renewable({ issuedAt: at('2027-03-01'), validUntil }, now);
    expect(of(at('2029-03-01'), at('2028-12-01'))).toBe(true);
    expect(of(at('2029-03-01'), new Date('2028-12-01T08:59:59Z'))).toBe(false);
    expect(of(at('2029-03-01'), at('2035-01-01'))).toBe(true);
    expect(of(null, at('2035-01-01'))).toBe(false);
  });
});
