/** Which work somebody is given to review: never their own, never one twice; the one with the fewest reviews, rather from another chapter. */

export interface Candidate {
  workId: string;
  personId: string;
  chapterId: string;
  /** Reviews that it has, and that somebody is writing. */
  reviews: number;
}

export interface Reviewer {
  personId: string;
  chapterId: string;
  /** The works they have been given before. */
  had: ReadonlySet<string>;
}

/** The candidates that somebody could review at all, while each needs this many. */
export function open<C extends Candidate>(candidates: readonly C[], { personId, had }: Reviewer, needed: number): C[] {
  return candidates.filter((one) => one.personId !== personId && !had.has(one.workId) && one.reviews < needed);
}

/** `chance` gives numbers in [0, 1); null when there is nothing to review. */
export function choose(candidates: readonly Candidate[], reviewer: Reviewer, needed: number, chance: () => number): Candidate | null {
  const possible = open(candidates, reviewer, needed);
  const fewest = Math.min(...possible.map(({ reviews }) => reviews));
  const first = possible.filter(({ reviews }) => reviews === fewest);
  const elsewhere = first.filter(({ chapterId }) => chapterId !== reviewer.chapterId);
  const among = (elsewhere.length ? elsewhere : first).toSorted((a, b) => (a.workId < b.workId ? -1 : 1));
  return among[Math.floor(chance() * among.length)] ?? null;
}
