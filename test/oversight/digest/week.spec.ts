import { weekDue } from '../../../src/oversight/digest/week';

describe('Monday at 8:00', () => {
  it.each([
    ['Africa/Nairobi', '2027-03-01T04:59:59Z', null],
    ['Africa/Nairobi', '2027-03-01T05:00:00Z', '2027-03-01'],
    ['Africa/Nairobi', '2027-03-01T20:59:59Z', '2027-03-01'],
    ['Africa/Nairobi', '2027-03-02T04:59:59Z', '2027-03-01'],
    ['Africa/Nairobi', '2027-03-02T05:00:00Z', null],
    ['Pacific/Kiritimati', '2027-02-28T18:00:00Z', '2027-03-01'],
    ['Pacific/Kiritimati', '2027-02-28T17:59:59Z', null],
    ['Pacific/Pago_Pago', '2027-03-01T19:00:00Z', '2027-03-01'],
    ['Asia/Kathmandu', '2027-03-01T02:15:00Z', '2027-03-01'],
    ['Asia/Kathmandu', '2027-03-01T02:14:59Z', null],
    ['Europe/Lisbon', '2027-03-29T06:59:59Z', null],
    ['Europe/Lisbon', '2027-03-29T07:00:00Z', '2027-03-29'], // the day after the clocks went forward
    ['Africa/Nairobi', '2027-03-04T09:00:00Z', null],
  ])('in %s at %s it is due for %s', (zone, now, week) => {
    expect(weekDue(zone, new Date(now))).toBe(week);
  });
});
