/** Who is meant: everybody, or some roles by their names. */
import type { Draft } from '../draft';
import { type Told, told } from './part';

/** A role that has no name yet is called by its key. */
export const roleName = ({ texts }: Pick<Draft, 'texts'>, key: string): string => texts[`roles.${key}.name`] ?? key;

export function toWhom(to: 'all' | readonly string[], draft: Pick<Draft, 'texts'>): Told {
  if (to === 'all') return told('scenario-parts.for.all');
  return told('scenario-parts.for.some', { roles: to.map((key) => roleName(draft, key)) });
}
