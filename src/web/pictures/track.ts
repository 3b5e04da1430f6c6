/** A piece of the progress bar: done, the one at hand, or still to come. */
export type TrackStep = 'd' | 'n' | '';

/** The bar for `done` of `total` steps; `now` marks the next one as the one at hand. Counts outside 0…total are pulled in. */
export function trackSteps(done: number, total: number, now = false): TrackStep[] {
  const finished = Math.min(Math.max(done, 0), total);
  return Array.from({ length: total }, (_, index) => (index < finished ? 'd' : now && index === finished ? 'n' : ''));
}
