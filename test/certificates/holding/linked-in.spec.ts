import { linkedIn } from '../../../src/certificates/holding/linked-in';

const FACTS = {
  code: '7Q4M-K2XW-9TRD-5HCN',
  title: 'Rough & ready? “Consensus” #1',
  issuer: '槟城',
  issuedAt: new Date('2027-03-01T09:00:00Z'),
  validUntil: null,
  shared: 'https://learn.example/verify/7Q4M-K2XW-9TRD-5HCN',
};

describe('the link to LinkedIn', () => {
  it('fills in what the certificate says, whatever signs it holds', () => {
    const { origin, pathname, searchParams } = new URL(linkedIn(FACTS));
    expect(origin + pathname).toBe('https://www.linkedin.com/profile/add');
    expect(Object.fromEntries(searchParams)).toEqual({
      startTask: 'CERTIFICATION_NAME',
      name: FACTS.title,
      organizationName: '槟城',
      issueYear: '2027',
      issueMonth: '3',
      certUrl: FACTS.shared,
      certId: FACTS.code,
    });
  });

  it('says when it expires, where it does', () => {
    const { searchParams } = new URL(linkedIn({ ...FACTS, validUntil: new Date('2029-12-01T09:00:00Z') }));
    expect([searchParams.get('expirationYear'), searchParams.get('expirationMonth')]).toEqual(['2029', '12']);
  });
});
