import { PRESETS } from '../../../src/content/quiz-settings';
import { added, moved, presetOf, presetSettings } from '../../../src/quizzes/papers/paper';
import { windowOf, windowState } from '../../../src/quizzes/papers/quiz-days';
import { resultsOf, type Try } from '../../../src/quizzes/papers/results';
import { told } from '../../../src/quizzes/papers/told';
import { question } from './ten-questions';

const items = ['a', 'b', 'c'].map((questionId) => ({ questionId, points: 1 }));
const order = (all: typeof items) => all.map(({ questionId }) => questionId).join('');

describe('the order of questions', () => {
  it.each<[string, string, -1 | 1, string]>([
    ['up', 'b', -1, 'bac'],
    ['down', 'b', 1, 'acb'],
    ['up from the first', 'a', -1, 'abc'],
    ['down from the last', 'c', 1, 'abc'],
    ['what is not there', 'x', 1, 'abc'],
  ])('%s', (_, which, by, after) => expect(order(moved(items, which, by))).toBe(after));

  it('each question is added once', () => {
    const { structure } = question('ICANN');
    expect(order(added(items, [{ id: 'b', structure }, { id: 'd', structure }]))).toBe('abcd'); // prettier-ignore
  });
});

describe('presets', () => {
  it('are known again, also after the database has put their keys in another order', () => {
    for (const name of ['practice', 'final'] as const) {
      const settings = presetSettings(name);
      const turned = Object.fromEntries(Object.entries(settings).reverse());
      expect([presetOf({ settings }), presetOf({ settings: turned }), presetOf({ settings: { ...settings, bands: [50, 0] } })]).toEqual([
        name,
        name,
        name,
      ]);
    }
    expect(presetOf({ settings: { ...presetSettings('final'), tries: 3 } })).toBeNull();
  });

  it('are told in sentences', () => {
    const final = told({ settings: PRESETS.final, minutes: null, passMark: 70 }, 10).map(({ key }) => key.replace('papers.told.', ''));
    expect(final).toEqual([
      'questions',
      'behaviour.deferred',
      'no-limit',
      'tries.highest',
      'wait-second',
      'shuffle.both',
      'marks.immediately',
      'right-answers.closed',
      'pass',
    ]);
  });
});

describe('the days of a quiz', () => {
  const window = windowOf({ opensOn: '2027-03-10', closesOn: '2027-03-12' }, 'Africa/Nairobi');

  it.each([
    ['2027-03-09T20:59:59Z', 'coming'],
    ['2027-03-09T21:00:00Z', 'open'],
    ['2027-03-12T20:59:59Z', 'open'],
    ['2027-03-12T21:00:00Z', 'closed'],
  ])('at %s it is %s', (at, state) => expect(windowState(window, new Date(at))).toBe(state));

  it('without days it is always open', () =>
    expect(windowState(windowOf({ opensOn: null, closesOn: null }, 'UTC'), new Date(0))).toBe('open'));
});

describe('results', () => {
  const one = (number: number, points: number | null, handedIn = true): Try => ({
    enrolmentId: 'e',
    name: 'Wanjiku',
    attemptId: String(number),
    slug: 'c-1',
    number,
    handedInAt: handedIn ? new Date(number) : null,
    abandonedAt: null,
    share: points === null ? null : points / 300,
    versionId: 'v',
  });
  const tries = [one(1, 100), one(2, 300), one(3, 200), one(4, null, false)];

  it.each([
    ['highest', 100],
    ['average', 66],
    ['first', 33],
    ['last', 66],
  ] as const)('of several tries the %s counts', (counting, percent) => {
    expect(resultsOf(tries, counting)).toEqual([{ enrolmentId: 'e', name: 'Wanjiku', tries: 3, open: true, percent, waits: false }]);
  });

  it('what waits to be marked is no result yet', () => {
    expect(resultsOf([one(1, null)], 'highest')).toMatchObject([{ tries: 1, percent: null, waits: true, open: false }]);
  });
});
