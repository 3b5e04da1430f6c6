import fc from 'fast-check';
import type { RoleScript, SlotStructure, Terms } from '../../../src/content/scenario';
import {
  acceptable,
  best,
  combinations,
  combinationsOf,
  crossed,
  howMany,
  improves,
  joint,
  MOST_COMBINATIONS,
  pareto,
  scriptsOf,
  slotsOf,
  utility,
  worst,
  zone,
} from '../../../src/simulations/engine/values';
import { sampleScenario } from '../sample-scenario';

const scenario = sampleScenario();
const script = (key: string): RoleScript => scenario.roles.find((role) => role.key === key)!.script!;
const START: Terms = { authority: 'minister', duration: 'none', notice: 'secret', liability: 'operator' };
const MIDDLE: Terms = { authority: 'regulator', duration: 'h24', notice: 'before', liability: 'state' };

describe('what a text is worth', () => {
  it.each<[string, string, Terms, number]>([
    ['the sum of its options', 'ministry', START, 40 + 30 + 20 + 10],
    ['for another seat something else', 'rights', START, 0 + 0 + 0 + 4],
    ['an option that is not named is worth nothing', 'ministry', { duration: 'ban', notice: 'after' }, 14],
    ['and so is a slot', 'ministry', { weather: 'fair', notice: 'after' }, 14],
    ['a name that every object knows is nothing special', 'ministry', { constructor: 'name', authority: 'toString' }, 0],
    ['no text at all', 'ministry', {}, 0],
  ])('%s', (_, role, terms, worth) => expect(utility(script(role), terms)).toBe(worth));

  it('is at best and at worst what its slots are', () => {
    const texts = [...combinations(scenario)].map((terms) => utility(script('rights'), terms));
    expect(best(script('rights'), slotsOf(scenario))).toBe(Math.max(...texts));
    expect(worst(script('rights'), slotsOf(scenario))).toBe(Math.min(...texts));
    expect([Math.max(...texts), Math.min(...texts)]).toEqual([100, 4]);
  });

  it('adds up over all who negotiate', () => {
    expect(joint([script('ministry'), script('rights')], START)).toBe(104);
  });
});

describe('what a seat can accept', () => {
  const seat = { values: { a: { x: 50, y: 49 } }, reservation: 50, red: [{ slot: 'b', options: ['never', 'no'], objection: 'o' }] };

  it.each<[string, Terms, boolean, string[]]>([
    ['just what it has without the others', { a: 'x', b: 'yes' }, true, []],
    ['just less', { a: 'y', b: 'yes' }, false, []],
    ['enough, but over a red line', { a: 'x', b: 'no' }, false, ['o']],
    ['a text that leaves the red line out', { a: 'x' }, true, []],
  ])('%s', (_, terms, accepts, over) => {
    expect(acceptable(seat, terms)).toBe(accepts);
    expect(crossed(seat, terms).map(({ objection }) => objection)).toEqual(over);
  });
});

describe('all texts', () => {
  const slot = (key: string, count: number): SlotStructure => ({
    key,
    options: Array.from({ length: count }, (_, n) => `${key}${n}`),
    start: `${key}0`,
  });

  it('are each there once, in the order of the author', () => {
    const all = [...combinationsOf([slot('a', 2), slot('b', 3)])].map(({ a, b }) => `${a}${b}`);
    expect(all).toEqual(['a0b0', 'a0b1', 'a0b2', 'a1b0', 'a1b1', 'a1b2']);
  });

  it('are made of what is on the table from the beginning', () => {
    expect([...combinations(scenario)]).toHaveLength(72);
    const held = { ...scenario, clauses: scenario.clauses.map((clause) => ({ ...clause, tabled: clause.key === 'orders' })) };
    expect([...combinations(held)]).toHaveLength(12);
    expect([...combinations({ clauses: [] })]).toEqual([{}]);
  });

  it.each([
    [MOST_COMBINATIONS, [slot('a', 100), slot('b', 200)]],
    [MOST_COMBINATIONS + 1, [slot('a', 20_001)]],
  ])('%d are tried or refused before the first', (count, slots) => {
    expect(howMany(slots)).toBe(count);
    if (count > MOST_COMBINATIONS) expect(() => combinationsOf(slots)).toThrow(RangeError);
    else expect(combinationsOf(slots).next().value).toEqual({ a: 'a0', b: 'b0' });
  });
});

describe('where all can agree', () => {
  const found = zone(scenario);

  it('is a small part of what can be written, and holds what each of them can accept', () => {
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(72 / 4);
    expect(found).toContainEqual(MIDDLE);
    expect(found).not.toContainEqual(START);
    for (const terms of found) for (const one of scriptsOf(scenario)) expect(acceptable(one, terms)).toBe(true);
  });

  it('is empty when one of them wants more than any text gives', () => {
    const greedy = sampleScenario();
    greedy.roles[0]!.script!.reservation = 101;
    expect(zone(greedy)).toEqual([]);
  });

  it('grows to every text when nobody minds', () => {
    const meek = sampleScenario();
    for (const one of scriptsOf(meek)) Object.assign(one, { reservation: 0, red: [] });
    expect(zone(meek)).toHaveLength(72);
  });
});

describe('texts that nobody can better for free', () => {
  const two = [{ values: { t: { a: 1, b: 2, c: 2, d: 0, e: 2 } } }, { values: { t: { a: 5, b: 3, c: 4, d: 4, e: 4 } } }];
  const texts = ['a', 'b', 'c', 'd', 'e'].map((t) => ({ t }));

  it('are left when all are out that another improves, and equals stay together', () => {
    expect(pareto(two, texts)).toEqual([{ t: 'a' }, { t: 'c' }, { t: 'e' }]);
  });

  it.each([
    ['more for one, as much for the other', 'c', 'b', true],
    ['as much for both', 'c', 'e', false],
    ['more for one, less for the other', 'a', 'b', false],
    ['less', 'd', 'c', false],
  ])('%s', (_, better, other, improved) => expect(improves(two, { t: better }, { t: other })).toBe(improved));

  it('are the same by the definition, for any three seats', () => {
    const seat = fc.array(fc.nat(6), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(fc.tuple(seat, seat, seat), (worths) => {
        const scripts = worths.map((values) => ({ values: { t: Object.fromEntries(values.map((value, n) => [`o${n}`, value])) } }));
        const all = worths[0].map((_, n) => ({ t: `o${n}` }));
        const efficient = all.filter((one) => !all.some((other) => improves(scripts, other, one)));
        expect(pareto(scripts, all)).toEqual(efficient);
      }),
      { seed: 7282 },
    );
  });
});
