import { effects, unrecorded } from '../../../src/cohorts/adoption/effects';
import { newsOf } from '../../../src/cohorts/adoption/news';
import type { Plan } from '../../../src/progress/standing';

const plan = (modules: Record<string, string[]>): Plan => ({
  programme: 'p',
  modules: Object.entries(modules).map(([slug, steps]) => ({ slug, steps: steps.map((key) => ({ key })) })),
});
const ledger = (...subjects: string[]) => subjects.map((subject) => ({ subject, at: new Date(0) }));

const OLD = plan({ one: ['a', 'b'], two: ['c'] });
const [DONE, HALF, FIRST] = [
  ledger('step:one/a', 'step:one/b', 'module:one', 'step:two/c', 'module:two', 'programme:p'),
  ledger('step:one/a'),
  ledger('step:one/a', 'step:one/b', 'module:one'),
];

describe('what newer versions do to people', () => {
  it.each<[string, Plan, object]>([
    ['a step more in a module', plan({ one: ['a', 'b', 'x'], two: ['c'] }), { finished: 1, finishing: 0, more: 1 }],
    ['a step less', plan({ one: ['a'], two: ['c'] }), { finished: 1, finishing: 0, more: 0 }],
    ['a module less', plan({ one: ['a', 'b'] }), { finished: 1, finishing: 1, more: 0 }],
    ['a module more', plan({ one: ['a', 'b'], two: ['c'], three: ['d'] }), { finished: 1, finishing: 0, more: 2 }],
    ['the same steps', OLD, { finished: 1, finishing: 0, more: 0 }],
  ])('%s', (_, now, expected) => {
    const { modules, ...found } = effects(OLD, now, [DONE, HALF, FIRST]);
    expect(found).toEqual(expected);
    expect([...modules]).toEqual([
      ['one', 2],
      ['two', 1],
    ]);
  });

  it('is nothing in a cohort without people', () => {
    expect(effects(OLD, OLD, [])).toEqual({ finished: 0, modules: new Map(), finishing: 0, more: 0 });
  });
});

describe('what is still to be recorded', () => {
  it.each<[string, Plan, ReturnType<typeof ledger>, string[]]>([
    ['nothing for whoever has finished', OLD, DONE, []],
    ['nothing for whoever is on the way', OLD, HALF, []],
    ['a module whose missing step is gone', plan({ one: ['a'], two: ['c'] }), HALF, ['module:one']],
    ['all of it, when all that is left is done', plan({ one: ['a'] }), HALF, ['module:one', 'programme:p']],
    ['not a module again', plan({ one: ['a', 'b'] }), FIRST, ['programme:p']],
  ])('%s', (_, now, done, expected) => expect(unrecorded(now, done)).toEqual(expected));
});

describe('what somebody is told of new steps', () => {
  const day = (days: number) => new Date(days * 86_400_000);
  const adopted = { adoptedAt: day(10), added: ['one/x', 'one/y'] };
  it.each<[string, Parameters<typeof newsOf>, number | null]>([
    ['both, on the day itself', [adopted, new Set(), day(1), day(10)], 2],
    ['both, with one done', [adopted, new Set(['step:one/x']), day(1), day(11)], 2],
    ['nothing, with both done', [adopted, new Set(['step:one/x', 'step:one/y']), day(1), day(11)], null],
    ['both, on the last day of four weeks', [adopted, new Set(), day(1), day(37.9)], 2],
    ['nothing after four weeks', [adopted, new Set(), day(1), day(38)], null],
    ['nothing for whoever joined later', [adopted, new Set(), day(11), day(12)], null],
    ['nothing when no step came', [{ ...adopted, added: [] }, new Set(), day(1), day(11)], null],
    ['nothing when nothing was adopted', [{ adoptedAt: null, added: [] }, new Set(), day(1), day(11)], null],
    ['nothing without a decision', [null, new Set(), day(1), day(11)], null],
  ])('%s', (_, given, expected) => expect(newsOf(...given)?.steps ?? null).toBe(expected));
});
