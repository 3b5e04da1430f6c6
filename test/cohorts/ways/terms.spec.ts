import { dayProblem, lastDay, linkState, renewed, type Terms } from '../../../src/cohorts/invitation/terms';

const cohort = { startsOn: '2027-03-01', endsOn: '2027-04-11', zone: 'Pacific/Auckland' };
const terms = (more: Partial<Terms> = {}): Terms => ({ lastsUntil: null, most: null, came: 0, closedAt: null, ...more });
const at = (text: string) => new Date(text);
const NOON = at('2027-03-09T23:00:00Z'); // the 10th in Auckland

describe('the state of a link', () => {
  it.each<[string, Partial<Terms>, Date, string]>([
    ['a new one is open', {}, NOON, 'open'],
    ['closed by a lead', { closedAt: NOON }, NOON, 'closed'],
    ['in the last minute of its last day, as the cohort’s zone has it', { lastsUntil: '2027-03-10' }, at('2027-03-10T10:59:59Z'), 'open'],
    ['a second later', { lastsUntil: '2027-03-10' }, at('2027-03-10T11:00:00Z'), 'expired'],
    ['one place left', { most: 3, came: 2 }, NOON, 'open'],
    ['none left', { most: 3, came: 3 }, NOON, 'spent'],
    ['the number lowered below those who came', { most: 2, came: 3 }, NOON, 'spent'],
    ['a last day that the cohort, made shorter, does not reach', { lastsUntil: '2027-05-01' }, at('2027-04-11T10:00:00Z'), 'open'],
    [
      'what it lacks is not said of a cohort that is over',
      { most: 1, came: 1, lastsUntil: '2027-03-10' },
      at('2027-04-20T00:00:00Z'),
      'open',
    ],
  ])('%s', (_, own, now, state) => {
    expect(linkState(terms(own), cohort, now)).toBe(state);
  });

  it.each([
    [null, '2027-04-11'],
    ['2027-03-10', '2027-03-10'],
    ['2027-04-12', '2027-04-11'],
  ])('the last day for %s is %s', (lastsUntil, day) => {
    expect(lastDay({ lastsUntil }, cohort)).toBe(day);
  });

  it.each([
    ['2027-03-09', 'past'],
    ['2027-03-10', null],
    ['2027-04-11', null],
    ['2027-04-12', 'after-cohort'],
  ])('chosen on the 10th, %s is %s', (day, problem) => {
    expect(dayProblem(day, cohort, NOON)).toBe(problem);
  });

  it.each<[string, Partial<Terms>, Partial<Terms>]>([
    ['keeps a day to come and the number', { lastsUntil: '2027-03-20', most: 5, came: 4 }, { lastsUntil: '2027-03-20', most: 5 }],
    ['forgets a day that is over, and that it was closed', { lastsUntil: '2027-03-02', closedAt: NOON }, {}],
  ])('a link that replaces another %s', (_, before, after) => {
    expect(renewed(terms(before), cohort, NOON)).toEqual(terms(after));
  });
});
