import { standingOf } from '../../src/certificates/standing-of';

const NOW = new Date('2027-03-01T09:00:00.000Z');
const BEFORE = new Date('2027-03-01T08:59:59.999Z');
const AFTER = new Date('2027-03-01T09:00:00.001Z');
const NOTHING = { replacedAt: null, withdrawnAt: null, validUntil: null };

describe('the standing of a certificate', () => {
  it.each([
    ['valid for ever', {}, 'valid'],
    ['valid to its last millisecond', { validUntil: AFTER }, 'valid'],
    ['expired at the moment itself', { validUntil: NOW }, 'expired'],
    ['expired afterwards', { validUntil: BEFORE }, 'expired'],
    ['withdrawn', { withdrawnAt: BEFORE }, 'withdrawn'],
    ['withdrawn, whether or not it would have expired', { withdrawnAt: BEFORE, validUntil: BEFORE }, 'withdrawn'],
    ['replaced', { replacedAt: BEFORE }, 'replaced'],
    ['replaced, which shows least, before withdrawn', { replacedAt: BEFORE, withdrawnAt: BEFORE }, 'replaced'],
    ['replaced before expired', { replacedAt: BEFORE, validUntil: BEFORE }, 'replaced'],
  ])('is %s', (_, dates, standing) => {
    expect(standingOf({ ...NOTHING, ...dates }, NOW)).toBe(standing);
  });
});
