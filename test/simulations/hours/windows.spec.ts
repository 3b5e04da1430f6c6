import { initial } from '../../../src/simulations/engine/initial';
import type { TableEvent } from '../../../src/simulations/engine/events';
import type { TableState } from '../../../src/simulations/engine/state';
import { digestToken, placeOfToken } from '../../../src/simulations/hours/digest-token';
import { before } from '../../../src/simulations/hours/happened';
import { twoClocks } from '../../../src/simulations/hours/two-clocks';
import { moments, nextMoment, reached } from '../../../src/simulations/hours/windows';
import { newId } from '../../../src/kernel/identifier';
import { sampleScenario } from '../sample-scenario';

const state = (more: Partial<TableState> = {}): TableState => ({
  ...initial(sampleScenario()),
  mode: 'async',
  phase: { key: 'opening', number: 3, since: 1_000, deadline: 2_000 },
  ...more,
});

describe('the moments of a window', () => {
  it('are its beginning, its middle and nine tenths of it', () => {
    expect(moments(state()).map(({ at }) => at)).toEqual([1_000, 1_500, 1_900]);
  });

  it.each<[number, number | null, number | null]>([
    [999, null, 1_000],
    [1_000, 0, 1_500],
    [1_499, 0, 1_500],
    [1_500, 50, 1_900],
    [1_900, 90, null],
    [1_999, 90, null],
    [2_000, null, null],
  ])('at %d the last one that has come is %s, and the next one comes at %s', (now, share, next) => {
    expect(reached(state(), now)?.share ?? null).toBe(share);
    expect(nextMoment(state(), now)).toBe(next);
  });

  it('are none while the table is live, has been stopped, or has no end to wait for', () => {
    const without = [
      state({ mode: 'live' }),
      state({ paused: { left: 5, at: 1_200 } }),
      state({ phase: { ...state().phase, deadline: null } }),
    ];
    expect(without.map((one) => [moments(one), reached(one, 1_600)])).toEqual(without.map(() => [[], null]));
  });
});

describe('what happened in the window before', () => {
  const said = (type: string, more: object = {}) =>
    ({ type, audience: 'all', by: 'machine', at: 0, seq: 0, ...more }) as unknown as TableEvent;
  const log = [
    said('phase-entered'),
    said('statement-made'),
    said('phase-entered'),
    said('statement-made'),
    said('objection-raised'),
    said('message-sent', { audience: ['a', 'b'] }),
    said('phase-entered'),
  ];

  it('is counted as far as everybody could see it', () => {
    expect(before(log)).toEqual({ switched: false, counts: { statements: 1, amendments: 0, objections: 1, settled: 0 } });
  });

  it('is nothing in the first one, and the live part where a phase goes on by letters', () => {
    expect(before(log.slice(0, 2))).toEqual({ switched: false, counts: null });
    const switched = [...log.slice(0, 5), said('mode-switched', { mode: 'async' })];
    expect(before(switched)).toEqual({ switched: true, counts: { statements: 1, amendments: 0, objections: 1, settled: 0 } });
    expect(before([...log, said('mode-switched', { mode: 'live' })]).switched).toBe(false);
  });
});

describe('the token of a link that reads', () => {
  const [table, place] = [newId(), newId()];
  const token = digestToken(table, place, 'secret');

  it('says whose place it is, at this table and on this site alone', () => {
    expect(placeOfToken(table, token, 'secret')).toBe(place);
    expect(placeOfToken(newId(), token, 'secret')).toBeNull();
    expect(placeOfToken(table, token, 'another')).toBeNull();
    expect(placeOfToken('x', token, 'secret')).toBeNull();
  });

  it('is none with any other letter in it', () => {
    for (let at = 0; at < token.length; at++) {
      const other = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      expect(placeOfToken(table, other, 'secret')).toBeNull();
    }
  });
});

describe('two clocks', () => {
  it.each([
    ['Africa/Nairobi', '2026-03-02T09:00Z', '2 March 2026 at 12:00', '09:00'],
    ['Pacific/Kiritimati', '2026-03-02T18:00Z', '3 March 2026 at 08:00', '2 March 2026 at 18:00'],
  ])('%s', (zone, at, local, utc) => expect(twoClocks(new Date(at), 'en', zone)).toEqual({ local, utc }));
});
