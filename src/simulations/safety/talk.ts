/** Whether there is talk at a table yet: before it, nobody has heard anything that another seat should not know. */
import type { PhaseKind } from '../../content/scenario';

const BEFORE: PhaseKind[] = ['prebrief', 'preparation'];

export function talkHasBegun(kind: PhaseKind): boolean {
  return !BEFORE.includes(kind);
}
