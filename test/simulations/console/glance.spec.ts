import { type Eyes, glances } from '../../../src/simulations/console/glance';
import { readersOf } from '../../../src/simulations/console/readers';
import type { TableView } from '../../../src/simulations/engine/table-view';

const seat = (role: string, holder: 'person' | 'script' | 'vacant', chair = false) =>
  ({ role, group: 'technical', chair, holder, standsIn: false, briefed: true, ready: false }) as const;
const said = (role: string, length: number) => ({ id: 's1', role, words: { phrase: 'x' }, length, phase: 2, at: 5 });
const did = (role: string, at: number) =>
  ({ number: 1, event: { type: 'queue-left', role, seq: 1, at, by: { seat: role }, audience: 'all' } }) as never;

const eyes = (kind: TableView['phase']['kind'] = 'round'): Eyes => ({
  seats: [seat('a', 'person'), seat('b', 'person'), seat('c', 'script'), seat('d', 'vacant'), seat('e', 'person', true)],
  statements: [said('a', 12), said('a', 30)],
  events: [did('a', 3), did('b', 4), did('a', 9)],
  phase: { key: kind, kind, number: 2, since: 0, deadline: null, round: 1, rounds: 3 },
  outcome: null,
});

describe('how seats take part, at a glance', () => {
  it('counts what each has said, and when it last did anything', () => {
    const [a, b] = glances(eyes());
    expect(a).toEqual({ role: 'a', statements: 2, words: 42, actedAt: 9, silent: false });
    expect(b).toEqual({ role: 'b', statements: 0, words: 0, actedAt: 4, silent: true });
  });

  it('calls nobody silent who has nothing to say: a script, an empty seat, the chair, or anybody before the talk', () => {
    const silent = (kind?: TableView['phase']['kind']) => glances(eyes(kind)).flatMap((one) => (one.silent ? [one.role] : []));
    expect([silent(), silent('prebrief'), silent('preparation')]).toEqual([['b'], [], []]);
  });

  it.each([
    ['a', ['a']],
    ['everybody', ['a', 'b', 'e']],
    ['silent', ['b']],
    ['c', []],
    ['d', []],
    ['nobody', []],
  ])('a word to %s reaches %j', (to, readers) => {
    expect(readersOf(to, eyes())).toEqual(readers);
  });
});
