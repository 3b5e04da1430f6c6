/** A new key for a question, as somebody says it in a form. What is not said stays. */
import { canonical } from '../../content/canonical';
import type { Texts } from '../../content/package';
import { typedNumber } from '../../kernel/digits';
import type { Question, QuestionOf } from '../questions/question';

export interface KeyFields {
  /** an option, several, `true` or `false`, or a number */
  answer: readonly string[];
  /** by item, gap or option: what it goes with, or its place */
  part: Readonly<Record<string, string>>;
  /** further answers that are accepted, one a line */
  more: string;
  tolerance: string;
}

export type NewKey =
  | { structure: Question; texts: Texts }
  | { refused: 'analysis.error.no-key' | 'analysis.error.same-key' | 'analysis.error.order' | 'analysis.error.number' };

export function newKey(question: Question, fields: KeyFields): NewKey {
  const found = READERS[question.type](question as never, fields);
  if ('refused' in found) return found;
  const same = canonical(found.structure) === canonical(question) && !Object.keys(found.texts).length;
  return same ? { refused: 'analysis.error.same-key' } : found;
}

/** Whether a key can be wrong at all. */
export function hasKey({ type }: Pick<Question, 'type'>): boolean {
  return type !== 'essay' && type !== 'description';
}

type Reader<T extends Question['type']> = (question: QuestionOf<T>, fields: KeyFields) => NewKey;

const NO_KEY: NewKey = { refused: 'analysis.error.no-key' };
const only = (structure: Question): NewKey => ({ structure, texts: {} });

const READERS: { [T in Question['type']]: Reader<T> } = {
  single: (question, { answer: [right, more] }) => {
    if (!right || more !== undefined || !question.options.includes(right)) return NO_KEY;
    const { [right]: _right, ...weights } = question.weights ?? {};
    return only({ ...question, right, ...(question.weights && { weights }) });
  },
  multiple: ({ weights: _weights, ...question }, { answer }) => {
    const right = question.options.filter((option) => answer.includes(option));
    return right.length ? only({ ...question, right }) : NO_KEY;
  },
  'true-false': (question, { answer: [right, more] }) =>
    more === undefined && (right === 'true' || right === 'false') ? only({ ...question, right: right === 'true' }) : NO_KEY,
  'short-text': (question, { more }) => {
    const added = linesOf(more).map((text, index) => ({ key: fresh(question.answers, index), text }));
    if (!added.length) return NO_KEY;
    const answers = [...added.map(({ key }) => ({ key, percent: 100 })), ...question.answers];
    return { structure: { ...question, answers }, texts: Object.fromEntries(added.map(({ key, text }) => [`answers.${key}.text`, text])) };
  },
  number: (question, { answer: [typed = ''], tolerance: within }) => {
    const [value, tolerance] = [typedNumber(typed), within === '' ? 0 : typedNumber(within)];
    if (value === null || tolerance === null || tolerance < 0) return { refused: 'analysis.error.number' };
    return only({ ...question, value, tolerance });
  },
  matching: (question, { part }) => {
    const items = question.items.map((item) => ({ ...item, right: part[item.key] || item.right }));
    return items.every(({ right }) => question.options.includes(right)) ? only({ ...question, items }) : NO_KEY;
  },
  ordering: (question, { part }) => {
    const places = question.options.map((option) => typedNumber(part[option] ?? ''));
    const whole = new Set(places).size === places.length && places.every((place) => place !== null && place >= 1 && place <= places.length);
    if (!whole || places.some((place) => !Number.isInteger(place))) return { refused: 'analysis.error.order' };
    return only({
      ...question,
      options: question.options.toSorted((a, b) => places[question.options.indexOf(a)]! - places[question.options.indexOf(b)]!),
    });
  },
  'gap-text': (question, { part }) => {
    const gaps = question.gaps.map((gap) => (gap.typed ? gap : { ...gap, right: part[gap.key] || gap.right }));
    if (gaps.some((gap) => !gap.typed && !gap.options.includes(gap.right))) return NO_KEY;
    const typed = question.gaps
      .filter((gap) => gap.typed)
      .flatMap(({ key }) => linesOf(part[key] ?? '').map((text, index) => [`gaps.${key}.answers.${9_000 + index}`, text]));
    return { structure: { ...question, gaps }, texts: Object.fromEntries(typed) as Texts };
  },
  essay: () => NO_KEY,
  description: () => NO_KEY,
};

const MOST_LINES = 20;

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return [...new Set(lines.filter(Boolean))].slice(0, MOST_LINES);
}

function fresh(answers: readonly { key: string }[], index: number): string {
  const known = answers.filter(({ key }) => /^also-\d+$/.test(key)).length;
  return `also-${known + index + 1}`;
}
