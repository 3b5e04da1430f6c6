/** Certainty-based marks: who is sure and right gets most, who is sure and wrong loses most (Gardner-Medwin's scheme, as Moodle has it). */
import { type Fraction, fraction, times } from '../questions/fraction';

/** 1: not very, below 67% · 2: fairly, above 67% · 3: very, above 80%. */
export type Certainty = 1 | 2 | 3;
export const CERTAINTIES: readonly Certainty[] = [1, 2, 3];

const RIGHT: Record<Certainty, number> = { 1: 1, 2: 2, 3: 3 };
const WRONG: Record<Certainty, number> = { 1: 0, 2: -2, 3: -6 };
/** The mark for being very sure and right is the whole of the points. */
const MOST = 3;

/** Of the points. Part of the answer right is part of the mark for right; nothing right is wrong, and never worse than that. Nobody who says nothing is sure. */
export function certainShare(share: Fraction, certainty: Certainty | null): Fraction {
  const sure = certainty ?? 1;
  if (share.over <= 0) return fraction(WRONG[sure], MOST);
  return times(fraction(share.over, share.under * MOST), RIGHT[sure]);
}
