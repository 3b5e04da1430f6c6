/** What a scenario's skeleton names, so that a part can be checked where it mentions another: gathered before anything is read in earnest. */
import { Branch } from './yaml';

export interface ScenarioNames {
  roles: string[];
  /** roles that take a side: all but the chair */
  parties: string[];
  /** from clause to its slots */
  clauses: ReadonlyMap<string, string[]>;
  /** from slot to its options */
  slots: ReadonlyMap<string, string[]>;
  phases: string[];
  injects: string[];
  /** from objection to the role that raises it and the slot it is about */
  objections: ReadonlyMap<string, { role: string; slot: string }>;
  statements: string[];
  /** what scripts say */
  say: string[];
}

/** Takes what is there and leaves what is not: the reader that comes after says what is wrong. */
export function namesIn(root: Branch): ScenarioNames {
  const [roles, clauses] = [itemsOf(root, 'roles'), itemsOf(root, 'clauses')];
  const slots = clauses.flatMap((clause) => itemsOf(clause, 'slots'));
  return {
    roles: roles.map(keyOf),
    parties: roles.filter((role) => textAt(role, 'chair') !== 'true').map(keyOf),
    clauses: new Map(clauses.map((clause) => [keyOf(clause), itemsOf(clause, 'slots').map(keyOf)])),
    slots: new Map(slots.map((slot) => [keyOf(slot), optionsOf(slots, keyOf(slot))])),
    phases: itemsOf(root, 'phases').map(keyOf),
    injects: itemsOf(root, 'injects').map(keyOf),
    objections: new Map(
      itemsOf(root, 'objections').map((each) => [keyOf(each), { role: textAt(each, 'role'), slot: textAt(each, 'slot') }]),
    ),
    statements: itemsOf(root, 'statements').map(keyOf),
    say: roles.flatMap((role) =>
      itemsOf(at(role, 'script'), 'rules')
        .map((rule) => textAt(at(rule, 'do'), 'words'))
        .filter((words) => words !== ''),
    ),
  };
}

/** The line of a part in one of the skeleton's lists, or of the list. */
export function lineOf(root: Branch, list: string, key?: string): number | null {
  const found = key === undefined ? at(root, list) : itemsOf(root, list).find((item) => keyOf(item) === key);
  return found?.line ?? null;
}

/** A slot that comes twice has the options of both, so that one slip makes one complaint. */
function optionsOf(slots: readonly Branch[], key: string): string[] {
  return slots.filter((slot) => keyOf(slot) === key).flatMap((slot) => itemsOf(slot, 'options').map(textOf));
}

function itemsOf(branch: Branch | undefined, list: string): Branch[] {
  const found = at(branch, list);
  return found?.kind === 'list' ? found.items : [];
}

function at(branch: Branch | undefined, name: string): Branch | undefined {
  return branch?.kind === 'map' ? branch.entries.get(name) : undefined;
}

const textOf = (branch: Branch | undefined): string => (branch?.kind === 'scalar' ? branch.source : '');
const textAt = (branch: Branch | undefined, name: string): string => textOf(at(branch, name));
const keyOf = (branch: Branch): string => textAt(branch, 'key');
