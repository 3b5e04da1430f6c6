/** Judging a work by its criteria: one level is chosen for each, and each level gives points. */
import { Criterion } from '../content/assignment';

/** From a criterion's key to the key of the level chosen. */
export type Levels = Readonly<Record<string, string>>;

export interface Mark {
  points: number;
  most: number;
  passed: boolean;
}

/** The criteria for which no level is chosen, or none that it has. */
export function unchosen(criteria: readonly Criterion[], levels: Levels): string[] {
  return criteria.filter((criterion) => pointsFor(criterion, levels) === null).map(({ key }) => key);
}

/** What one reviewer's levels come to. Every criterion must have one. */
export function mark(criteria: readonly Criterion[], levels: Levels, passMark: number): Mark {
  return total(criteria, (criterion) => pointsFor(criterion, levels) ?? 0, passMark);
}

/** What several reviewers' levels come to: for each criterion the median, so that one who is strict or kind alone changes little. */
export function medianMark(criteria: readonly Criterion[], all: readonly Levels[], passMark: number): Mark {
  return total(criteria, (criterion) => median(all.map((levels) => pointsFor(criterion, levels) ?? 0)), passMark);
}

/** The middle of some numbers, or half-way between the two in the middle; 0 for none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return 0;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

function total(criteria: readonly Criterion[], pointsOf: (criterion: Criterion) => number, passMark: number): Mark {
  const points = criteria.reduce((sum, criterion) => sum + pointsOf(criterion), 0);
  const most = criteria.reduce((sum, { levels }) => sum + Math.max(...levels.map((level) => level.points)), 0);
  return { points, most, passed: points * 100 >= most * passMark };
}

function pointsFor({ key, levels }: Criterion, chosen: Levels): number | null {
  const level = Object.hasOwn(chosen, key) ? levels.find((each) => each.key === chosen[key]) : undefined;
  return level ? level.points : null;
}
