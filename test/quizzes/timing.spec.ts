import {
  allowedMinutes,
  arrival,
  endsAt,
  finishedAt,
  GRACE_SECONDS,
  isAccepting,
  isOver,
  isTimeUp,
  lengthened,
  secondsLeft,
} from '../../src/quizzes/timing';

const at = (seconds: number) => new Date(Date.UTC(2026, 8, 1, 14, 0, 0) + seconds * 1000);
const end = at(0);

describe('when an attempt ends', () => {
  it.each<[string, number | null, Date | null, Date | null]>([
    ['after its minutes', 20, null, at(1200)],
    ['never, without a limit', null, null, null],
    ['when the quiz closes', null, at(600), at(600)],
    ['when the quiz closes before the minutes are over', 20, at(600), at(600)],
    ['after its minutes when the quiz closes later', 20, at(1800), at(1200)],
  ])('%s', (_, minutes, closesAt, ends) => expect(endsAt(at(0), minutes, closesAt)).toEqual(ends));
});

describe('when an answer arrives', () => {
  it.each([
    ['long before the end', -600, 'in-time', false, 600],
    ['two seconds before the end', -2, 'in-time', false, 2],
    ['less than two seconds before the end', -1.999, 'in-time', true, 2],
    ['at the end', 0, 'in-time', true, 0],
    ['a moment after the end', 0.001, 'grace', true, 0],
    ['at the end of the grace', GRACE_SECONDS, 'grace', true, 0],
    ['a moment after the grace', GRACE_SECONDS + 0.001, 'late', true, 0],
    ['much later', 3600, 'late', true, 0],
  ] as const)('%s', (_, seconds, arrived, timeUp, left) => {
    const now = at(seconds);
    expect([arrival(now, end), isTimeUp(now, end), secondsLeft(now, end)]).toEqual([arrived, timeUp, left]);
    expect(isAccepting(now, end)).toBe(arrived !== 'late');
    expect(isOver(now, end)).toBe(arrived === 'late');
    expect(finishedAt(now, end)).toEqual(arrived === 'late' ? end : now);
  });

  it('is in time for ever without an end', () => {
    expect([arrival(at(1e9), null), isTimeUp(at(1e9), null), isOver(at(1e9), null), secondsLeft(at(0), null)]).toEqual([
      'in-time',
      false,
      false,
      null,
    ]);
    expect(finishedAt(at(1e9), null)).toEqual(at(1e9));
  });

  it('has as much grace as the host gives', () => {
    expect([arrival(at(5), end, 5), arrival(at(5.001), end, 5), arrival(at(0.001), end, 0)]).toEqual(['grace', 'late', 'late']);
  });
});

describe('more time for one person', () => {
  it.each<[number | null, number, number | null]>([
    [null, 50, null],
    [20, 0, 20],
    [20, 25, 25],
    [10, 25, 13], // twelve and a half: what is begun of a minute is given
    [1, 1, 2],
    [60, 300, 240],
  ])('%s minutes with %s%% more are %s', (minutes, percent, allowed) => expect(allowedMinutes(minutes, percent)).toBe(allowed));

  const begun = at(0);
  const tenMinutes = at(600);
  it.each<[string, { endsAt: Date | null; minutes: number | null; percent: number; now: Date }, Date | null]>([
    ['makes an open attempt longer', { endsAt: tenMinutes, minutes: 10, percent: 50, now: at(60) }, at(900)],
    ['counts from the start, not from now', { endsAt: tenMinutes, minutes: 10, percent: 50, now: at(599) }, at(900)],
    ['still does so within the grace', { endsAt: tenMinutes, minutes: 10, percent: 50, now: at(600 + GRACE_SECONDS) }, at(900)],
    ['comes too late after it', { endsAt: tenMinutes, minutes: 10, percent: 50, now: at(600 + GRACE_SECONDS + 0.001) }, null],
    ['that is the same changes nothing', { endsAt: at(900), minutes: 10, percent: 50, now: at(60) }, null],
    ['that is less takes nothing away', { endsAt: at(1200), minutes: 10, percent: 50, now: at(60) }, null],
    ['is nothing without a limit', { endsAt: null, minutes: null, percent: 50, now: at(60) }, null],
  ])('%s', (_, { endsAt, minutes, percent, now }, expected) => {
    expect(lengthened({ startedAt: begun, endsAt }, minutes, percent, now)).toEqual(expected);
  });
});
