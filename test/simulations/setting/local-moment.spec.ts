import { localIn, momentIn } from '../../../src/simulations/setting/local-moment';

describe('a day and an hour in a zone', () => {
  it.each([
    ['Africa/Nairobi', '2027-03-01T18:00', '2027-03-01T15:00:00.000Z'],
    ['Pacific/Kiritimati', '2027-03-01T08:30', '2027-02-28T18:30:00.000Z'],
    ['Etc/GMT+12', '2027-02-28T23:59', '2027-03-01T11:59:00.000Z'],
    ['Asia/Kathmandu', '2027-03-01T00:00', '2027-02-28T18:15:00.000Z'],
    ['Europe/Lisbon', '2027-03-28T01:30', '2027-03-28T01:30:00.000Z'], // clocks skip from 01:00 to 02:00: the moment after
    ['Europe/Lisbon', '2027-10-31T01:30', '2027-10-31T00:30:00.000Z'], // shown twice: the first
  ])('%s %s', (zone, local, moment) => {
    expect(momentIn(zone, local)!.toISOString()).toBe(moment);
  });

  it('is shown as clocks there show it', () => {
    expect(localIn('America/St_Johns', new Date('2027-07-01T12:00:00.500Z'))).toBe('2027-07-01T09:30');
  });

  it.each(['', '2027-02-30T10:00', '2027-03-01 10:00', '2027-03-01T25:00', '2027-03-01'])('“%s” is none', (local) => {
    expect(momentIn('Africa/Nairobi', local)).toBeNull();
  });
});
