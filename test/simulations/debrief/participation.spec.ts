import fc from 'fast-check';
import { gini, participation } from '../../../src/simulations/debrief/participation';
import { HandWritten } from './log';

describe('how unevenly something is shared', () => {
  it.each<[string, number[], number | null]>([
    ['all have as many', [3, 3, 3, 3], 0],
    ['one of two has all', [0, 4], 50],
    ['one of four has all', [0, 0, 0, 7], 75],
    ['one of a hundred has all', [...Array.from({ length: 99 }, () => 0), 1], 99],
    ['1, 2 and 3', [1, 2, 3], 22],
    ['the order does not matter', [3, 1, 2], 22],
    ['one alone', [5], 0],
    ['nobody has anything', [0, 0], null],
    ['nobody is there', [], null],
  ])('%s', (_, shares, percent) => expect(gini(shares)).toBe(percent));

  it('stays between 0 and 100, and does not change when all have twice as many', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 12 }), (shares) => {
        const uneven = gini(shares);
        expect(gini(shares.map((share) => share * 2))).toBe(uneven);
        if (uneven !== null) expect(uneven >= 0 && uneven < 100).toBe(true);
      }),
      { seed: 7282 },
    );
  });
});

describe('who spoke', () => {
  it('counts the floor once, with its words and its time, and statements elsewhere as turns', () => {
    const log = new HandWritten()
      .phase('briefing', 'opening')
      .and({ type: 'floor-given', role: 'banks', until: null })
      .waits(58)
      .says('banks', 40)
      .and({ type: 'floor-ended', role: 'banks', reason: 'done' })
      .and({ type: 'floor-given', role: 'rights', until: null })
      .and({ type: 'floor-ended', role: 'rights', reason: 'time' })
      .says('ministry', 12)
      .says('ministry', 8)
      .says('chair', 300);
    const { seats, first } = participation(log.played);
    expect(seats.find(({ role }) => role === 'banks')).toMatchObject({ group: 'business', turns: 1, words: 40, seconds: 60 });
    expect(seats.find(({ role }) => role === 'rights')).toMatchObject({ turns: 1, words: 0, seconds: 1 });
    expect(seats.find(({ role }) => role === 'ministry')).toMatchObject({ turns: 2, words: 20, seconds: 0 });
    expect(seats.find(({ role }) => role === 'techcom')).toMatchObject({ turns: 0, first: null });
    expect(seats.map(({ role }) => role)).not.toContain('chair');
    expect(first).toEqual(['banks', 'rights', 'ministry']);
  });

  it('does not take a phase that ends for a turn that goes on', () => {
    const log = new HandWritten()
      .phase('opening')
      .and({ type: 'floor-given', role: 'banks', until: null })
      .phase('first-round')
      .says('banks');
    expect(participation(log.played).seats.find(({ role }) => role === 'banks')!.turns).toBe(2);
  });

  it('looks at groups beside seats, each by the size it has', () => {
    const log = new HandWritten().says('operators').says('banks').says('ministry').says('ministry').says('techcom');
    const { groups, spoke, unevenness, quietest } = participation(log.played);
    expect(groups).toEqual([
      { group: 'government', seats: 1, turns: 2, words: 20, share: 40 },
      { group: 'business', seats: 2, turns: 2, words: 20, share: 40 },
      { group: 'civil-society', seats: 2, turns: 0, words: 0, share: 0 },
      { group: 'technical', seats: 1, turns: 1, words: 10, share: 20 },
    ]);
    expect(spoke).toEqual({ seats: 4, of: 6, percent: 66 });
    expect(unevenness).toEqual({ turns: 43, words: 43 });
    expect(quietest).toEqual({ group: 'civil-society', beside: 'government', percent: 0 });
  });

  it('compares the quietest group with the loudest by turns for each seat', () => {
    const log = new HandWritten()
      .says('ministry')
      .says('ministry')
      .says('techcom')
      .says('techcom')
      .says('operators')
      .says('rights')
      .says('rights');
    expect(participation(log.played).quietest).toEqual({ group: 'business', beside: 'technical', percent: 25 });
  });

  it('leaves empty seats out, and has nothing to say when nobody spoke', () => {
    const log = new HandWritten().and({ type: 'seat-taken', role: 'banks', holder: { kind: 'vacant' } });
    expect(participation(log.played)).toMatchObject({
      spoke: { seats: 0, of: 5, percent: 0 },
      unevenness: { turns: null, words: null },
      quietest: null,
      first: [],
    });
  });
});
