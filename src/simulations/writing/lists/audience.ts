/** Who is meant: everybody, or some roles by their names. */
import type { Draft } from '../draft';
import type { Told } from './part';

/** A role that has no name yet is called by its key. */
export const roleName = ({ texts }: Pick<Draft, 'texts'>, key: string): string => texts[`roles.${key}.name`] ?? key;

/** `<phrase>.all`, or `<phrase>.some` with the names. */
export function toWhom(phrase: string, to: 'all' | readonly string[], draft: Pick<Draft, 'texts'>): Told {
  if (to === 'all') return { key: `${phrase}.all`, details: {} };
  return { key: `${phrase}.some`, details: { roles: to.map((key) => roleName(draft, key)) } };
}
