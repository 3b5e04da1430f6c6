/** Where a work is on its way: written, waiting for an answer, sent back, passed by peers while its author still owes reviews, or accepted. */
import { Assignment, peersNeeded } from '../assignment';

export const WORK_STATES = ['draft', 'waiting', 'revise', 'passed', 'accepted'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** Its author may change it. */
export const isOpen = (state: WorkState): boolean => state === 'draft' || state === 'revise';

/** A team may give an answer: to what waits, and instead of what peers have said. */
export const isAnswerable = (state: WorkState): boolean => state === 'waiting' || state === 'revise' || state === 'passed';

export interface Waiting {
  state: WorkState;
  /** how often it was handed in */
  number: number;
  handedInAt: Date;
  /** reviews by peers that its present version has */
  reviews: number;
}

/** Why a work waits for the team; null while it is not theirs. */
export type TeamReason = { kind: 'team' } | { kind: 'revised' } | { kind: 'too-few'; reviews: number; of: number; until: Date };

/**
 * Peers answer the first version, for as many days as the assignment gives them. What they did not get to, and what was revised, goes
 * to the team: nobody waits for people who have gone.
 */
export function teamReason({ state, number, handedInAt, reviews }: Waiting, assignment: Assignment, now: Date): TeamReason | null {
  if (state !== 'waiting') return null;
  if (assignment.review.by === 'team') return { kind: 'team' };
  if (number > 1) return { kind: 'revised' };
  const until = peersUntil(assignment, handedInAt)!;
  return until <= now ? { kind: 'too-few', reviews, of: peersNeeded(assignment), until } : null;
}

/** Until when peers have time; null where none review. */
export function peersUntil({ review }: Assignment, handedInAt: Date): Date | null {
  return review.by === 'peers' ? new Date(handedInAt.getTime() + review.days * 86_400_000) : null;
}
