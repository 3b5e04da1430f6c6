/** Taking back, for a day, what a list of people did. */

export const UNDO_HOURS = 24;

/** Until when a list can be taken back; null when nothing of it was put in, or it was taken back already. */
export function undoUntil({ addedAt, undoneAt }: { addedAt: Date | null; undoneAt: Date | null }): Date | null {
  return addedAt && !undoneAt ? new Date(addedAt.getTime() + UNDO_HOURS * 3_600_000) : null;
}

export function canUndo(one: { addedAt: Date | null; undoneAt: Date | null }, now: Date): boolean {
  const until = undoUntil(one);
  return until !== null && now < until;
}
