/** The marks of a whole attempt: each question's share, and what they add up to. */
import { type Answering, type GradeOf, marked, UNTOUCHED } from './behaviour';
import type { Paper } from './draws';
import { type Fraction, fraction, NOTHING, plus, reaches, roundedDown, times } from './fraction';
import type { Given } from './given';
import { isEmpty } from './given';
import type { Grade } from './grading';
import { pointsOf, type Question } from './question';

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
    marked(question, paper.rules.behaviour, answers.get(question.key) ?? UNTOUCHED, gradeOf),
  );
  const given = (key: string) => answers.get(key)?.given ?? null;
  const shares = paper.questions.map((question, index) => shareOf(question, given(question.key), grades[index]!, manual));
  const most = pointsOf(paper);
  return {
    grades,
    marks: Object.fromEntries(paper.questions.flatMap(({ key, type }, index) => (type === 'description' ? [] : [[key, number(shares[index]!)]]))),
    most,
    total: shares.includes(null) ? null : totalOf(paper, shares as Fraction[], most),
  };
}

/** Null for an essay that waits for a person; one that was not written waits for nobody. */
function shareOf({ key, type }: Question, given: Given | null, grade: Grade, manual: ManualMarks): Fraction | null {
  if (type !== 'essay') return grade.fraction;
  if (!given || isEmpty(given)) return NOTHING;
  const share = manual.get(key);
  return share === undefined ? null : fraction(Math.round(share * 10_000), 10_000);
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
