/** Whether an objection has been dealt with. */
import type { Objection } from './state';

/** Nobody has ruled on it, and its owner stands by it. */
export function isPending({ state }: Objection): boolean {
  return state === 'open' || state === 'answered';
}

/** Still in the way: pending, upheld, or the repetition of one that is. */
export function isUnsettled(objection: Objection, all: Readonly<Record<string, Objection>>, seen: readonly string[] = []): boolean {
  if (objection.state !== 'duplicate') return isPending(objection) || objection.state === 'upheld';
  const repeated = objection.of === null || seen.includes(objection.of) ? undefined : all[objection.of];
  return repeated === undefined || isUnsettled(repeated, all, [...seen, objection.id]);
}
