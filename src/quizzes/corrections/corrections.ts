/**
 * A key that was corrected after people had answered. Versions never change: a correction is laid over a question, and says what becomes
 * of attempts that had begun before it. Whoever begins later is asked and graded by the new key, whatever the policy.
 */
import { type Accepted, acceptedIn } from '../questions/accepted';
import type { Texts } from '../../content/package';
import { WHOLE } from '../questions/fraction';
import type { Given } from '../questions/given';
import { grade, type Grade } from '../questions/grading';
import type { Question } from '../questions/question';

export const POLICIES = ['both', 'new-only', 'full', 'later-only'] as const;
/** `both`: what was right before stays right; `new-only`; `full`: all points to everybody; `later-only`: earlier attempts stay as they are. */
export type Policy = (typeof POLICIES)[number];

export interface Correction {
  /** the question with its new key */
  structure: Question;
  /** words that the new key brings, relative to the question */
  texts: Texts;
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
  return inOrder(corrections).reduce<Grade>(
    (before, { structure, texts, policy, at }) => {
      const after = grade(withKey(question, structure), given, alsoAccepted(accepted, question.key, texts));
      if (begunAt > at || policy === 'new-only') return after;
      if (policy === 'full') return everything(after);
      return policy === 'both' ? better(before, after) : before;
    },
    grade(question, given, accepted),
  );
}

/** The key as it is known now: that of the last correction. */
export function correctedQuestion(question: Question, corrections: readonly Correction[]): Question {
  const last = inOrder(corrections).at(-1);
  return last ? withKey(question, last.structure) : question;
}

const ALSO = /^also-\d+$/;

/** A question as it is shown with its answers: without those that a correction added, whose words the version does not have. */
export function shownQuestion(question: Question): Question {
  return question.type === 'short-text' ? { ...question, answers: question.answers.filter(({ key }) => !ALSO.test(key)) } : question;
}

/** Points, where to read again and tags stay those of the version. */
function withKey({ key, points, read, tags }: Question, structure: Question): Question {
  return { ...structure, key, points, read, ...(tags && { tags }) };
}

/** What counts in typed answers, with what a correction brings. */
export function alsoAccepted(accepted: Accepted, question: string, texts: Texts): Accepted {
  const own = acceptedIn([Object.fromEntries(Object.entries(texts).map(([rest, text]) => [`questions.${question}.${rest}`, text]))]);
  const both = [...own].map(([place, more]) => [place, new Set([...(accepted.get(place) ?? []), ...more])] as const);
  return new Map([...accepted, ...both]);
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

/** Policies by which nobody may end with less than before, whatever else has changed since. */
export const losesNothing = (policy: Policy): boolean => policy === 'both' || policy === 'full';

/** A pass that stands is never taken back: whoever has passed stays passed, even where the new key would not have let them. */
export function standing({ before, after }: Change): Change['after'] {
  return { points: after.points, passed: after.passed || before.passed };
}
