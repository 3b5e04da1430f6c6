/**
 * A key that was corrected after people had answered. Versions never change: a correction is laid over a question, and says what becomes
 * of attempts that had begun before it. Whoever begins later is asked and graded by the new key, whatever the policy.
 */
import type { Accepted } from '../accepted';
import { WHOLE } from '../fraction';
import type { Given } from '../given';
import { grade, type Grade } from '../grading';
import type { Question } from '../question';

export const POLICIES = ['both', 'new-only', 'full', 'later-only'] as const;
/** `both`: what was right before stays right; `new-only`; `full`: all points to everybody; `later-only`: earlier attempts stay as they are. */
export type Policy = (typeof POLICIES)[number];

export interface Correction {
  /** the question with its new key */
  structure: Question;
  policy: Policy;
  at: Date;
}

/**
 * What an answer is worth in an attempt that began at some time: each correction, the oldest first, changes what the ones before it left.
 * Points and parts that are marked by hand are not touched.
 */
export function correctedGrade(
  question: Question,
  given: Given | null,
  accepted: Accepted,
  corrections: readonly Correction[],
  begunAt: Date,
): Grade {
  const by = (structure: Question) => grade({ ...structure, points: question.points } as Question, given, accepted);
  return inOrder(corrections).reduce<Grade>((before, { structure, policy, at }) => {
    if (begunAt >= at) return by(structure);
    if (policy === 'new-only') return by(structure);
    if (policy === 'full') return everything(by(structure));
    return policy === 'both' ? better(before, by(structure)) : before;
  }, grade(question, given, accepted));
}

/** The key as it is known now: that of the last correction. */
export function correctedQuestion(question: Question, corrections: readonly Correction[]): Question {
  const last = inOrder(corrections).at(-1);
  return last ? ({ ...last.structure, points: question.points, read: question.read } as Question) : question;
}

function inOrder(corrections: readonly Correction[]): Correction[] {
  return [...corrections].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function better(one: Grade, other: Grade): Grade {
  return other.fraction.over * one.fraction.under > one.fraction.over * other.fraction.under ? other : one;
}

function everything(graded: Grade): Grade {
  return { ...graded, outcome: 'right', fraction: WHOLE, points: { over: graded.most, under: 1 } };
}

/** How an attempt did before and after: hundredths of a point, and whether it passed. */
export interface Change {
  before: { points: number; passed: boolean };
  after: { points: number; passed: boolean };
}

export interface Effect {
  gain: number;
  lose: number;
  newlyPass: number;
  same: number;
}

/** Of people, not of attempts: each counts with the attempt that decides for them. */
export function effectOf(changes: readonly Change[]): Effect {
  const count = (holds: (change: Change) => boolean) => changes.filter(holds).length;
  return {
    gain: count(({ before, after }) => after.points > before.points),
    lose: count(({ before, after }) => after.points < before.points),
    newlyPass: count(({ before, after }) => after.passed && !before.passed),
    same: count(({ before, after }) => after.points === before.points),
  };
}

/** A pass that stands is never taken back: whoever has passed stays passed, even where the new key would not have let them. */
export function standing({ before, after }: Change): Change['after'] {
  return { points: after.points, passed: after.passed || before.passed };
}

