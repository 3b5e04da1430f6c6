/** Everything in a scenario that something else in it can name. */
import type { ScenarioStructure, SlotStructure } from '../../../content/scenario';

export interface Names {
  roles: string[];
  /** Roles that take a side: all but the chair. */
  parties: string[];
  clauses: string[];
  slots: string[];
  /** As `slot.option`. */
  options: string[];
  phases: string[];
  injects: string[];
  objections: string[];
  /** What can have been said: statements, and the words of scripts. */
  heard: string[];
}

export const optionName = (slot: string, option: string) => `${slot}.${option}`;

export function namesOf({ roles, clauses, phases, injects, objections, statements }: ScenarioStructure): Names {
  const slots = clauses.flatMap((clause) => clause.slots);
  return {
    roles: keysOf(roles),
    parties: keysOf(roles.filter(({ chair }) => !chair)),
    clauses: keysOf(clauses),
    slots: keysOf(slots),
    options: slots.flatMap(({ key, options }) => options.map((option) => optionName(key, option))),
    phases: keysOf(phases),
    injects: keysOf(injects),
    objections: keysOf(objections),
    heard: [...keysOf(statements), ...saidIn(roles)],
  };
}

/** Every open point with the clause that it stands in, tabled or not; the engine's `slotsOf` leaves out what is not tabled. */
export function allSlots({ clauses }: Pick<ScenarioStructure, 'clauses'>): (SlotStructure & { clause: string })[] {
  return clauses.flatMap((clause) => clause.slots.map((slot) => ({ ...slot, clause: clause.key })));
}

/** Keys of what the scripts of some roles say. */
export function saidIn(roles: ScenarioStructure['roles']): string[] {
  const actions = roles.flatMap(({ script }) => (script?.rules ?? []).map((rule) => rule.do));
  return [...new Set(actions.flatMap((action) => ('words' in action ? [action.words] : [])))];
}

/** What could be named before and cannot be any more. */
export function lost(before: ScenarioStructure, after: ScenarioStructure): Names {
  const [were, are] = [namesOf(before), namesOf(after)];
  const gone = Object.entries(were).map(([kind, keys]: [string, string[]]) => [
    kind,
    keys.filter((key) => !are[kind as keyof Names].includes(key)),
  ]);
  return Object.fromEntries(gone) as unknown as Names;
}

export const isNothing = (names: Names): boolean => Object.values(names).every((keys: string[]) => keys.length === 0);

const keysOf = (parts: readonly { key: string }[]): string[] => parts.map(({ key }) => key);
