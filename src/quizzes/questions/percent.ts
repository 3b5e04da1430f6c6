/** Percents as authors and other systems write them, as exact shares. */
import { Fraction, fraction, NOTHING, WHOLE } from './fraction';

const LARGEST_PART = 20;

/**
 * 33.33333 is a third: a percent that lies within a thousandth of a percent of a share with a small denominator is that share, as all weights of
 * Moodle's list are; any other is kept to a tenth of a percent, so that adding many stays exact.
 */
export function shareOf(percent: number): Fraction {
  for (let parts = 1; parts <= LARGEST_PART; parts++) {
    const over = Math.round((percent * parts) / 100);
    if (Math.abs((over * 100) / parts - percent) < 0.001) return fraction(over, parts);
  }
  return fraction(Math.round(percent * 10), 1000);
}

/** A question never takes away what another one earned, and never gives more than its points. */
export function bounded(share: Fraction): Fraction {
  if (share.over <= 0) return NOTHING;
  return share.over >= share.under ? WHOLE : share;
}
