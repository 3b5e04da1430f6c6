/** The marks of a whole attempt: each question's share, and what they add up to. */
import { type Answering, type GradeOf, marked, UNTOUCHED } from './behaviour';
import type { Paper } from './draws';
import { type Fraction, fraction, NOTHING, plus, reaches, roundedDown, times } from '../questions/fraction';
import type { Grade } from '../questions/grading';
import { isAsked, pointsOf, type Question } from '../questions/question';

/** By question, the share of its points, 0 to 1 and below 0 where being sure and wrong costs; null where a person must mark. */
export type Marks = Record<string, number | null>;

/** The shares that people gave to what no machine marks, by question. */
export type ManualMarks = ReadonlyMap<string, number>;

export interface Marking {
  grades: Grade[];
  marks: Marks;
  most: number;
  /** Null while a person has still to mark something. */
  total: Total | null;
}

export interface Total {
  points: Fraction;
  /** hundredths of a point, rounded down: for showing, never for deciding */
  hundredths: number;
  share: number;
  /** decided on the exact points, at the pass mark or above */
  passed: boolean;
}

export function marksOf(paper: Paper, answers: ReadonlyMap<string, Answering>, gradeOf: GradeOf, manual: ManualMarks): Marking {
  const grades = paper.questions.map((question) =>
    byHand(question, marked(question, paper.rules.behaviour, answers.get(question.key) ?? UNTOUCHED, gradeOf), manual),
  );
  const shares = grades.map(({ outcome, fraction: share }) => (outcome === 'unmarked' ? null : share));
  const most = pointsOf(paper);
  return {
    grades,
    marks: Object.fromEntries(paper.questions.flatMap((one, index) => (isAsked(one) ? [[one.key, number(shares[index] ?? null)]] : []))),
    most,
    total: shares.includes(null) ? null : totalOf(paper, shares as Fraction[], most),
  };
}

/** The grade of what a person marks, once they have; an answer that was not written waits for nobody. */
function byHand({ key, points }: Question, grade: Grade, manual: ManualMarks): Grade {
  const given = grade.outcome === 'unmarked' ? manual.get(key) : undefined;
  if (given === undefined) return grade;
  const share = fraction(Math.round(given * 10_000), 10_000);
  const outcome = given >= 1 ? 'right' : given <= 0 ? 'wrong' : 'partly';
  return { ...grade, outcome, fraction: share, points: times(share, points) };
}

function totalOf(paper: Paper, shares: readonly Fraction[], most: number): Total {
  const points = shares.reduce((sum, share, index) => plus(sum, times(share, paper.questions[index]!.points)), NOTHING);
  return {
    points,
    hundredths: roundedDown(points, 100),
    share: most ? points.over / points.under / most : 0,
    passed: most > 0 && reaches(points, most, paper.passMark),
  };
}

const number = (share: Fraction | null): number | null => share && share.over / share.under;
