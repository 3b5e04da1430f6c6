/**
 * What the marks of a quiz say about its questions and about the quiz itself. The measures are those of Moodle's statistics of a quiz,
 * in percent where nothing else is said; what cannot be worked out is null. Made for quizzes that are taken once and explained afterwards.
 */
import {
  central,
  type Counted,
  covariance,
  firsts,
  greatestCovariance,
  isConstant,
  mean,
  median,
  type Pair,
  seconds,
  size,
  variance,
} from './moments';

/** One way in which an attempt answered a question: the fraction of its points, and the total beside it; and how many attempts did so. */
export interface Outcome {
  /** 0 to 1; below 0 where being sure of what is wrong costs points */
  mark: number;
  /** what the other questions brought, as a fraction of theirs; for a question that was drawn, of the whole */
  rest: number;
  times: number;
}

export interface ItemStatistics {
  n: number;
  /** how much of the points was reached on average */
  facility: number | null;
  deviation: number | null;
  /** how far those who do well elsewhere do well here: the correlation of mark and rest, −100 to 100 */
  discrimination: number | null;
  /** the same, of what these marks could have shown at most */
  efficiency: number | null;
}

export function itemStatistics(outcomes: readonly Outcome[]): ItemStatistics {
  const pairs: Pair[] = outcomes.map(({ mark, rest, times }) => ({ a: mark, b: rest, times }));
  const marks: Counted[] = outcomes.map(({ mark, times }) => ({ value: mark, times }));
  const [facility, spread, shared] = [mean(marks), variance(marks), covariance(pairs)];
  const still = isConstant(marks) || isConstant(seconds(pairs));
  const measurable = shared !== null && !still;
  return {
    n: size(outcomes),
    facility: percent(facility),
    deviation: spread === null ? null : 100 * Math.sqrt(spread),
    discrimination: measurable ? (100 * shared) / Math.sqrt(spread! * variance(seconds(pairs))!) : null,
    efficiency: measurable ? (100 * shared) / greatestCovariance(pairs)! : null,
  };
}

/** A question, or a place that is filled by drawing: its points, and the points that it and the whole attempt brought. */
export interface Slot {
  most: number;
  /** `a` of the slot, `b` of the whole attempt, in points */
  pairs: readonly Pair[];
}

export interface Weight {
  intended: number | null;
  /** the share of the differences between people that comes from this slot */
  effective: number | null;
  /** those who do well on the whole do badly here: then there is no effective weight */
  negative: boolean;
}

/** A slot when its marks are summed up: what it shares with the whole, and how far its marks lie apart. */
export interface Summed {
  most: number;
  shared: number | null;
  spread: number | null;
}

export function summed({ most, pairs }: Slot): Summed {
  return { most, shared: settled(covariance(pairs)), spread: variance(firsts(pairs)) };
}

/** How much each slot was to count, and how much it does. */
export function weights(slots: readonly Summed[]): Weight[] {
  const most = slots.reduce((sum, slot) => sum + slot.most, 0);
  const roots = slots.map(({ shared }) => (shared === null || shared < 0 ? null : Math.sqrt(shared)));
  const all = roots.reduce<number>((sum, root) => sum + (root ?? 0), 0);
  return slots.map((slot, index) => ({
    intended: most === 0 ? null : (100 * slot.most) / most,
    effective: roots[index] === null || all === 0 ? null : (100 * roots[index]!) / all,
    negative: slot.shared !== null && slot.shared < 0,
  }));
}

/** Below this a covariance is what rounding left of nothing. */
const ROUNDING = 1e-12;

function settled(value: number | null): number | null {
  return value !== null && Math.abs(value) < ROUNDING ? 0 : value;
}

export interface TestStatistics {
  n: number;
  /** in points */
  mean: number | null;
  median: number | null;
  deviation: number | null;
  skewness: number | null;
  kurtosis: number | null;
  /** Cronbach's α: how far the questions measure one thing */
  consistency: number | null;
  /** how much of the differences is chance */
  errorRatio: number | null;
  /** in points: about two of three people are nearer than this to what they know */
  standardError: number | null;
}

export function testStatistics(totals: readonly Counted[], slots: readonly Summed[]): TestStatistics {
  const n = size(totals);
  const k2 = variance(totals);
  const consistency = alpha(slots, k2);
  const errorRatio = consistency === null ? null : 100 * Math.sqrt(1 - consistency / 100);
  const deviation = k2 === null ? null : Math.sqrt(k2);
  return {
    n,
    mean: mean(totals),
    median: median(totals),
    deviation,
    skewness: n > 2 && k2 ? thirdCumulant(totals, n) / k2 ** 1.5 : null,
    kurtosis: n > 3 && k2 ? fourthCumulant(totals, n) / k2 ** 2 : null,
    consistency,
    errorRatio,
    standardError: errorRatio === null ? null : (errorRatio / 100) * deviation!,
  };
}

function alpha(slots: readonly Summed[], k2: number | null): number | null {
  const p = slots.length;
  if (p < 2 || !k2) return null;
  const own = slots.reduce((sum, { spread }) => sum + (spread ?? 0), 0);
  return ((100 * p) / (p - 1)) * (1 - own / k2);
}

function thirdCumulant(values: readonly Counted[], n: number): number {
  return (n ** 2 * central(values, 3)) / ((n - 1) * (n - 2));
}

function fourthCumulant(values: readonly Counted[], n: number): number {
  const [m2, m4] = [central(values, 2), central(values, 4)];
  return (n ** 2 * ((n + 1) * m4 - 3 * (n - 1) * m2 ** 2)) / ((n - 1) * (n - 2) * (n - 3));
}

function percent(value: number | null): number | null {
  return value === null ? null : 100 * value;
}
