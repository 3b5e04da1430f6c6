/** Which of somebody's tries counts, and whether there may be another one. */
import type { Counting, QuizSettings } from '../../content/quiz-settings';

/** A try as counting sees it; previews are not among them. */
export interface Counted {
  handedInAt: Date | null;
  abandonedAt: Date | null;
  /** Reached of what could be reached, 0 to 1 and below 0 where wrong answers cost; null while somebody has yet to mark it. */
  share: number | null;
}

/** The grade that counts over all tries that were handed in, in the order of the tries; null when there is none, or none is marked. */
export function finalShare(counting: Counting, tries: readonly Counted[]): number | null {
  const handedIn = tries.filter((one) => one.handedInAt);
  if (counting === 'first') return handedIn[0]?.share ?? null;
  if (counting === 'last') return handedIn.at(-1)?.share ?? null;
  const shares = handedIn.flatMap(({ share }) => share ?? []);
  if (!shares.length) return null;
  return counting === 'highest' ? Math.max(...shares) : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** Shares are kept as binary numbers: a third and two thirds make a whole here, too. */
const EXACT = 1e-9;

export function reachesMark(share: number | null, passMark: number): boolean {
  return share !== null && share * 100 >= passMark - EXACT;
}

/** Whole percents, rounded down: nobody reads “70%” and “not passed” together. */
export function percentOf(share: number): number {
  return Math.floor(share * 100 + EXACT);
}

/** Why no other try can begin now. */
export type Waiting = { why: 'tries'; used: number; most: number } | { why: 'delay'; until: Date };

/** Null when another try can begin. A try that was begun is used, handed in or not; a delay counts from the end of the one before. */
export function waitsFor(
  { tries: most, delays }: Pick<QuizSettings, 'tries' | 'delays'>,
  tries: readonly Counted[],
  now: Date,
): Waiting | null {
  if (most !== null && tries.length >= most) return { why: 'tries', used: tries.length, most };
  const ended = tries.at(-1)?.handedInAt ?? tries.at(-1)?.abandonedAt;
  const minutes = tries.length === 1 ? delays.second : delays.later;
  if (!ended || minutes === 0) return null;
  const until = new Date(ended.getTime() + minutes * 60_000);
  return now < until ? { why: 'delay', until } : null;
}
