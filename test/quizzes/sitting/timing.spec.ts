import {
  allowedMinutes,
  due,
  endsAt,
  GRACE_SECONDS,
  isAccepting,
  isInGrace,
  isOver,
  isTimeUp,
  lengthened,
  nextDue,
  pressed,
  reopened,
  secondsLeft,
} from '../../../src/quizzes/sitting/timing';

const at = (seconds: number) => new Date(Date.UTC(2026, 8, 1, 14, 0, 0) + seconds * 1000);
const end = at(0);

describe('when an attempt ends', () => {
  it.each<[string, number | null, Date | null]>([
    ['after its minutes', 20, at(1200)],
    ['never, without a limit', null, null],
  ])('%s', (_, minutes, ends) => expect(endsAt(at(0), minutes)).toEqual(ends));
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
    expect([isTimeUp(now, end), secondsLeft(now, end)]).toEqual([timeUp, left]);
    expect([isAccepting(now, end), isOver(now, end), isInGrace(now, end)]).toEqual([
      arrived !== 'late',
      arrived === 'late',
      arrived === 'grace',
    ]);
  });

  it('is in time for ever without an end', () => {
    expect([isAccepting(at(1e9), null), isTimeUp(at(1e9), null), isOver(at(1e9), null), secondsLeft(at(0), null)]).toEqual([
      true,
      false,
      false,
      null,
    ]);
  });
});

const open = { endsAt: end, overdueAt: null, handedInAt: null, abandonedAt: null };
const SUBMIT = { overdue: 'submit', graceMinutes: 0 } as const;
const GRACE = { overdue: 'grace', graceMinutes: 10 } as const;
const ABANDON = { overdue: 'abandon', graceMinutes: 0 } as const;

describe('what time makes of an attempt that nobody works on', () => {
  it.each([
    ['nothing, before its end and the grace of a slow line', SUBMIT, 60, null],
    ['handed in as of its end', SUBMIT, 60.001, { state: 'finished', at: end }],
    ['handed in as of its end, whenever somebody looks', SUBMIT, 1e6, { state: 'finished', at: end }],
    ['never submitted', ABANDON, 60.001, { state: 'never-submitted', at: end }],
    ['nothing yet', GRACE, -0.001, null],
    ['overdue, at its end', GRACE, 0, { state: 'overdue', at: end }],
    ['overdue, until the grace and that of a slow line are over', GRACE, 660, { state: 'overdue', at: end }],
    ['never submitted after them, as of the last moment that was promised', GRACE, 660.001, { state: 'never-submitted', at: at(600) }],
  ] as const)('%s', (_, rules, seconds, becomes) => expect(due(open, rules, at(seconds))).toEqual(becomes));

  it.each([
    ['without an end', { ...open, endsAt: null }],
    ['handed in', { ...open, handedInAt: at(-5) }],
    ['never submitted', { ...open, abandonedAt: end }],
  ])('nothing, when it is %s', (_, attempt) => {
    for (const rules of [SUBMIT, GRACE, ABANDON]) expect(due(attempt, rules, at(1e9))).toBeNull();
  });

  it('is looked at again when there may be something', () => {
    expect([nextDue(open, SUBMIT), nextDue(open, ABANDON)]).toEqual([at(60), at(60)]);
    expect([nextDue(open, GRACE), nextDue({ ...open, overdueAt: end }, GRACE)]).toEqual([end, at(660)]);
    expect(nextDue({ endsAt: null, overdueAt: null }, GRACE)).toBeNull();
  });
});

describe('a press', () => {
  it.each([
    ['in time goes on', SUBMIT, false, -2, { kept: true, becomes: null }],
    ['in time hands in when it asks for it', SUBMIT, true, -2, { kept: true, becomes: { state: 'finished', at: at(-2) } }],
    ['within two seconds of the end hands in', SUBMIT, false, -1.9, { kept: true, becomes: { state: 'finished', at: at(-1.9) } }],
    ['in the grace hands in, and is kept', ABANDON, false, 60, { kept: true, becomes: { state: 'finished', at: at(60) } }],
    [
      'too late is not kept; what was saved is handed in as of the end',
      SUBMIT,
      true,
      61,
      { kept: false, becomes: { state: 'finished', at: end } },
    ],
    ['too late makes it never submitted', ABANDON, true, 61, { kept: false, becomes: { state: 'never-submitted', at: end } }],
    ['at the end makes it overdue', GRACE, false, 0, { kept: true, becomes: { state: 'overdue', at: end } }],
    ['hands in what is overdue, with the moment', GRACE, true, 500, { kept: false, becomes: { state: 'finished', at: at(500) } }],
    ['after everything is too late', GRACE, true, 661, { kept: false, becomes: { state: 'never-submitted', at: at(600) } }],
  ] as const)('%s', (_, rules, handsIn, seconds, verdict) => {
    expect(pressed(open, rules, handsIn, at(seconds))).toEqual(verdict);
  });
});

describe('an attempt that is opened again', () => {
  const begun = { startedAt: at(-600), endsAt: end };
  it.each([
    ['goes on while its end has not come', 10, 50, 60, { endsAt: at(300), finishedAt: null }],
    ['is finished as of its end when that has passed', 10, 50, 300, { endsAt: at(300), finishedAt: at(300) }],
    ['is not cut by less extra time than it had', 5, 0, 60, { endsAt: end, finishedAt: end }],
    ['goes on for ever without a limit', null, 0, 1e9, { endsAt: null, finishedAt: null }],
  ] as const)('%s', (_, minutes, percent, seconds, result) => {
    expect(reopened(begun, minutes, percent, at(seconds))).toEqual(result);
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
