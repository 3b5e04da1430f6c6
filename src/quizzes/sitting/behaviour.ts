/** How a question behaves while it is answered: checked at once or at the end, once or several times, with or without certainty. */
import type { Behaviour } from '../../content/quiz-settings';
import { canonical } from '../../content/canonical';
import { type Certainty, certainShare } from './certainty';
import { type Fraction, fraction, NOTHING, plus, times } from '../questions/fraction';
import { type Given, isComplete, isEmpty } from '../questions/given';
import type { Grade } from '../questions/grading';
import { shareOf } from '../questions/percent';
import { isAsked, isMarkedByHand, type Question } from '../questions/question';

/** Grades an answer; where a key was corrected, by the corrected one. */
export type GradeOf = (question: Question, given: Given | null) => Grade;

/** What somebody has done with a question so far. */
export interface Answering {
  given: Given | null;
  certainty: Certainty | null;
  /** The answers that were checked, in their order. */
  tries: readonly Given[];
  /** Checked for the last time: nothing more can be changed. */
  closed: boolean;
}

export const UNTOUCHED: Answering = { given: null, certainty: null, tries: [], closed: false };

const USUAL_PENALTY = fraction(1, 3);

/** How often an answer can be checked; 0 where nothing is checked before handing in, and for what no machine can check. */
export function checksOf(question: Question, behaviour: Behaviour): number {
  if (!isGradable(question)) return 0;
  if (behaviour === 'immediate' || behaviour === 'immediate-certainty') return 1;
  return behaviour === 'interactive' ? (question.hints ?? 0) + 1 : 0;
}

export function asksCertainty(question: Question, behaviour: Behaviour): boolean {
  return behaviour.endsWith('-certainty') && isGradable(question);
}

const isGradable = (question: Question): boolean => isAsked(question) && !isMarkedByHand(question);

export type Checked = { refused: 'incomplete' | 'same' } | { tries: Given[]; closed: boolean };

/** What a press of “Check” does. What is not complete, and what was checked just before, uses no try. */
export function check(question: Question, behaviour: Behaviour, { given, tries, closed }: Answering, gradeOf: GradeOf): Checked {
  const most = checksOf(question, behaviour);
  if (closed || most === 0) return { tries: [...tries], closed: true };
  if (!given || isEmpty(given) || !isComplete(question, given)) return { refused: 'incomplete' };
  if (isSame(tries.at(-1), given)) return { refused: 'same' };
  const now = [...tries, given];
  return { tries: now, closed: now.length >= most || gradeOf(question, given).outcome === 'right' };
}

/** How many hints are shown: one after each wrong try, until the question is closed. */
export function hintsShown({ hints = 0 }: Question, { tries, closed }: Answering): number {
  return closed ? 0 : Math.min(tries.length, hints);
}

/** The grade of a question as it counts, with what tries cost and what certainty adds or takes. */
export function marked(question: Question, behaviour: Behaviour, answering: Answering, gradeOf: GradeOf): Grade {
  const last = answering.tries.at(-1) ?? null;
  const { given } = answering;
  // What was not checked when it was handed in is graded as one more try; what was checked counts as it was checked.
  const isNew = !answering.closed && given !== null && !isEmpty(given) && !isSame(last ?? undefined, given);
  const grade = gradeOf(question, isNew || !last ? given : last);
  if (behaviour === 'interactive')
    return withShare(question, grade, lessTries(question, grade.fraction, answering.tries.length - (isNew || !last ? 0 : 1)));
  if (asksCertainty(question, behaviour) && grade.outcome !== 'unanswered')
    return withShare(question, grade, certainShare(grade.fraction, answering.certainty));
  return grade;
}

function lessTries(question: Question, share: Fraction, wrong: number): Fraction {
  const cost = times(question.penalty === undefined ? USUAL_PENALTY : shareOf(question.penalty), wrong);
  const left = plus(share, fraction(-cost.over, cost.under));
  return wrong > 0 && left.over < 0 ? NOTHING : left;
}

function withShare({ points }: Question, grade: Grade, share: Fraction): Grade {
  return { ...grade, fraction: share, points: times(share, points) };
}

function isSame(before: Given | undefined, given: Given): boolean {
  return before !== undefined && canonical(before) === canonical(given);
}
