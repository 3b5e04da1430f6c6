import { ALL, deadlineOf, isLate, lateFrom, lateness, type OwnDays } from '../../../src/cohorts/timetable/deadlines';
import type { Days, Ends } from '../../../src/cohorts/timetable/timetable';

const due = (day: string | null, ends: Ends = 'zone'): Days => ({ ends, modules: { one: { opens: 'start', opensOn: null, dueOn: day } } });
const ZONE = 'Africa/Nairobi';
const at = (moment: string) => new Date(moment);

describe('until when somebody has time', () => {
  it.each<[string, Days | null, OwnDays, string | null]>([
    ['nothing was ever set', null, {}, null],
    ['no deadline', due(null), {}, null],
    ['no deadline, and a day of one’s own from when there was one', due(null), { one: '2027-03-20' }, null],
    ['the cohort’s', due('2027-03-14'), {}, '2027-03-14'],
    ['one’s own', due('2027-03-14'), { one: '2027-03-20' }, '2027-03-20 own'],
    ['one’s own for everything', due('2027-03-14'), { [ALL]: '2027-03-20' }, '2027-03-20 own'],
    ['the later of two of one’s own', due('2027-03-14'), { one: '2027-03-18', [ALL]: '2027-03-20' }, '2027-03-20 own'],
    ['the later of two, the other way round', due('2027-03-14'), { one: '2027-03-22', [ALL]: '2027-03-20' }, '2027-03-22 own'],
    ['of another module', due('2027-03-14'), { two: '2027-03-20' }, '2027-03-14'],
    ['the cohort’s, which was moved past one’s own', due('2027-03-25'), { one: '2027-03-20' }, '2027-03-25'],
    ['the cohort’s, moved to the same day', due('2027-03-20'), { one: '2027-03-20' }, '2027-03-20'],
  ])('%s', (_, days, own, expected) => {
    const deadline = deadlineOf(days, own, 'one', ZONE);
    expect(deadline && `${deadline.on}${deadline.own ? ' own' : ''}`).toBe(expected);
  });

  it.each<[string, string, string, string, boolean]>([
    ['the last moment in Nairobi', 'zone', ZONE, '2027-03-14T20:59:59.999Z', false],
    ['the first moment after it', 'zone', ZONE, '2027-03-14T21:00:00.000Z', true],
    ['the last moment anywhere on Earth, for Nairobi', 'aoe', ZONE, '2027-03-15T11:59:59.999Z', false],
    ['the first moment after it anywhere', 'aoe', ZONE, '2027-03-15T12:00:00.000Z', true],
    ['anywhere, for whoever is furthest east', 'aoe', 'Pacific/Kiritimati', '2027-03-15T11:59:59.999Z', false],
    ['furthest east, by the own clock', 'zone', 'Pacific/Kiritimati', '2027-03-14T10:00:00.000Z', true],
    ['on the day on which clocks go forward', 'zone', 'America/New_York', '2027-03-15T03:59:59.999Z', false],
    ['after the day on which clocks go forward', 'zone', 'America/New_York', '2027-03-15T04:00:00.000Z', true],
  ])('%s', (_, ends, zone, moment, late) => {
    const deadline = deadlineOf(due('2027-03-14', ends as Ends), {}, 'one', zone)!;
    expect(isLate(deadline, at(moment))).toBe(late);
    expect(at(moment) >= lateFrom(deadline)).toBe(late);
  });

  it.each<[string, string | null, string, ReturnType<typeof lateness>]>([
    ['not done, and there is time', null, '2027-03-10T00:00:00Z', null],
    ['not done, and there is none', null, '2027-03-16T00:00:00Z', 'overdue'],
    ['done in time, looked at later', '2027-03-13T00:00:00Z', '2027-04-01T00:00:00Z', null],
    ['done later', '2027-03-15T00:00:00Z', '2027-04-01T00:00:00Z', 'late'],
  ])('%s', (_, done, now, expected) => {
    expect(lateness(deadlineOf(due('2027-03-14'), {}, 'one', ZONE), done === null ? null : at(done), at(now))).toBe(expected);
  });
});
