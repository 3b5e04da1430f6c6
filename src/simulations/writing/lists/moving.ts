/** The order of the parts of a list. */
import type { Draft, Edited } from '../draft';
import type { PartKind } from './part';

export type Way = 'up' | 'down';

/** Whether a part has one of its equals on that side. */
export function movable(kind: PartKind, { structure }: Pick<Draft, 'structure'>, key: string, way: Way): boolean {
  const beside = besideOf(kind, structure, key, way);
  return beside !== null && kind.rank(structure, beside) === kind.rank(structure, key);
}

/** The draft with a part moved by one place; the same where it cannot be. */
export function moved(kind: PartKind, draft: Draft, key: string, way: Way): Edited {
  const beside = besideOf(kind, draft.structure, key, way);
  if (beside === null || !movable(kind, draft, key, way)) return draft;
  const swapped = kind.keys(draft.structure).map((each) => (each === key ? beside : each === beside ? key : each));
  return kind.ordered(draft, swapped);
}

/** The draft with the parts in the order of their ranks; equals stay as they are. */
export function inOrder(kind: PartKind, draft: Draft): Edited {
  const keys = kind.keys(draft.structure);
  const ranks = new Map(keys.map((key) => [key, kind.rank(draft.structure, key)]));
  const sorted = keys.toSorted((a, b) => ranks.get(a)! - ranks.get(b)!);
  return sorted.join() === keys.join() ? draft : kind.ordered(draft, sorted);
}

function besideOf(kind: PartKind, structure: Draft['structure'], key: string, way: Way): string | null {
  const keys = kind.keys(structure);
  return keys[keys.indexOf(key) + (way === 'up' ? -1 : 1)] ?? null;
}
