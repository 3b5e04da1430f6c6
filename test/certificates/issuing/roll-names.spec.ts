import { nameFor, type OnRoll } from '../../../src/certificates/issuing/roll';

const person = (more: Partial<OnRoll>): OnRoll => ({
  enrolmentId: 'e',
  personId: 'p',
  accountName: 'Kevin',
  reachable: true,
  confirmedName: null,
  latinName: null,
  ...more,
});

describe('the name under which a whole cohort is issued', () => {
  it.each<[what: string, of: Partial<OnRoll>, name: string | null, waits: string | null]>([
    ['is that of the account', {}, 'Kevin', null],
    ['is never that of an account in letters without type', { accountName: 'สมชาย' }, null, 'unprintable'],
    ['is never that of an account with signs', { accountName: 'Joy🌍' }, null, 'unprintable'],
    ['is the confirmed one, whatever the account is called', { accountName: 'สมชาย', confirmedName: 'Somchai' }, 'Somchai', null],
    ['is nobody’s whom letters do not reach', { reachable: false }, null, 'address'],
  ])('%s', (_, of, name, waits) => {
    const found = nameFor(person(of), true);
    expect([found.names?.name ?? null, found.waits]).toEqual([name, waits]);
  });

  it('is asked for where the chapter does not use names of accounts', () => {
    expect(nameFor(person({ accountName: 'สมชาย' }), false).waits).toBe('unconfirmed');
  });
});
