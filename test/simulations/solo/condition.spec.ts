import type { Condition, Stance } from '../../../src/content/scenario';
import { type Facts, factsOf, holds, pathsIn } from '../../../src/simulations/solo/condition';
import type { TableView } from '../../../src/simulations/engine/table-view';

const known: Record<string, string | number> = { 'slot.authority': 'court', 'count.orders.object': 2, round: 0 };
const facts: Facts = (path) => known[path] ?? null;
const is = (path: string, op: Extract<Condition, { path: string }>['op'], value: string | number | string[]): Condition => ({
  path,
  op,
  value,
});
const [yes, no] = [is('round', 'eq', 0), is('round', 'eq', 1)];

describe('a condition', () => {
  it.each<[string, Condition, boolean]>([
    ['equal words', is('slot.authority', 'eq', 'court'), true],
    ['other words', is('slot.authority', 'eq', 'minister'), false],
    ['not these words', is('slot.authority', 'ne', 'minister'), true],
    ['one of several', is('slot.authority', 'in', ['minister', 'court']), true],
    ['none of several', is('slot.authority', 'in', ['minister']), false],
    ['a number among words', is('round', 'in', ['0', '1']), true],
    ['one of a single word', is('slot.authority', 'in', 'court'), false],
    ['a number is not its digits', is('round', 'eq', '0'), false],
    ['less', is('count.orders.object', 'lt', 3), true],
    ['not less than itself', is('count.orders.object', 'lt', 2), false],
    ['at most', is('count.orders.object', 'lte', 2), true],
    ['more', is('count.orders.object', 'gt', 1), true],
    ['not more than itself', is('count.orders.object', 'gt', 2), false],
    ['at least', is('count.orders.object', 'gte', 2), true],
    ['words are not more or less', is('slot.authority', 'gt', 1), false],
    ['nothing equals nothing', is('slot.nowhere', 'eq', 'court'), false],
    ['nothing is not something else either', is('slot.nowhere', 'ne', 'court'), false],
    ['nothing is among none', is('slot.nowhere', 'in', []), false],
    ['all of none', { all: [] }, true],
    ['all', { all: [yes, yes] }, true],
    ['all but one', { all: [yes, no] }, false],
    ['any of none', { any: [] }, false],
    ['any', { any: [no, yes] }, true],
    ['not', { not: no }, true],
    ['not what is not there', { not: is('slot.nowhere', 'eq', 'court') }, true],
    ['one in the other', { any: [no, { all: [yes, { not: { any: [no, no] } }] }] }, true],
  ])('%s', (_, condition, expected) => {
    expect(holds(condition, facts)).toBe(expected);
  });

  it('says which paths it follows', () => {
    expect(pathsIn({ any: [no, { all: [is('utility', 'lt', 3), { not: is('said.x', 'gt', 0) }] }] })).toEqual([
      'round',
      'utility',
      'said.x',
    ]);
  });
});

describe('what a seat can see', () => {
  const sight = {
    phase: { kind: 'round', round: 2 },
    mine: { role: 'rights' },
    text: { authority: 'court' },
    clauses: [
      {
        key: 'orders',
        revision: 3,
        stances: [
          { role: 'ministry', stance: 'object' satisfies Stance },
          { role: 'rights', stance: null },
        ],
      },
    ],
    objections: [
      { written: 'no-ban', state: 'withdrawn' },
      { written: null, state: 'open' },
      { written: 'no-ban', state: 'open' },
    ],
    statements: [
      { words: { key: 'say.hello' } },
      { words: { key: 'statements.hello' } },
      { words: { ref: 'hello' } },
      { words: { key: 'hello' } },
    ],
    messages: [
      { from: 'ministry', words: { key: 'say.psst' } },
      { from: 'rights', words: { key: 'say.psst' } },
    ],
    injects: [{ key: 'leak' }],
  } as unknown as TableView;

  it.each<[string, string | number | null]>([
    ['slot.authority', 'court'],
    ['slot.duration', null],
    ['slot.constructor', null],
    ['slot', null],
    ['revision.orders', 3],
    ['revision.other', null],
    ['stance.orders.ministry', 'object'],
    ['stance.orders.rights', 'none'],
    ['stance.orders.nobody', 'none'],
    ['stance.other.rights', null],
    ['stance.orders', null],
    ['count.orders.object', 1],
    ['count.orders.support', 0],
    ['objection.no-ban', 'open'],
    ['objection.other', 'none'],
    ['phase', 'round'],
    ['phase.kind', null],
    ['round', 2],
    ['utility', 38],
    ['threshold', 45],
    ['utility.mine', null],
    ['said.hello', 2],
    ['said.goodbye', 0],
    ['received.psst', 1],
    ['inject.leak', 1],
    ['inject.other', 0],
    ['constructor', null],
    ['toString', null],
    ['', null],
  ])('%s', (path, expected) => {
    expect(factsOf(sight, { utility: 38, threshold: 45 })(path)).toBe(expected);
  });

  it('knows no utility when it belongs to nobody', () => {
    expect(['utility', 'threshold'].map(factsOf(sight))).toEqual([null, null]);
  });
});
