/** What a scripted stakeholder knows: its own script and its own objections, the text that everybody can read, and nobody else's secrets. */
import type { ClauseStructure, ObjectionStructure, RoleScript, ScenarioStructure, StakeholderGroup, Terms } from '../../content/scenario';
import type { Sight } from './sight';
import { crossed, utility, worth } from '../engine/values';

export interface Mind {
  role: string;
  group: StakeholderGroup;
  script: RoleScript;
  /** its own, in the author's order */
  objections: ObjectionStructure[];
  clauses: ClauseStructure[];
}

/** The mind of a role that can play itself; null for the chair and for roles without a script. */
export function mindOf({ roles, objections, clauses }: ScenarioStructure, role: string): Mind | null {
  const { group, script } = roles.find(({ key }) => key === role) ?? { group: null, script: null };
  return group && script ? { role, group, script, objections: objections.filter((each) => each.role === role), clauses } : null;
}

/** How a seat is placed when it moves: everything it decides follows from this. */
export interface Outlook {
  view: Sight;
  mind: Mind;
  utility: number;
  threshold: number;
  /** red lines that the present text crosses */
  crossed: RedLine[];
  /** keys of rules that have had their turn, for the table or for this revision of the text */
  fired: ReadonlySet<string>;
}

export type RedLine = RoleScript['red'][number];

export function outlook(view: Sight, mind: Mind, fired: ReadonlySet<string> = new Set()): Outlook {
  const { script } = mind;
  return {
    view,
    mind,
    utility: utility(script, view.text),
    threshold: threshold(script, view.phase.round),
    crossed: crossed(script, view.text),
    fired,
  };
}

/** The least that it agrees to in a round: it comes down from what it hopes for, step by step, and never below what it has without the others. */
export function threshold({ aspiration, reservation, concede }: RoleScript, round: number): number {
  const step = Math.min(Math.max(round, 1), concede.length) - 1;
  return Math.max(aspiration - (concede[step] ?? 0), reservation);
}

/** What the present option of a slot costs it, against the best one. */
export function costOf({ script }: Mind, slot: string, text: Terms): number {
  return bestOf(script, slot) - worth(script, slot, text[slot] ?? '');
}

export function bestOf({ values }: RoleScript, slot: string): number {
  return Math.max(0, ...Object.values(values[slot] ?? {}));
}

/** The slot that costs it most in a text, the first of equals; null when every slot is as it likes. */
export function sorest(mind: Mind, text: Terms): string | null {
  const slots = mind.clauses.flatMap(({ slots: of }) => of.map(({ key }) => key)).filter((key) => text[key] !== undefined);
  const costs = slots.map((slot) => costOf(mind, slot, text));
  const most = Math.max(0, ...costs);
  return most === 0 ? null : slots[costs.indexOf(most)]!;
}
