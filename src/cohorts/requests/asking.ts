/** When somebody may ask to join a cohort. */

export const LONGEST_MESSAGE = 500;
/** How many requests of one person may wait at a time, in all chapters. */
export const MOST_WAITING = 5;
/** How many may wait for one cohort. */
export const MOST_FOR_COHORT = 200;
/** How long whoever was declined waits before they ask again. */
export const AGAIN_DAYS = 30;

const DAY_MS = 86_400_000;

interface Asked {
  state: 'waiting' | 'accepted' | 'declined' | 'taken-back';
  answeredAt: Date | null;
}

/** From when on somebody may ask again who was declined; null when nothing is in the way. */
export function notBefore(asked: Asked | null, now: Date): Date | null {
  if (asked?.state !== 'declined' || !asked.answeredAt) return null;
  const from = new Date(asked.answeredAt.getTime() + AGAIN_DAYS * DAY_MS);
  return from > now ? from : null;
}

export type AskingState = 'in' | 'waiting' | 'declined' | 'closed' | 'open';

/** Where somebody stands with a cohort: in it, waiting for an answer, declined a while ago, too late, or free to ask. */
export function askingState(asked: Asked | null, { enrolled, open }: { enrolled: boolean; open: boolean }, now: Date): AskingState {
  if (enrolled) return 'in';
  if (asked?.state === 'waiting') return 'waiting';
  if (notBefore(asked, now)) return 'declined';
  return open ? 'open' : 'closed';
}
