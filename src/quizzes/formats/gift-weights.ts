/** What an answer can be worth in Moodle, in percent (question/engine/bank.php); negative as well. */
import type { Tell } from './gift-pieces';

const WEIGHTS = [100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0];
const CLOSE = 0.01; // 33.33 is a third

/** `%50%` at the beginning of an answer. */
export const WEIGHT = /^\s*%(-?\d{1,3}(?:\.\d*)?)%/;

/** The nearest of the weights there are, and whether it is the same but for rounding. */
export function nearestWeight(percent: number): { weight: number; close: boolean } {
  const size = Math.abs(percent);
  const nearest = WEIGHTS.reduce((best, each) => (Math.abs(each - size) < Math.abs(best - size) ? each : best));
  return { weight: nearest === 0 ? 0 : Math.sign(percent) * nearest, close: Math.abs(nearest - size) <= CLOSE };
}

/** Whether a weight is one of those; else says which one is nearest. */
export function isWeight(percent: number, place: number, tell: Tell): boolean {
  const { weight: nearest, close } = nearestWeight(percent);
  if (!close) tell(place, 'formats.problem.weight-unknown', { weight: percent, nearest });
  return close;
}

/** A weight as it can be written; says so when it had to be changed. */
export function roundedWeight(percent: number, changed: () => void): number {
  const { weight, close } = nearestWeight(percent);
  if (!close) changed();
  return close && /^-?\d{1,3}(?:\.\d{1,5})?$/.test(String(percent)) ? percent : weight;
}
