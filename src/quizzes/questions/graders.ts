/** What an answer is worth, type by type: a share of the points, and which of its parts are right. */
import { Accepted, fitsAny, isAccepted } from './accepted';
import { Fraction, fraction, NOTHING, plus, WHOLE } from './fraction';
import { Given, GivenTo } from './given';
import { isWithin, readings, withUnit } from './number-answer';
import { bounded, shareOf } from './percent';
import { Question, QuestionOf } from './question';

/** One thing that had to be decided: an option, an item, a gap; for most types the question itself. */
export interface Part {
  key: string;
  right: boolean;
}

export interface Graded {
  parts: Part[];
  /** 0 to 1 */
  share: Fraction;
  /** the foreseen answer that what was typed fits; the first number of a question has no key */
  fitted?: string;
}

/** Null stands for no answer, which is graded like an empty one. */
export function graded(question: Question, given: Given | null, accepted: Accepted): Graded {
  return GRADERS[question.type](question as never, (given ?? NO_ANSWER) as never, accepted);
}

const NO_ANSWER = { option: null, options: [], value: null, matches: {}, order: [], typed: '', gaps: {}, text: '' };

type Grader<Q extends Question> = (question: Q, given: GivenTo<Q>, accepted: Accepted) => Graded;

const GRADERS: { [T in Question['type']]: Grader<QuestionOf<T>> } = {
  single: ({ key, right, weights }, { option }) =>
    option === right ? whole(key, WHOLE) : whole(key, bounded(shareOf(weighed(weights, option ?? '')))),
  multiple,
  'true-false': ({ key, right }, { value }) => whole(key, value === right ? WHOLE : NOTHING),
  'short-text': ({ key, answers, matchCase }, { typed }, accepted) => {
    const found = answers.find((answer) => typed !== '' && fitsAny(accepted, key, answer.key, typed, matchCase));
    return fitting(key, found);
  },
  matching: ({ items }, { matches }) => each(items.map(({ key, right }) => ({ key, right: own(matches, key) === right }))),
  ordering,
  number,
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
  essay: ({ key }) => whole(key, NOTHING),
  description: () => ({ parts: [], share: NOTHING }),
};

/**
 * With weights, what was picked adds up, as in Moodle. Without, right picks count less wrong picks, of all that are right. Never below nothing:
 * picking everything is worth no more than knowing nothing.
 */
function multiple({ options, right, weights }: QuestionOf<'multiple'>, { options: picked }: GivenTo<QuestionOf<'multiple'>>): Graded {
  const parts = options.map((key) => ({ key, right: picked.includes(key) === right.includes(key) }));
  if (weights) return { parts, share: bounded(picked.map((key) => shareOf(weighed(weights, key))).reduce(plus, NOTHING)) };
  const hits = picked.filter((option) => right.includes(option)).length;
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

/** The first number that fits counts. A unit that is typed has to be one that is known; without one the number is taken as it is. */
function number(question: QuestionOf<'number'>, { typed }: GivenTo<QuestionOf<'number'>>, accepted: Accepted): Graded {
  const { key, value, tolerance, others = [], units } = question;
  const said = units ? withUnit(typed) : { number: typed, unit: '' };
  const unit = said.unit === '' ? { factor: 1 } : units?.find((one) => isAccepted(accepted, key, `units.${one.key}`, said.unit));
  const numbers = unit ? readings(said.number).map((one) => one * unit.factor) : [];
  const fits = (one: { value: number; tolerance: number }) => numbers.some((given) => isWithin(given, one.value, one.tolerance));
  return fits({ value, tolerance }) ? whole(key, WHOLE) : fitting(key, others.find(fits));
}

function fitting(key: string, found: { key: string; percent: number } | undefined): Graded {
  return found ? { ...whole(key, bounded(shareOf(found.percent))), fitted: found.key } : whole(key, NOTHING);
}

function weighed(weights: Readonly<Record<string, number>> = {}, key: string): number {
  return Object.hasOwn(weights, key) ? weights[key]! : 0;
}

function whole(key: string, share: Fraction): Graded {
  return { parts: [{ key, right: share.over === share.under }], share };
}

function each(parts: Part[]): Graded {
  return { parts, share: fraction(parts.filter(({ right }) => right).length, parts.length) };
}

function own(record: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
