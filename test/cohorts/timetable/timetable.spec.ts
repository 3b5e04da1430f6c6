import { courseOf, type Days, type ModuleTimes, waiting } from '../../../src/cohorts/timetable/timetable';

const ZONE = 'Africa/Nairobi';
const on = (day: string): ModuleTimes => ({ opens: 'on', opensOn: day, dueOn: null });
const after: ModuleTimes = { opens: 'after', opensOn: null, dueOn: null };
const days = (modules: Record<string, ModuleTimes>): Days => ({ ends: 'zone', modules });
const course = (...complete: string[]) => ({ order: ['one', 'two', 'three'], complete: new Set(complete) });
const at = (moment: string) => new Date(moment);
const NOON = at('2027-03-08T09:00:00Z');

describe('why a module is not open', () => {
  it.each<[string, Days | null, string, string[], Date, ReturnType<typeof waiting>]>([
    ['nothing was ever set', null, 'one', [], NOON, null],
    ['nothing is set for this one', days({ two: on('2027-03-09') }), 'one', [], NOON, null],
    ['the day is today', days({ one: on('2027-03-08') }), 'one', [], NOON, null],
    [
      'the last moment before its day',
      days({ one: on('2027-03-08') }),
      'one',
      [],
      at('2027-03-07T20:59:59.999Z'),
      { for: 'day', on: '2027-03-08' },
    ],
    ['the first moment of its day', days({ one: on('2027-03-08') }), 'one', [], at('2027-03-07T21:00:00.000Z'), null],
    ['the day is tomorrow', days({ one: on('2027-03-09') }), 'one', [], NOON, { for: 'day', on: '2027-03-09' }],
    ['a day, though it is complete', days({ one: on('2027-03-09') }), 'one', ['one'], NOON, { for: 'day', on: '2027-03-09' }],
    ['a day that was never said', days({ one: { opens: 'on', opensOn: null, dueOn: null } }), 'one', [], NOON, null],
    ['the module before is not complete', days({ two: after }), 'two', [], NOON, { for: 'module', module: 'one' }],
    ['the module before is complete', days({ two: after }), 'two', ['one'], NOON, null],
    ['another one is complete, not the one before', days({ three: after }), 'three', ['one'], NOON, { for: 'module', module: 'two' }],
    ['it is complete itself', days({ two: after }), 'two', ['two'], NOON, null],
    ['it waits for the one before and is the first', days({ one: after }), 'one', [], NOON, null],
    ['it is no longer in the programme', days({ gone: after }), 'gone', [], NOON, null],
    ['its name is a word of the language', days({}), 'constructor', [], NOON, null],
  ])('%s', (_, set, module, complete, now, expected) => {
    expect(waiting(set, module, course(...complete), ZONE, now)).toEqual(expected);
  });

  it('in the cohort’s zone: at UTC+14 a day begins 26 hours before it does at UTC−12', () => {
    const set = days({ one: on('2027-03-08') });
    const moment = at('2027-03-07T10:00:00Z');
    expect(waiting(set, 'one', course(), 'Pacific/Kiritimati', moment)).toBeNull();
    expect(waiting(set, 'one', course(), 'Etc/GMT+12', at('2027-03-08T11:59:59.999Z'))).not.toBeNull();
    expect(waiting(set, 'one', course(), 'Etc/GMT+12', at('2027-03-08T12:00:00Z'))).toBeNull();
  });
});

describe('the way through the modules', () => {
  const plan = {
    programme: 'p',
    modules: [
      { slug: 'one', steps: [{ key: 'a' }, { key: 'b' }] },
      { slug: 'two', steps: [{ key: 'a' }] },
    ],
  };

  it.each<[string, string[], string[]]>([
    ['nothing done', [], []],
    ['half a module', ['step:one/a'], []],
    ['every step of it', ['step:one/a', 'step:one/b'], ['one']],
    ['recorded as complete, though a step was added since', ['module:one', 'step:one/a'], ['one']],
    ['the programme', ['programme:p'], ['one', 'two']],
  ])('%s', (_, done, complete) => {
    expect(courseOf(plan, new Set(done))).toEqual({ order: ['one', 'two'], complete: new Set(complete) });
  });
});
