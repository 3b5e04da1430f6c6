/** What an answer can be worth in Moodle, in percent (question/engine/bank.php); negative as well. */
import type { Tell } from './gift-pieces';

const WEIGHTS = [100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0];
const CLOSE = 0.01; // 33.33 is a third

/** `%50%` at the beginning of an answer. */
export const WEIGHT = /^\s*%(-?\d{1,3}(?:\.\d*)?)%/;

/** Whether a weight is one of those; else says which one is nearest. */
export function isWeight(percent: number, place: number, tell: Tell): boolean {
  if (percent === 100 || percent === 0) return true;
  const nearest = WEIGHTS.reduce((best, each) => (Math.abs(each - Math.abs(percent)) < Math.abs(best - Math.abs(percent)) ? each : best));
  if (Math.abs(nearest - Math.abs(percent)) <= CLOSE) return true;
  tell(place, 'formats.problem.weight-unknown', { weight: percent, nearest: Math.sign(percent) * nearest });
  return false;
}
