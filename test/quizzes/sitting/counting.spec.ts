import { type Counted, finalShare, percentOf, reachesMark, waitsFor } from '../../../src/quizzes/sitting/counting';

const at = (minutes: number) => new Date(Date.UTC(2026, 8, 1, 14, minutes));
const handedIn = (share: number | null, minutes = 0): Counted => ({ handedInAt: at(minutes), abandonedAt: null, share });
const abandoned = (minutes = 0): Counted => ({ handedInAt: null, abandonedAt: at(minutes), share: null });
const open: Counted = { handedInAt: null, abandonedAt: null, share: null };

describe('the grade that counts', () => {
  const tries = [handedIn(0.5), abandoned(), handedIn(0.9), handedIn(0.7), open];
  it.each([
    ['highest', 0.9],
    ['average', 0.7],
    ['first', 0.5],
    ['last', 0.7],
  ] as const)('%s', (counting, share) => expect(finalShare(counting, tries)).toBeCloseTo(share, 12));

  it.each(['highest', 'average', 'first', 'last'] as const)('is none before something is handed in: %s', (counting) => {
    expect(finalShare(counting, [])).toBeNull();
    expect(finalShare(counting, [abandoned(), open])).toBeNull();
  });

  it('waits for whoever marks the try that counts, and for no other', () => {
    const waiting = [handedIn(null), handedIn(0.4)];
    expect([finalShare('first', waiting), finalShare('last', waiting)]).toEqual([null, 0.4]);
    expect([finalShare('highest', waiting), finalShare('average', waiting)]).toEqual([0.4, 0.4]);
    expect(finalShare('highest', [handedIn(null)])).toBeNull();
  });

  it('reaches the mark at the mark, not below; nothing reaches it while it waits', () => {
    expect(reachesMark(finalShare('average', [handedIn(2 / 3), handedIn(1 / 3), handedIn(1.1)])!, 70)).toBe(true);
    expect([reachesMark(0.7, 70), reachesMark(0.6999, 70), reachesMark(null, 1)]).toEqual([true, false, false]);
    expect([percentOf(0.7), percentOf(0.6999), percentOf(0.29), percentOf(-0.25)]).toEqual([70, 69, 29, -25]);
  });
});

describe('another try', () => {
  const rules = { tries: 3, delays: { second: 60, later: 10 } };
  it.each<[string, typeof rules | { tries: null; delays: typeof rules.delays }, Counted[], number, ReturnType<typeof waitsFor>]>([
    ['begins, when it is the first', rules, [], 0, null],
    ['waits an hour after the first', rules, [handedIn(0.2, 0)], 59, { why: 'delay', until: at(60) }],
    ['begins when the hour is over', rules, [handedIn(0.2, 0)], 60, null],
    ['waits ten minutes after a later one', rules, [handedIn(0), handedIn(0, 100)], 109, { why: 'delay', until: at(110) }],
    ['waits after one that was never handed in, too', rules, [abandoned(5)], 10, { why: 'delay', until: at(65) }],
    [
      'never begins when all are used, those included that were never handed in',
      rules,
      [handedIn(0), abandoned(), handedIn(0)],
      1e6,
      { why: 'tries', used: 3, most: 3 },
    ],
    ['always begins where as many as one likes are free', { ...rules, tries: null }, Array<Counted>(50).fill(handedIn(0)), 1e6, null],
  ])('%s', (_, settings, tries, minutes, waits) => expect(waitsFor(settings, tries, at(minutes))).toEqual(waits));
});
