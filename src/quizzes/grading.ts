/** Grading: what an answer is worth. Exact throughout; the same key and the same answers always give the same points. */
import { Accepted, isAccepted } from './accepted';
import { Fraction, fraction, NOTHING, plus, reaches, roundedDown, times, WHOLE } from './fraction';
import { Given, GivenTo, isEmpty } from './given';
import { isWithin, readings } from './number-answer';
import { pointsOf, Question, QuestionOf, Quiz } from './question';

export type Outcome = 'right' | 'partly' | 'wrong' | 'unanswered';

/** One thing that had to be decided: an option, an item, a gap; for single choice and numbers the question itself. */
export interface Part {
  key: string;
  right: boolean;
}

export interface Grade {
  question: string;
  outcome: Outcome;
  /** 0 to 1 */
  fraction: Fraction;
  parts: Part[];
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
  const { parts, share } = GRADERS[question.type](question as never, (given ?? NO_ANSWER) as never, accepted);
  const worth = empty ? NOTHING : share;
  return {
    question: question.key,
    outcome: empty ? 'unanswered' : outcome(worth),
    fraction: worth,
    parts: parts.map(({ key, right }) => ({ key, right: right && !empty })),
    points: times(worth, question.points),
    most: question.points,
  };
}

/** The score of a whole attempt. Questions that were not answered count with nothing. */
export function score(
  quiz: Pick<Quiz, 'questions' | 'passMark'>,
  givens: ReadonlyMap<string, Given>,
  accepted: Accepted = new Map(),
): Score {
  const grades = quiz.questions.map((question) => grade(question, givens.get(question.key) ?? null, accepted));
  const points = grades.reduce((sum, each) => plus(sum, each.points), NOTHING);
  const most = pointsOf(quiz);
  return {
    points,
    most,
    hundredths: roundedDown(points, 100),
    percent: roundedDown(fraction(points.over, points.under * most), 100),
    passed: reaches(points, most, quiz.passMark),
    grades,
  };
}

interface Graded {
  parts: Part[];
  share: Fraction;
}

const NO_ANSWER = { option: null, options: [], matches: {}, order: [], typed: '', gaps: {} };

type Grader<Q extends Question> = (question: Q, given: GivenTo<Q>, accepted: Accepted) => Graded;

const GRADERS: { [T in Question['type']]: Grader<QuestionOf<T>> } = {
  single: ({ key, right }, { option }) => allOrNothing(key, option === right),
  multiple,
  matching: ({ items }, { matches }) => each(items.map(({ key, right }) => ({ key, right: own(matches, key) === right }))),
  ordering,
  number: ({ key, value, tolerance }, { typed }) =>
    allOrNothing(
      key,
      readings(typed).some((number) => isWithin(number, value, tolerance)),
    ),
  'gap-text': (question, { gaps }, accepted) =>
    each(
      question.gaps.map((gap) => {
        const filled = own(gaps, gap.key) ?? '';
        return {
          key: gap.key,
          right: gap.typed ? filled !== '' && isAccepted(accepted, question.key, gap.key, filled) : filled === gap.right,
        };
      }),
    ),
};

/** Right picks less wrong picks, of all that are right, and never below nothing: picking everything is worth no more than knowing nothing. */
function multiple({ options, right }: QuestionOf<'multiple'>, { options: picked }: GivenTo<QuestionOf<'multiple'>>): Graded {
  const hits = picked.filter((option) => right.includes(option)).length;
  const parts = options.map((key) => ({ key, right: picked.includes(key) === right.includes(key) }));
  return { parts, share: fraction(Math.max(0, hits - (picked.length - hits)), right.length) };
}

/**
 * Each neighbour that rightly follows counts, as in Moodle's ordering questions graded "relative to the next item, excluding last".
 * Counting right positions would give nothing to someone who knows the whole order and misplaces its first item. A part is an item
 * whose successor is the right one, so the last item has none.
 */
function ordering({ options }: QuestionOf<'ordering'>, { order }: GivenTo<QuestionOf<'ordering'>>): Graded {
  const followed = (key: string) => order[order.indexOf(key) + 1];
  return each(options.slice(0, -1).map((key, index) => ({ key, right: order.includes(key) && followed(key) === options[index + 1] })));
}

function allOrNothing(key: string, right: boolean): Graded {
  return { parts: [{ key, right }], share: right ? WHOLE : NOTHING };
}

function each(parts: Part[]): Graded {
  return { parts, share: fraction(parts.filter(({ right }) => right).length, parts.length) };
}

function own(record: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function outcome({ over, under }: Fraction): Outcome {
  return over === under ? 'right' : over === 0 ? 'wrong' : 'partly';
}
