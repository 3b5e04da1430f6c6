import type { Terms } from '../../../src/content/scenario';
import { valueChart } from '../../../src/simulations/debrief/value-chart';
import { combinations, improves, joint, scriptsOf, utility, zone } from '../../../src/simulations/engine/values';
import { sampleScenario, withRole } from '../sample-scenario';
import { HandWritten } from './log';

const scenario = sampleScenario();
const scripts = scriptsOf(scenario);
const zoneTexts = zone(scenario);
const script = (role: string) => scenario.roles.find(({ key }) => key === role)!.script!;

/** A table that ends with these terms. */
function ended(outcome: 'agreement' | 'no-agreement', terms: Terms, given = scenario): HandWritten {
  const written = new HandWritten(given).phase('first-round');
  for (const { key, slots } of given.clauses)
    written.revises(key, Object.fromEntries(slots.map((slot) => [slot.key, terms[slot.key]!])), 'x');
  return written.ends(outcome);
}
const chart = (...given: Parameters<typeof ended>) => valueChart(ended(...given).played);

const best = zoneTexts.reduce((most, terms) => (joint(scripts, terms) > joint(scripts, most) ? terms : most));
const START: Terms = { authority: 'minister', duration: 'none', notice: 'secret', liability: 'operator' };

describe('what everybody had of it', () => {
  it('lays the end beside the start, the walk-away and what could have been', () => {
    const { roles, agreed, zone: size } = chart('agreement', best);
    expect(agreed).toBe(true);
    expect(size).toEqual({ texts: zoneTexts.length, of: 72 });
    expect(roles.map(({ role }) => role)).toEqual(['ministry', 'operators', 'banks', 'rights', 'techcom', 'hospitals']);
    expect(roles[0]).toMatchObject({
      ...{ group: 'government', start: 100, final: utility(script('ministry'), best), got: utility(script('ministry'), best) },
      ...{ reservation: 40, aspiration: 85, best: utility(script('ministry'), best), most: 100, crossed: [], result: 'agreed-above' },
    });
  });

  it('leaves nothing on the table with a text that nobody can better for free', () => {
    expect(chart('agreement', best)).toMatchObject({ left: 0, better: null, below: 0, best });
  });

  it('names the text that would have been better for some and worse for nobody', () => {
    // Now that the ministry does not mind who is liable, everybody is at least as well off with the state.
    const { values, ...rest } = script('ministry');
    const easy = withRole(scenario, 'ministry', { script: { ...rest, values: { ...values, liability: { operator: 10, state: 10 } } } });
    const poor = zone(easy).find(({ liability }) => liability === 'operator')!;
    const { left, better, pareto, roles } = chart('agreement', poor, easy);
    expect(improves(scriptsOf(easy), better!, poor)).toBe(true);
    expect(left).toBe(joint(scriptsOf(easy), better!) - joint(scriptsOf(easy), poor));
    expect(left).toBeGreaterThan(0);
    expect(pareto).toContainEqual(better);
    expect(pareto).not.toContainEqual(poor);
    expect(roles.every((role) => role.better! >= role.got)).toBe(true);
  });

  it('says who agreed to less than it has without the others, or over a red line', () => {
    const { below, roles, joint: sums } = chart('agreement', START);
    expect(roles.filter(({ result }) => result === 'agreed-below').map(({ role }) => role)).toEqual([
      'operators',
      'banks',
      'rights',
      'techcom',
      'hospitals',
    ]);
    expect(below).toBe(5);
    expect(roles.find(({ role }) => role === 'rights')!.crossed).toEqual(['notice']);
    expect(sums).toEqual({ start: joint(scripts, START), final: joint(scripts, START), best: joint(scripts, best) });
  });

  it('counts what each has anyway when nothing was agreed to, and what all could have had', () => {
    const { roles, left, better, below, agreed } = chart('no-agreement', START);
    expect(agreed).toBe(false);
    expect(roles.map(({ got, reservation }) => got - reservation)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(roles.map(({ result }) => result)).toEqual(['worse-without', ...Array.from({ length: 5 }, () => 'better-without')]);
    expect(better).toEqual(best);
    expect(left).toBe(joint(scripts, best) - scripts.reduce((sum, { reservation }) => sum + reservation, 0));
    expect(below).toBe(0);
  });

  it('has no better text where there is no agreement to be had', () => {
    const greedy = withRole(scenario, 'ministry', { script: { ...script('ministry'), reservation: 101 } });
    expect(chart('no-agreement', START, greedy)).toMatchObject({
      zone: { texts: 0, of: 72 },
      pareto: [],
      best: null,
      better: null,
      left: 0,
      joint: { best: null },
    });
  });

  it('is of those who sat at the table, and of what was on it', () => {
    const absent = ended('no-agreement', START).and({ type: 'seat-taken', role: 'ministry', holder: { kind: 'vacant' } });
    const others = scripts.filter((one) => one !== script('ministry'));
    const { roles, zone: size } = valueChart(absent.played);
    expect(roles.map(({ role }) => role)).not.toContain('ministry');
    const fits = [...combinations(scenario)].filter((terms) =>
      others.every(
        (one) => utility(one, terms) >= one.reservation && one.red.every(({ slot, options }) => !options.includes(terms[slot]!)),
      ),
    );
    expect(size).toEqual({ texts: fits.length, of: 72 });

    const held = { ...scenario, clauses: scenario.clauses.map((clause) => ({ ...clause, tabled: clause.key === 'orders' })) };
    expect(valueChart(new HandWritten(held).phase('first-round').played)).toMatchObject({ zone: { of: 12 }, agreed: false });
  });

  it('does not try more texts than can be tried', () => {
    const long = Array.from({ length: 20_000 }, (_, n) => `option-${n}`);
    const [orders, safeguards] = scenario.clauses;
    const large = {
      ...scenario,
      clauses: [orders!, { ...safeguards!, slots: [{ key: 'notice', options: ['secret', ...long], start: 'secret' }] }],
    };
    expect(valueChart(new HandWritten(large).phase('first-round').played)).toMatchObject({
      zone: null,
      best: null,
      better: null,
      pareto: [],
      left: 0,
    });
  });

  it('does not compare more texts than a page has time for', () => {
    const easy = sampleScenario();
    for (const one of scriptsOf(easy)) Object.assign(one, { reservation: 0, red: [], values: {} });
    const [orders, safeguards] = easy.clauses;
    const withOptions = (count: number) => {
      const slot = { key: 'notice', options: Array.from({ length: count }, (_, n) => `option-${n}`), start: 'option-0' };
      const clauses = [
        { ...orders!, slots: [] },
        { ...safeguards!, slots: [slot] },
      ];
      return valueChart(new HandWritten({ ...easy, clauses }).phase('first-round').played);
    };
    expect(withOptions(1_000).pareto).toHaveLength(1_000);
    expect(withOptions(1_001)).toMatchObject({ pareto: [], zone: { texts: 1_001, of: 1_001 } });
  });
});
