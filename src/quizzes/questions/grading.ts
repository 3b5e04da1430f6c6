/** Grading: what an answer is worth. Exact throughout; the same key and the same answers always give the same points. */
import { Accepted } from './accepted';
import { Fraction, fraction, NOTHING, plus, reaches, roundedDown, times } from './fraction';
import { Given, isEmpty } from './given';
import { graded, Part } from './graders';
import { isAsked, isMarkedByHand, pointsOf, Question, Quiz } from './question';

/** `unmarked`: a person has to read it first. */
export type Outcome = 'right' | 'partly' | 'wrong' | 'unanswered' | 'unmarked';

export interface Grade {
  question: string;
  outcome: Outcome;
  /** 0 to 1 */
  fraction: Fraction;
  parts: Part[];
  /** the foreseen answer that was typed, by its key */
  fitted?: string;
  points: Fraction;
  most: number;
}

export interface Score {
  points: Fraction;
  most: number;
  /** hundredths of a point, rounded down: for keeping and showing, never for deciding */
  hundredths: number;
  /** rounded down: for showing, never for deciding; so nobody reads "70%" and "not passed" together */
  percent: number;
  /** decided on the exact points, at the pass mark or above */
  passed: boolean;
  grades: Grade[];
}

/** The grade of one answer; null stands for no answer. An answer to another type of question is a fault. */
export function grade(question: Question, given: Given | null, accepted: Accepted = new Map()): Grade {
  if (given && given.type !== question.type) throw new Error(`${question.key} is ${question.type}, not ${given.type}`);
  const empty = given === null || isEmpty(given);
  const { parts, share, fitted } = graded(question, given, accepted);
  const worth = empty ? NOTHING : share;
  return {
    question: question.key,
    outcome: empty ? 'unanswered' : isMarkedByHand(question) ? 'unmarked' : outcome(worth),
    fraction: worth,
    parts: parts.map(({ key, right }) => ({ key, right: right && !empty })),
    ...(fitted === undefined || empty ? {} : { fitted }),
    points: times(worth, question.points),
    most: question.points,
  };
}

/** The score of a whole attempt. Questions that were not answered count with nothing, and so does what nobody has marked yet. */
export function score(
  quiz: Pick<Quiz, 'questions' | 'passMark'>,
  givens: ReadonlyMap<string, Given>,
  accepted: Accepted = new Map(),
): Score {
  const grades = quiz.questions.filter(isAsked).map((question) => grade(question, givens.get(question.key) ?? null, accepted));
  const points = grades.reduce((sum, each) => plus(sum, each.points), NOTHING);
  const most = pointsOf(quiz);
  return {
    points,
    most,
    hundredths: roundedDown(points, 100),
    percent: most === 0 ? 0 : roundedDown(fraction(points.over, points.under * most), 100),
    passed: most > 0 && reaches(points, most, quiz.passMark),
    grades,
  };
}

function outcome({ over, under }: Fraction): Outcome {
  return over === under ? 'right' : over === 0 ? 'wrong' : 'partly';
}
