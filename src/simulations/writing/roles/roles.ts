/** Who sits at the table, as its authors change it: roles in the order of their seats. */
import type { RoleStructure, StakeholderGroup } from '../../../content/scenario';
import { keyMistake } from '../clauses/clauses';
import { type Draft, type Edited, freshKey, reworded } from '../draft';
import { Mistaken, mistake } from '../editing/mistaken';
import { moved } from '../editing/shown';
import { renamedRole } from '../keys/renaming';

/** As many as its folder can hold. */
export const MOST_ROLES = 24;
export const MOST_SEATS = 24;
/** So many characters fit beside a seat in the picture of a table. */
export const LONGEST_NAME = 16;

export const roleOf = ({ structure }: Pick<Draft, 'structure'>, key: string) => structure.roles.find((role) => role.key === key);

export function withNewRole(draft: Draft, { name, group }: { name: string; group: StakeholderGroup }): Edited & { key: string } {
  const { structure, texts } = draft;
  if (structure.roles.length >= MOST_ROLES) throw new Mistaken([mistake('name', 'scenario-roles.error.most', { max: MOST_ROLES })]);
  const taken = structure.roles.map(({ key }) => key);
  const key = freshKey('role', taken);
  const role: RoleStructure = { key, group, seats: { min: 1, max: 1 }, chair: false, playable: false, script: null, goals: [] };
  return { key, structure: { ...structure, roles: [...structure.roles, role] }, texts: reworded(texts, { [`roles.${key}.name`]: name }) };
}

export function roleMoved(draft: Draft, key: string, by: 1 | -1): Edited {
  return { ...draft, structure: { ...draft.structure, roles: moved(draft.structure.roles, key, by) } };
}

export interface RoleWords {
  name: string;
  group: StakeholderGroup;
  seats: { min: number; max: number };
  playable: boolean;
  /** What everybody reads of it. */
  said: string;
  brief: string;
  key: string;
}

export function roleChanged(draft: Draft, before: string, { name, group, seats, playable, said, brief, key }: RoleWords): Edited {
  const taken = draft.structure.roles.map((role) => role.key);
  const wrong = [
    ...(seats.max < Math.max(seats.min, 1) ? [mistake('most', 'scenario-roles.error.seats')] : []),
    ...[keyMistake('key', key, before, taken)].filter((one) => one !== null),
  ];
  if (wrong.length) throw new Mistaken(wrong);
  const { structure, texts } = key === before ? draft : renamedRole(draft, before, key);
  const changed = (role: RoleStructure): RoleStructure => ({ ...role, group, seats, playable: playable && !role.chair });
  const roles = structure.roles.map((role) => (role.key === key ? changed(role) : role));
  const words = { [`roles.${key}.name`]: name, [`roles.${key}.public`]: said, [`roles.${key}.brief`]: brief };
  return { structure: { ...structure, roles }, texts: reworded(texts, words) };
}

/** The draft with one role as `change` makes it; whoever asks has looked whether it is there. */
export function withRole(draft: Edited, key: string, change: (role: RoleStructure) => RoleStructure): Edited {
  const roles = draft.structure.roles.map((role) => (role.key === key ? change(role) : role));
  return { ...draft, structure: { ...draft.structure, roles } };
}
