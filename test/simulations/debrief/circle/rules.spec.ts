import { LEAST_RATINGS, means, ratingsIn } from '../../../../src/simulations/debrief/circle/elements';
import { seatsToWriteTo } from '../../../../src/simulations/debrief/circle/peers';
import { rubricIn } from '../../../../src/simulations/debrief/circle/rubric';
import { humsBesideStances } from '../../../../src/simulations/debrief/hums-beside-stances';
import { isOpen, lastOpen, stepAfter, unseals } from '../../../../src/simulations/debrief/opening';
import { layerOf } from '../../../../src/simulations/debrief/timeline';
import { HandWritten, WORDS } from '../log';

const SEATS = ['regulator', 'operator', 'clinic', 'school', 'shops', 'engineers'];

describe('who writes to whom', () => {
  it.each([1, 2, 3, 4, 5, 6])('of %d seats everybody writes to two others, and is written to by two', (count) => {
    const seats = SEATS.slice(0, count);
    const written = seats.flatMap((from, index) => {
      const to = seatsToWriteTo(from, `p${index + 1}`, seats, 'seed');
      expect(to).not.toContain(from);
      expect(new Set(to).size).toBe(to.length);
      return to;
    });
    const expected = Math.min(2, count - 1);
    for (const seat of seats) expect([seat, written.filter((one) => one === seat).length]).toEqual([seat, expected]);
  });

  it('follows from the seed, and from nothing that anybody chooses', () => {
    const to = (seed: string, seats = SEATS) => seats.map((from) => [from, seatsToWriteTo(from, 'p1', seats, seed)]);
    expect(Object.fromEntries(to('a', [...SEATS].reverse()))).toEqual(Object.fromEntries(to('a')));
    expect(to('a')).not.toEqual(to('b'));
  });

  it('who looked on writes to two seats as well; where nobody sat there is nobody to write to', () => {
    expect(seatsToWriteTo('', 'p7', SEATS, 'seed')).toHaveLength(2);
    expect(seatsToWriteTo('', 'p7', ['clinic'], 'seed')).toEqual(['clinic']);
    expect(seatsToWriteTo('', 'p7', [], 'seed')).toEqual([]);
  });
});

describe('what people say about a debrief', () => {
  it('is told as a mean only when as many have answered that it tells of no single one', () => {
    const ratings = Array.from({ length: LEAST_RATINGS }, (_, index) => ({ safety: 5 + index }));
    const safety = (some: typeof ratings) => means(some).find(({ element }) => element === 'safety');
    expect(safety(ratings.slice(1))).toEqual({ element: 'safety', tenths: null, of: LEAST_RATINGS - 1 });
    expect(safety(ratings)).toEqual({ element: 'safety', tenths: 60, of: LEAST_RATINGS });
  });

  it.each([
    [
      { safety: '1', gaps: '7', reasons: '' },
      { safety: 1, gaps: 7 },
    ],
    [{ safety: '0' }, null],
    [{ safety: '8' }, null],
    [{ constructor: '3' }, null],
    [{}, {}],
  ])('is read from a form: %j', (fields, wanted) => expect(ratingsIn(fields as Record<string, string>)).toEqual(wanted));

  it.each([
    [
      { listening: '0', drafting: '3', process: '' },
      { listening: 0, drafting: 3 },
    ],
    [{ listening: '4' }, null],
    [{ looks: '1' }, null],
  ])('a rubric likewise: %j', (fields, wanted) => expect(rubricIn(fields as Record<string, string>)).toEqual(wanted));
});

describe('the steps of a debrief', () => {
  it('open one after the other, and what was announced is unsealed with the third', () => {
    expect([0, 1, 2, 3, 4].map(lastOpen)).toEqual([null, 'reactions', 'description', 'analysis', 'application']);
    expect([0, 1, 2, 3, 4].map(stepAfter)).toEqual(['reactions', 'description', 'analysis', 'application', null]);
    expect([isOpen('description', 1), isOpen('description', 2), isOpen('description', 4)]).toEqual([false, true, true]);
    expect([unseals('description', 1), unseals('analysis', 2), unseals('application', 0), unseals('application', 3)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('the layers of what happened', () => {
  it.each([
    ['all', 'clinic', 'public'],
    [['clinic', 'school'], 'clinic', 'mine'],
    [['shops', 'school'], 'clinic', 'opened'],
    [['shops', 'school'], '', 'opened'],
    ['facilitator', 'clinic', 'opened'],
  ] as const)('what %j knew is for the seat “%s” %s', (audience, role, layer) => expect(layerOf({ audience }, role)).toBe(layer));
});

describe('a hum beside stances', () => {
  it('stands beside where seats stood when it was over, in bands and counts, and without a name', () => {
    const log = new HandWritten().phase('prebrief');
    const { scenario } = log.played;
    const clause = scenario.clauses.find(({ tabled }) => tabled)!.key;
    const seats = scenario.roles.filter(({ chair }) => !chair).map(({ key }) => key);
    log.stands('support', clause, seats[0]!).stands('object', clause, seats[1]!);
    log.and({ type: 'hum-opened', id: 'h1', words: WORDS, options: ['yes', 'no'] });
    log.and({ type: 'hum-closed', id: 'h1', bands: { yes: 'strong', no: 'faint' } });
    log.stands('live-with', clause, seats[2]!);
    const [hum] = humsBesideStances(log.played);
    expect(hum!.bands).toEqual({ yes: 'strong', no: 'faint' });
    expect(hum!.clauses.find((one) => one.clause === clause)).toEqual({
      clause,
      stances: { support: 1, 'live-with': 0, 'stand-aside': 0, object: 1 },
      silent: seats.length - 2,
    });
    expect(seats.filter((seat) => JSON.stringify({ ...hum, clauses: hum!.clauses }).includes(`"${seat}"`))).toEqual([]);
  });
});
