import { brought, given, extensionProblem, takenBack } from '../../../src/cohorts/allowances/extension';
import type { OwnDays } from '../../../src/cohorts/timetable/deadlines';
import { problemsOf } from '../../../src/cohorts/timetable/problems';
import type { Days, ModuleTimes } from '../../../src/cohorts/timetable/timetable';
import { shifted, usualDays } from '../../../src/cohorts/timetable/usual';

const span = { startsOn: '2027-03-01', endsOn: '2027-04-11' };
const shown = ({ modules }: Days) => Object.values(modules).map(({ opensOn, dueOn }) => `${opensOn} ${dueOn}`);

describe('usual days', () => {
  it.each<[string, string[], typeof span, string[]]>([
    ['three modules in six weeks', ['a', 'b', 'c'], span, ['2027-03-01 2027-03-14', '2027-03-15 2027-03-28', '2027-03-29 2027-04-11']],
    ['one module', ['a'], span, ['2027-03-01 2027-04-11']],
    ['two modules in five weeks', ['a', 'b'], { ...span, endsOn: '2027-04-04' }, ['2027-03-01 2027-03-14', '2027-03-15 2027-04-04']],
    ['a last week that is not whole', ['a', 'b'], { ...span, endsOn: '2027-03-10' }, ['2027-03-01 2027-03-07', '2027-03-08 2027-03-10']],
    ['more modules than weeks', ['a', 'b', 'c'], { ...span, endsOn: '2027-03-07' }, Array(3).fill('2027-03-01 2027-03-07') as string[]],
    ['one day', ['a', 'b'], { ...span, endsOn: '2027-03-01' }, Array(2).fill('2027-03-01 2027-03-01') as string[]],
    ['no module', [], span, []],
  ])('%s', (_, order, within, expected) => {
    const days = usualDays(order, within, 'aoe');
    expect([shown(days), days.ends]).toEqual([expected, 'aoe']);
    expect(Object.values(days.modules).flatMap((times) => problemsOf(times, within))).toEqual([]);
  });

  it('move with a cohort that is run again, over the end of a month and a change of clocks', () => {
    const before: Days = {
      ends: 'zone',
      modules: { a: { opens: 'on', opensOn: '2027-02-25', dueOn: '2027-03-27' }, b: { opens: 'after', opensOn: null, dueOn: null } },
    };
    expect(shifted(before, 7).modules).toEqual({ a: { opens: 'on', opensOn: '2027-03-04', dueOn: '2027-04-03' }, b: before.modules['b'] });
    expect(shifted(shifted(before, 365), -365)).toEqual(before);
  });
});

describe('what is wrong with days', () => {
  const times = (opens: ModuleTimes['opens'], opensOn: string | null, dueOn: string | null): ModuleTimes => ({ opens, opensOn, dueOn });
  it.each<[string, ModuleTimes, string[]]>([
    ['nothing set', times('start', null, null), []],
    ['the whole span', times('on', '2027-03-01', '2027-04-11'), []],
    ['due on the day it opens', times('on', '2027-03-05', '2027-03-05'), []],
    ['due the day before it opens', times('on', '2027-03-05', '2027-03-04'), ['due-first']],
    ['no day to open on', times('on', null, '2027-03-05'), ['opens-missing']],
    ['opens the day before the cohort', times('on', '2027-02-28', null), ['opens-outside']],
    ['opens the day after the cohort', times('on', '2027-04-12', null), ['opens-outside']],
    ['due the day after the cohort', times('start', null, '2027-04-12'), ['due-outside']],
    ['due before the cohort', times('start', null, '2027-02-28'), ['due-outside']],
    ['both outside', times('on', '2028-03-01', '2026-03-01'), ['opens-outside', 'due-outside']],
  ])('%s', (_, given, expected) => {
    expect(problemsOf(given, span).map(({ problem }) => problem)).toEqual(expected);
  });
});

describe('another deadline for one person', () => {
  const cohort = {
    endsOn: '2027-04-11',
    timetable: {
      ends: 'zone' as const,
      modules: {
        a: { opens: 'start' as const, opensOn: null, dueOn: '2027-03-14' },
        b: { opens: 'start' as const, opensOn: null, dueOn: '2027-03-28' },
      },
    },
  };
  it.each<[string, string, string, ReturnType<typeof extensionProblem>]>([
    ['a day later', 'a', '2027-03-15', null],
    ['the same day', 'a', '2027-03-14', 'not-later'],
    ['a day earlier', 'a', '2027-03-13', 'not-later'],
    ['all, later than one of them', '*', '2027-03-15', null],
    ['all, later than none', '*', '2027-03-14', 'not-later'],
    ['a module without a deadline', 'c', '2027-03-15', 'no-deadline'],
    ['a module that does not exist', 'zzz', '2027-03-15', 'no-deadline'],
    ['a year after the end', 'b', '2028-04-11', null],
    ['more than a year after the end', 'b', '2028-04-13', 'too-late'],
  ])('%s', (_, module, on, expected) => expect(extensionProblem(cohort, ['a', 'b', 'c'], module, on)).toBe(expected));

  it('takes the place of the one before, with its reason, and goes with it', () => {
    const first = given({ days: {}, reasons: {} }, 'a', '2027-03-20', 'Was ill.');
    const second = given(first, 'a', '2027-03-22', '');
    expect([first, second]).toEqual([
      { days: { a: '2027-03-20' }, reasons: { a: 'Was ill.' } },
      { days: { a: '2027-03-22' }, reasons: {} },
    ]);
    expect(takenBack(first, 'a')).toEqual({ days: {}, reasons: {} });
    expect(takenBack(first, 'b')).toEqual(first);
  });

  it.each<[string, OwnDays, OwnDays, OwnDays]>([
    ['of a module that is there too', { a: '2027-03-20' }, {}, { a: '2027-03-20' }],
    ['of a module that is not', { z: '2027-03-20' }, {}, {}],
    ['for all modules', { '*': '2027-03-20' }, {}, { '*': '2027-03-20' }],
    ['of a module that has one there, earlier or not', { a: '2027-03-25' }, { a: '2027-03-20' }, { a: '2027-03-20' }],
    ['beside one that is there', { a: '2027-03-25' }, { b: '2027-03-20' }, { a: '2027-03-25', b: '2027-03-20' }],
  ])('comes along to another cohort: %s', (_, elsewhere, there, expected) => {
    const because = (days: OwnDays, why: string) => ({ days, reasons: Object.fromEntries(Object.keys(days).map((name) => [name, why])) });
    const { days, reasons } = brought(because(elsewhere, 'elsewhere'), because(there, 'there'), ['a', 'b']);
    expect(days).toEqual(expected);
    for (const name of Object.keys(days)) expect(reasons[name]).toBe(Object.hasOwn(there, name) ? 'there' : 'elsewhere');
  });
});
