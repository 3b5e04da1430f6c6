import { addressLikeness, nameLikeness } from '../../../src/cohorts/roster/imports/likeness';
import { type Known, verdicts } from '../../../src/cohorts/roster/imports/verdicts';

const KNOWN: Known = {
  enrolled: [{ name: 'Amina Said', emailKey: 'amina@example.org' }],
  invited: [{ name: '', emailKey: 'juma@example.org' }],
  elsewhere: new Map([['zuri@example.org', 'Mombasa']]),
};

const verdict = (name: string, email: string, known = KNOWN) => verdicts([{ number: 1, name, email }], known).get(1);

describe('the verdict of a row', () => {
  it.each<[string, string, string, object]>([
    ['somebody nobody knows', 'Neema', 'neema@example.org', { kind: 'new' }],
    ['somebody who is in', 'Whoever', 'AMINA@example.org', { kind: 'here', as: 'enrolled' }],
    ['somebody who is asked', 'Juma', 'juma@EXAMPLE.org', { kind: 'here', as: 'invited' }],
    ['somebody in another cohort', 'Zuri', 'zuri@example.org', { kind: 'elsewhere', cohort: 'Mombasa' }],
    ['dots and what follows a plus', 'X', 'a.mina+2@example.org', { kind: 'alike', by: 'address', row: null, name: 'Amina Said' }],
    ['a Cyrillic letter that looks Latin', 'X', 'аmina@example.org', { kind: 'alike', by: 'address', row: null, name: 'Amina Said' }],
    ['a digit for a letter', 'X', 'am1na@example.org', { kind: 'alike', by: 'address', row: null, name: 'Amina Said' }],
    [
      'the same name in other capitals and order',
      'SAID  amína',
      'new@example.org',
      { kind: 'alike', by: 'name', row: null, name: 'Amina Said' },
    ],
    ['no address', 'Neema', '', { kind: 'unreadable', problem: 'no-address' }],
    ['half an address', 'Neema', 'neema@', { kind: 'unreadable', problem: 'address' }],
  ])('%s', (_, name, email, expected) => {
    expect(verdict(name, email)).toEqual(expected);
  });

  it('looks at the rows before it', () => {
    const rows = ['new@example.org', 'NEW@example.org', 'n.e.w@example.org', 'new@example.com', 'x'].map((email, i) => ({
      number: i + 1,
      name: '',
      email,
    }));
    expect([...verdicts(rows, KNOWN).values()]).toEqual([
      { kind: 'new' },
      { kind: 'twice', row: 1 },
      { kind: 'alike', by: 'address', row: 1, name: 'new@example.org' },
      { kind: 'new' },
      { kind: 'unreadable', problem: 'address' },
    ]);
  });

  it('does not take people without names for one person', () => {
    expect(verdict('', 'somebody@example.org')).toEqual({ kind: 'new' });
  });
});

describe('likeness', () => {
  it.each([
    ['jose.p@example.org', 'josé.p@example.org'],
    ['morgan@example.org', 'mоrgаn@example.org'],
    ['bill@example.org', 'biI1@example.org'],
    ['ann-marie@example.org', 'annmarie@example.org'],
  ])('%s and %s', (one, other) => expect(addressLikeness(one)).toBe(addressLikeness(other)));

  it.each([
    ['anna@example.org', 'anne@example.org'],
    ['anna@example.org', 'anna@example.com'],
  ])('not %s and %s', (one, other) => expect(addressLikeness(one)).not.toBe(addressLikeness(other)));

  it.each([
    ['أحمد علي', 'احمد  عَلي'],
    ['Ёлка Иванова', 'иванова ёлка'],
  ])('%s and %s', (one, other) => expect(nameLikeness(one)).toBe(nameLikeness(other)));
});
