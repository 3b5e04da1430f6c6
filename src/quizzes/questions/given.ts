/** What somebody answered to a question, as it is saved: keys of options, or what was typed. */
import { graphemes, isBlank, tidy, unshowable } from '../../kernel/text';
import { readings, withUnit } from './number-answer';
import { Question, QuestionOf } from './question';

export type Given =
  | { type: 'single'; option: string | null }
  | { type: 'multiple'; options: string[] }
  | { type: 'true-false'; value: boolean | null }
  | { type: 'short-text'; typed: string }
  | { type: 'matching'; matches: Record<string, string> }
  | { type: 'ordering'; order: string[] }
  | { type: 'number'; typed: string }
  | { type: 'gap-text'; gaps: Record<string, string> }
  | { type: 'essay'; text: string }
  | { type: 'description' };

export type GivenTo<Q extends Question> = Extract<Given, { type: Q['type'] }>;

/** A form's fields as they arrive. */
export type Fields = Readonly<Record<string, string | string[] | undefined>>;

/** Why an answer cannot be taken: a phrase key, the field, and what the phrase needs. */
export interface Refused {
  refused: RefusalReason;
  field: string;
  details: Record<string, string | number>;
}

export type RefusalReason = (typeof REFUSALS)[number];

export const REFUSALS = [
  'quizzes.refusal.not-an-option',
  'quizzes.refusal.one-answer-only',
  'quizzes.refusal.not-a-number',
  'quizzes.refusal.order-incomplete',
  'quizzes.refusal.too-long',
  'quizzes.refusal.unshowable',
] as const;

/** Most characters that can be typed into one field, and into an essay: so many that a form of Chinese ones is still taken. */
export const LONGEST_TYPED = 200;
export const LONGEST_ESSAY = 6_000;

/**
 * The answer in a posted form. Field names: `answer` for single, multiple (repeated), true-false (`true` or `false`), typed answers and ordering
 * (repeated, in sequence);
 * `answer-<item>` for matching; `answer-<gap>` for gaps; and `up` or `down` with an option for the ordering buttons.
 * Only options of this question are taken; fields that leave something open are an answer too, perhaps an empty one.
 */
export function readGiven(question: Question, fields: Fields): { given: Given } | Refused {
  try {
    return { given: READERS[question.type](question as never, fields) };
  } catch (reason) {
    if (reason instanceof NotTaken) return reason.why;
    throw reason;
  }
}

/** The answer of somebody who has not answered. */
export function emptyGiven(question: Question): Given {
  return READERS[question.type](question as never, {});
}

/** True when nothing was answered at all. */
export function isEmpty(given: Given): boolean {
  switch (given.type) {
    case 'single':
      return given.option === null;
    case 'multiple':
      return given.options.length === 0;
    case 'true-false':
      return given.value === null;
    case 'matching':
      return Object.keys(given.matches).length === 0;
    case 'ordering':
      return given.order.length === 0;
    case 'short-text':
    case 'number':
      return given.typed === '';
    case 'essay':
      return given.text === '';
    case 'description':
      return true;
    case 'gap-text':
      return Object.keys(given.gaps).length === 0;
  }
}

/** True when no item and no gap is left open. */
export function isComplete(question: Question, given: Given): boolean {
  if (question.type === 'matching' && given.type === 'matching')
    return question.items.every(({ key }) => Object.hasOwn(given.matches, key));
  if (question.type === 'gap-text' && given.type === 'gap-text') return question.gaps.every(({ key }) => Object.hasOwn(given.gaps, key));
  return !isEmpty(given);
}

type Reader<T extends Question['type']> = (question: QuestionOf<T>, fields: Fields) => Given;

const READERS: { [T in Question['type']]: Reader<T> } = {
  single: ({ options }, fields) => ({ type: 'single', option: chosen(fields, 'answer', options) }),
  multiple: ({ options }, fields) => {
    const picked = many(fields, 'answer').map((key) => known(key, 'answer', options));
    return { type: 'multiple', options: options.filter((option) => picked.includes(option)) };
  },
  'true-false': (_, fields) => {
    const said = chosen(fields, 'answer', TRUTHS);
    return { type: 'true-false', value: said === null ? null : said === 'true' };
  },
  'short-text': (_, fields) => ({ type: 'short-text', typed: one(fields, 'answer', checkedText) }),
  matching: ({ items, options }, fields) => {
    const keys = items.map(({ key }) => key);
    return { type: 'matching', matches: parts(fields, keys, (field) => chosen(fields, field, options)) };
  },
  ordering: ({ options }, fields) => ({ type: 'ordering', order: moved(inSequence(options, fields), fields, options) }),
  number: ({ units }, fields) => {
    const typed = one(fields, 'answer', checkedText);
    if (typed !== '' && readings(units ? withUnit(typed).number : typed).length === 0)
      throw new NotTaken('quizzes.refusal.not-a-number', 'answer');
    return { type: 'number', typed };
  },
  'gap-text': ({ gaps }, fields) => {
    const keys = gaps.map(({ key }) => key);
    const read = (field: string, index: number) => {
      const gap = gaps[index]!;
      return gap.typed ? one(fields, field, checkedText) || null : chosen(fields, field, gap.options);
    };
    return { type: 'gap-text', gaps: parts(fields, keys, read) };
  },
  essay: (_, fields) => ({ type: 'essay', text: one(fields, 'answer', checkedEssay) }),
  description: () => ({ type: 'description' }),
};

const TRUTHS = ['true', 'false'];

/** Stops reading at the first thing that cannot be taken. */
class NotTaken extends Error {
  readonly why: Refused;

  constructor(refused: RefusalReason, field: string, details: Refused['details'] = {}) {
    super(refused);
    this.why = { refused, field, details };
  }
}

function many(fields: Fields, field: string): string[] {
  const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
  return (Array.isArray(value) ? value : [value ?? '']).filter((each) => each !== '');
}

function one(fields: Fields, field: string, check: (text: string, field: string) => string): string {
  const values = many(fields, field);
  if (values.length > 1) throw new NotTaken('quizzes.refusal.one-answer-only', field);
  return check(values[0] ?? '', field);
}

function chosen(fields: Fields, field: string, options: readonly string[]): string | null {
  return one(fields, field, (key) => (key === '' ? '' : known(key, field, options))) || null;
}

function known(key: string, field: string, options: readonly string[]): string {
  if (!options.includes(key)) throw new NotTaken('quizzes.refusal.not-an-option', field);
  return key;
}

function checkedText(text: string, field: string, most = LONGEST_TYPED): string {
  if (unshowable(text)) throw new NotTaken('quizzes.refusal.unshowable', field);
  if (graphemes(text) > most) throw new NotTaken('quizzes.refusal.too-long', field, { most });
  return isBlank(text) ? '' : tidy(text);
}

function checkedEssay(text: string, field: string): string {
  return checkedText(text, field, LONGEST_ESSAY);
}

/** One answer for each key, without those left open. A field for a key that is not there is foreign. */
function parts(fields: Fields, keys: readonly string[], read: (field: string, index: number) => string | null): Record<string, string> {
  const foreign = Object.keys(fields).find((field) => field.startsWith('answer-') && !keys.includes(field.slice('answer-'.length)));
  if (foreign) throw new NotTaken('quizzes.refusal.not-an-option', foreign);
  const found = keys.map((key, index) => [key, read(`answer-${key}`, index)] as const);
  return Object.fromEntries(found.filter((each): each is readonly [string, string] => each[1] !== null));
}

function inSequence(options: readonly string[], fields: Fields): string[] {
  const order = many(fields, 'answer').map((key) => known(key, 'answer', options));
  const whole = order.length === options.length && new Set(order).size === options.length;
  if (order.length > 0 && !whole) throw new NotTaken('quizzes.refusal.order-incomplete', 'answer');
  return order;
}

/** The order after one press of an up or down button; at the end of the list nothing moves. */
function moved(order: readonly string[], fields: Fields, options: readonly string[]): string[] {
  const [up, down] = [chosen(fields, 'up', options), chosen(fields, 'down', options)];
  const from = order.indexOf(up ?? down ?? '');
  const to = from + (up ? -1 : 1);
  if (from < 0 || to < 0 || to >= order.length) return [...order];
  return order.map((key, index) => (index === from ? order[to]! : index === to ? order[from]! : key));
}
