import { dayAfter, dayIn, phase, spanProblem, usualSpan, week } from '../../src/cohorts/schedule';

const nairobi = { startsOn: '2027-03-01', endsOn: '2027-04-11', zone: 'Africa/Nairobi' };

describe('when a cohort runs', () => {
  it.each([
    ['a second before its first day begins there', '2027-02-28T20:59:59Z', 'coming'],
    ['as its first day begins there', '2027-02-28T21:00:00Z', 'running'],
    ['in the last second of its last day there', '2027-04-11T20:59:59Z', 'running'],
    ['as the day after begins there', '2027-04-11T21:00:00Z', 'over'],
  ])('%s it is %s', (_, now, found) => {
    expect(phase(nairobi, new Date(now))).toBe(found);
  });

  it.each([
    ['Pacific/Kiritimati', '2027-03-02'],
    ['Africa/Nairobi', '2027-03-01'],
    ['Pacific/Pago_Pago', '2027-03-01'],
  ])('knows the day in %s', (zone, day) => {
    expect(dayIn(zone, new Date('2027-03-01T11:00:00Z'))).toBe(day);
  });

  it.each([
    ['before it begins', '2027-01-01', 1],
    ['on the first day', '2027-03-01', 1],
    ['on the seventh day', '2027-03-07', 1],
    ['on the eighth day', '2027-03-08', 2],
    ['on the last day', '2027-04-11', 6],
    ['after it ended', '2027-12-01', 6],
  ])('%s (%s) it is week %s', (_, day, number) => {
    expect(week(nairobi, new Date(`${day}T09:00:00Z`))).toEqual({ number, of: 6 });
  });

  it('counts a cohort of one day as one week', () => {
    expect(week({ ...nairobi, endsOn: '2027-03-01' }, new Date('2027-03-01T09:00:00Z'))).toEqual({ number: 1, of: 1 });
  });

  it('counts days across the change of the clocks', () => {
    expect(dayAfter('2027-03-27', 2)).toBe('2027-03-29');
    expect(week({ startsOn: '2027-03-22', endsOn: '2027-04-04', zone: 'Europe/Paris' }, new Date('2027-03-29T00:30:00Z')).number).toBe(2);
  });
});

describe('what a new cohort is offered', () => {
  it.each([
    ['on a Monday', '2027-03-01T09:00:00Z', '2027-03-08', '2027-04-18'],
    ['on a Tuesday', '2027-03-02T09:00:00Z', '2027-03-08', '2027-04-18'],
    ['on a Sunday', '2027-03-07T09:00:00Z', '2027-03-08', '2027-04-18'],
    ['on a Sunday night that is Monday there', '2027-03-07T22:00:00Z', '2027-03-15', '2027-04-25'],
  ])('%s: six weeks from the next Monday', (_, now, startsOn, endsOn) => {
    expect(usualSpan('Africa/Nairobi', new Date(now))).toEqual({ startsOn, endsOn, zone: 'Africa/Nairobi' });
  });
});

describe('a first and a last day', () => {
  it.each([
    ['the same day', '2027-03-01', '2027-03-01', null],
    ['the day before', '2027-03-01', '2027-02-28', 'ends-first'],
    ['two years later, a leap year among them', '2027-03-01', '2029-02-28', null],
    ['two years and two days later', '2027-03-01', '2029-03-02', 'too-long'],
  ])('%s: %s to %s', (_, startsOn, endsOn, problem) => {
    expect(spanProblem({ startsOn, endsOn })).toBe(problem);
  });
});
