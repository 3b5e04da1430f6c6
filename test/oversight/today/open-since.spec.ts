import type { Days, ModuleTimes } from '../../../src/cohorts/timetable/timetable';
import type { Step } from '../../../src/modules/learning-module';
import { type HandedOut, openSince } from '../../../src/oversight/today/open-since';

const NOW = new Date('2027-03-10T09:00:00Z');
const START = '2027-02-28T21:00:00Z'; // the first moment of 1 March in Nairobi
const at = (day: string) => new Date(`${day}T09:00:00Z`);

const steps = (kinds: string) =>
  [...kinds].map((kind) => ({ key: kind, kind: { l: 'lesson', q: 'quiz', a: 'assignment' }[kind] }) as unknown as Step);
const MODULES = [
  { slug: 'one', steps: steps('lq') },
  { slug: 'two', steps: steps('la') },
];
const plan = { programme: 'both', modules: MODULES };
const on = (day: string): ModuleTimes => ({ opens: 'on', opensOn: day, dueOn: null });
const after: ModuleTimes = { opens: 'after', opensOn: null, dueOn: null };
const work = (more: Partial<HandedOut>): HandedOut => ({ module: 'two', step: 'a', waits: true, answeredAt: null, ...more });

describe('since when somebody has had something to do', () => {
  it.each<[string, Days['modules'], string[], HandedOut[], string | null]>([
    ['without a timetable: since the start', {}, [], [], START],
    ['everything is done', {}, ['one/l', 'one/q', 'two/l', 'two/a'], [], null],
    ['the first module opens later', { one: on('2027-03-15'), two: after }, [], [], null],
    ['the first module opened on a day, with its first moment', { one: on('2027-03-08'), two: after }, [], [], '2027-03-07T21:00:00Z'],
    ['both opened on a day: the earlier one counts', { one: on('2027-03-08'), two: on('2027-03-03') }, [], [], '2027-03-02T21:00:00Z'],
    ['what was open first is done', { one: on('2027-03-08'), two: on('2027-03-03') }, ['two/l', 'two/a'], [], '2027-03-07T21:00:00Z'],
    ['everything open is done, and the rest opens on a day', { two: on('2027-03-15') }, ['one/l', 'one/q'], [], null],
    ['everything open is done, and the rest has opened', { two: on('2027-03-09') }, ['one/l', 'one/q'], [], '2027-03-08T21:00:00Z'],
    ['a module opened after the one before was complete', { two: after }, ['one/l', 'one/q'], [], '2027-03-05T09:00:00Z'],
    ['a module that waits for the one before', { one: on('2027-03-15'), two: after }, ['two/l'], [], null],
    ['the work waits for its reviewers', {}, ['one/l', 'one/q', 'two/l'], [work({})], null],
    ['the work waits, and something else is open', {}, ['one/l', 'two/l'], [work({})], START],
    ['the work came back', {}, ['one/l', 'one/q', 'two/l'], [work({ waits: false, answeredAt: at('2027-03-08') })], '2027-03-08T09:00:00Z'],
    ['the work came back and is handed in again', {}, ['one/l', 'one/q', 'two/l'], [work({ answeredAt: at('2027-03-08') })], null],
  ])('%s', (_, modules, done, works, since) => {
    const schedule = {
      plan,
      modules: MODULES,
      timetable: { ends: 'zone' as const, modules },
      startsOn: '2027-03-01',
      zone: 'Africa/Nairobi',
    };
    const ledger = done.map((step) => ({ subject: `step:${step}`, at: at('2027-03-05') }));
    expect(openSince(schedule, ledger, works, NOW)).toEqual(since === null ? null : new Date(since));
  });
});
