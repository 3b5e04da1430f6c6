import { lineOf, ownUntil } from '../../../src/certificates/holding/correction';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const FIRST = { id: '1', replacedById: '2', issuedAt: at('2027-03-01') };
const SECOND = { id: '2', replacedById: '3', issuedAt: at('2027-03-05') };
const THIRD = { id: '3', replacedById: null, issuedAt: at('2027-03-09') };
const ALL = [THIRD, SECOND, FIRST];
const replaced = (certificateId: string, actorId: string, kind = 'replaced') => ({ certificateId, kind, actorId });

describe('the line of a certificate', () => {
  it('is one long where it took nobody’s place', () => {
    expect(lineOf(THIRD, [THIRD], [], 'her')).toEqual({ begunAt: THIRD.issuedAt, own: 0 });
  });

  it('goes back to the first, and counts what its holder did alone', () => {
    expect(lineOf(THIRD, ALL, [replaced('1', 'her'), replaced('2', 'her')], 'her')).toEqual({ begunAt: FIRST.issuedAt, own: 2 });
    expect(lineOf(THIRD, ALL, [replaced('1', 'lead'), replaced('2', 'her')], 'her')).toEqual({ begunAt: FIRST.issuedAt, own: 1 });
  });

  it('begins anew with a renewal', () => {
    expect(lineOf(THIRD, ALL, [replaced('1', 'her'), replaced('2', 'lead', 'renewed')], 'her')).toEqual({ begunAt: THIRD.issuedAt, own: 0 });
  });
});

describe('correcting a name alone', () => {
  it('is possible for fourteen days, to the millisecond', () => {
    const line = { begunAt: at('2027-03-01'), own: 0 };
    expect(ownUntil(line, new Date('2027-03-15T08:59:59.999Z'))).toEqual(at('2027-03-15'));
    expect(ownUntil(line, at('2027-03-15'))).toBeNull();
  });

  it('is possible twice', () => {
    expect(ownUntil({ begunAt: at('2027-03-01'), own: 1 }, at('2027-03-02'))).not.toBeNull();
    expect(ownUntil({ begunAt: at('2027-03-01'), own: 2 }, at('2027-03-02'))).toBeNull();
  });
});
