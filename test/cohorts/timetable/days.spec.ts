import { ANYWHERE_ON_EARTH, dayBegins, dayIsOver } from '../../../src/cohorts/timetable/days';

describe('where a day begins and ends', () => {
  it.each([
    ['in Nairobi', '2027-03-08', 'Africa/Nairobi', '2027-03-07T21:00:00.000Z'],
    ['in UTC', '2027-03-08', 'UTC', '2027-03-08T00:00:00.000Z'],
    ['furthest east, at UTC+14', '2027-03-08', 'Pacific/Kiritimati', '2027-03-07T10:00:00.000Z'],
    ['furthest west, at UTC−12', '2027-03-08', ANYWHERE_ON_EARTH, '2027-03-08T12:00:00.000Z'],
    ['with a quarter of an hour, in Kathmandu', '2027-03-08', 'Asia/Kathmandu', '2027-03-07T18:15:00.000Z'],
    ['on a day on which clocks skip an hour', '2027-03-28', 'Europe/Lisbon', '2027-03-28T00:00:00.000Z'],
    ['the day after it', '2027-03-29', 'Europe/Lisbon', '2027-03-28T23:00:00.000Z'],
    ['on a day on which clocks skip midnight, in Beirut', '2027-03-28', 'Asia/Beirut', '2027-03-27T22:00:00.000Z'],
    ['on a day on which midnight comes twice, in Havana', '2027-11-07', 'America/Havana', '2027-11-07T04:00:00.000Z'],
    ['of a leap year', '2028-02-29', 'UTC', '2028-02-29T00:00:00.000Z'],
    ['that a zone left out, as Samoa did: the next one', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('a day %s', (_, day, zone, at) => {
    expect(dayBegins(day, zone).toISOString()).toBe(at);
    expect(dayBegins(day, zone).toISOString()).toBe(at); // as it is remembered
  });

  it('a day is over at the first moment of the next', () => {
    expect(dayIsOver('2027-02-28', 'Africa/Nairobi').toISOString()).toBe('2027-02-28T21:00:00.000Z');
    expect(dayIsOver('2027-12-31', ANYWHERE_ON_EARTH).toISOString()).toBe('2028-01-01T12:00:00.000Z');
  });
});
