/** What texts are worth to those who negotiate them: by their scripts, in whole numbers of each one's own scale. */
import type { RoleScript, ScenarioStructure, SlotStructure, Terms } from '../../content/scenario';

/** More texts than that are not tried one by one. */
export const MOST_COMBINATIONS = 20_000;

type Values = Pick<RoleScript, 'values'>;
type Bottom = Pick<RoleScript, 'values' | 'reservation' | 'red'>;

/** An option that the script does not name is worth nothing. */
export function worth({ values }: Values, slot: string, option: string): number {
  const options = Object.hasOwn(values, slot) ? values[slot]! : {};
  return Object.hasOwn(options, option) ? options[option]! : 0;
}

export function utility(script: Values, terms: Terms): number {
  return Object.entries(terms).reduce((sum, [slot, option]) => sum + worth(script, slot, option), 0);
}

/** Of all texts that can be made with these slots. */
export function best(script: Values, slots: readonly SlotStructure[]): number {
  return slots.reduce((sum, { key, options }) => sum + Math.max(...options.map((option) => worth(script, key, option))), 0);
}

export function worst(script: Values, slots: readonly SlotStructure[]): number {
  return slots.reduce((sum, { key, options }) => sum + Math.min(...options.map((option) => worth(script, key, option))), 0);
}

export function joint(scripts: readonly Values[], terms: Terms): number {
  return scripts.reduce((sum, script) => sum + utility(script, terms), 0);
}

export function crossed<S extends Pick<RoleScript, 'red'>>({ red }: S, terms: Terms): RoleScript['red'] {
  return red.filter(({ slot, options }) => Object.hasOwn(terms, slot) && options.includes(terms[slot]!));
}

/** No worse than having no agreement, and nothing in it that it will never accept. */
export function acceptable(script: Bottom, terms: Terms): boolean {
  return utility(script, terms) >= script.reservation && crossed(script, terms).length === 0;
}

/** Of the clauses on the table from the beginning, in the author's order. */
export function slotsOf({ clauses }: Pick<ScenarioStructure, 'clauses'>): SlotStructure[] {
  return clauses.filter(({ tabled }) => tabled).flatMap(({ slots }) => slots);
}

export function howMany(slots: readonly SlotStructure[]): number {
  return slots.reduce((product, { options }) => product * options.length, 1);
}

/** Every text that can be made, the last slot changing first. Refuses with a RangeError when there are too many. */
export function combinations({ clauses }: Pick<ScenarioStructure, 'clauses'>): Generator<Terms> {
  return combinationsOf(slotsOf({ clauses }));
}

export function combinationsOf(slots: readonly SlotStructure[]): Generator<Terms> {
  if (howMany(slots) > MOST_COMBINATIONS) throw new RangeError(`${howMany(slots)} texts are more than ${MOST_COMBINATIONS}`);
  return choose(slots);
}

function* choose([slot, ...rest]: readonly SlotStructure[], chosen: Terms = {}): Generator<Terms> {
  if (!slot) return yield chosen;
  for (const option of slot.options) yield* choose(rest, { ...chosen, [slot.key]: option });
}

export function scriptsOf({ roles }: Pick<ScenarioStructure, 'roles'>): RoleScript[] {
  return roles.flatMap(({ script }) => script ?? []);
}

/** The texts that everybody with a script can accept. */
export function zone(scenario: Pick<ScenarioStructure, 'clauses' | 'roles'>): Terms[] {
  return acceptableTo(scriptsOf(scenario), combinations(scenario));
}

export function acceptableTo(scripts: readonly Bottom[], texts: Iterable<Terms>): Terms[] {
  const all: Terms[] = [];
  for (const terms of texts) if (scripts.every((script) => acceptable(script, terms))) all.push(terms);
  return all;
}

/** Whether a text is better for somebody than another and worse for nobody. */
export function improves(scripts: readonly Values[], better: Terms, other: Terms): boolean {
  return dominates(worths(scripts, better), worths(scripts, other));
}

/** Those of the texts that none of them improves: from here on somebody has to lose for another to gain. In the order in which they came. */
export function pareto(scripts: readonly Values[], texts: readonly Terms[]): Terms[] {
  const valued = texts.map((terms) => ({ terms, values: worths(scripts, terms), joint: joint(scripts, terms) }));
  // What improves a text has a larger sum, and so comes before it here; and what is improved needs no comparing.
  const front: typeof valued = [];
  for (const one of [...valued].sort((a, b) => b.joint - a.joint))
    if (!front.some((other) => dominates(other.values, one.values))) front.push(one);
  const kept = new Set(front.map(({ terms }) => terms));
  return texts.filter((terms) => kept.has(terms));
}

function worths(scripts: readonly Values[], terms: Terms): number[] {
  return scripts.map((script) => utility(script, terms));
}

function dominates(better: readonly number[], other: readonly number[]): boolean {
  return better.every((value, at) => value >= other[at]!) && better.some((value, at) => value > other[at]!);
}
