/** One question in `quiz.yml`: its type, its points and its key, without words. */
import { GapStructure, QuestionStructure } from '../question-structures';
import { Fields, MOST_KEYS, Sheet, within } from './sheet';
import { Branch } from './yaml';

const MOST_POINTS = 100;
const MOST_TAGS = 20;
const MOST_HINTS = 5;
const MOST_WORDS = 1000;
const LARGEST = Number.MAX_SAFE_INTEGER;

type Type = QuestionStructure['type'];
type Of<T extends Type> = Extract<QuestionStructure, { type: T }>;
type Asked = Pick<QuestionStructure, 'key' | 'points' | 'read' | 'tags' | 'hints' | 'penalty'>;

/** What a type adds to what all questions say: what has to be there, and what may be. */
const OWN: Record<Type, readonly [required: readonly string[], optional: readonly string[]]> = {
  single: [['options', 'right'], ['weights']],
  multiple: [['options', 'right'], ['weights']],
  'true-false': [['right'], []],
  'short-text': [['answers'], ['matchCase']],
  matching: [['items', 'options', 'right'], []],
  ordering: [['options'], []],
  number: [['right'], ['others', 'units']],
  'gap-text': [['gaps'], []],
  essay: [[], ['mostWords', 'rubric']],
  description: [[], []],
};

const TYPES = Object.keys(OWN) as Type[];
const FOR_ALL = ['read', 'tags', 'hints', 'penalty'];

/** The question, or null when its type is unknown. */
export function readQuestion(sheet: Sheet, branch: Branch, where: string): QuestionStructure | null {
  const type = sheet.word(sheet.map(branch, where), 'type', TYPES);
  const known = Object.hasOwn(OWN, type);
  const [required, optional] = known ? OWN[type] : [[], Object.values(OWN).flat(2)];
  const fields = sheet.fields(branch, where, ['key', 'type', 'points', ...required], [...FOR_ALL, ...optional]);
  return known ? READERS[type](sheet, fields, asked(sheet, fields, type)) : null;
}

function asked(sheet: Sheet, fields: Fields, type: Type): Asked {
  const [least, most] = type === 'description' ? [0, 0] : [1, MOST_POINTS];
  return {
    key: sheet.key(fields, 'key'),
    points: sheet.whole(fields, 'points', least, most),
    read: readAgain(sheet, fields),
    ...where(fields, 'tags', () => sheet.keys(fields, 'tags', 1, MOST_TAGS)),
    ...where(fields, 'hints', () => sheet.whole(fields, 'hints', 1, MOST_HINTS)),
    ...where(fields, 'penalty', () => sheet.number(fields, 'penalty', 0, 100)),
  };
}

/** A field that need not be there; what is not written is not there afterwards either. */
function where<N extends string, V>(fields: Fields, name: N, read: () => V): Partial<Record<N, V>> {
  return fields.entries.has(name) ? ({ [name]: read() } as Record<N, V>) : {};
}

const READERS: { [T in Type]: (sheet: Sheet, fields: Fields, asked: Asked) => Of<T> } = {
  single: (sheet, fields, about) => {
    const options = sheet.keys(fields, 'options', 2);
    return { ...about, type: 'single', options, right: rightOf(sheet, fields, options), ...weights(sheet, fields, options) };
  },
  multiple: (sheet, fields, about) => {
    const options = sheet.keys(fields, 'options', 2);
    const right = sheet.keys(fields, 'right', 1);
    for (const key of right) inOptions(sheet, options, key, fields.entries.get('right')!, within(fields.where, 'right'));
    const inOrder = options.filter((option) => right.includes(option));
    return { ...about, type: 'multiple', options, right: inOrder, ...weights(sheet, fields, options) };
  },
  'true-false': (sheet, fields, about) => ({ ...about, type: 'true-false', right: sheet.flag(fields, 'right', false) }),
  'short-text': (sheet, fields, about) => ({
    ...about,
    type: 'short-text',
    answers: sheet.parts(fields, 'answers', [1, MOST_KEYS], (branch, at) => {
      const one = sheet.fields(branch, at, ['key', 'percent']);
      return { key: sheet.key(one, 'key'), percent: sheet.number(one, 'percent', 0, 100) };
    }),
    matchCase: sheet.flag(fields, 'matchCase', false),
  }),
  matching,
  ordering: (sheet, fields, about) => ({ ...about, type: 'ordering', options: sheet.keys(fields, 'options', 2) }),
  number: (sheet, fields, about) => ({
    ...about,
    type: 'number',
    ...numberIn(sheet, sheet.fields(fields.entries.get('right'), within(fields.where, 'right'), ['value', 'tolerance'])),
    ...where(fields, 'others', () => sheet.parts(fields, 'others', [1, MOST_KEYS], (branch, at) => otherNumber(sheet, branch, at))),
    ...where(fields, 'units', () => sheet.parts(fields, 'units', [1, MOST_KEYS], (branch, at) => unit(sheet, branch, at))),
  }),
  'gap-text': gapText,
  essay: (sheet, fields, about) => essay(sheet, fields, about),
  description: (_, __, about) => ({ ...about, type: 'description' }),
};

function numberIn(sheet: Sheet, fields: Fields): { value: number; tolerance: number } {
  return { value: sheet.number(fields, 'value', -LARGEST, LARGEST), tolerance: sheet.number(fields, 'tolerance', 0, LARGEST) };
}

function otherNumber(sheet: Sheet, branch: Branch, at: string) {
  const one = sheet.fields(branch, at, ['key', 'value', 'tolerance', 'percent']);
  return { key: sheet.key(one, 'key'), ...numberIn(sheet, one), percent: sheet.number(one, 'percent', 0, 100) };
}

function unit(sheet: Sheet, branch: Branch, at: string): { key: string; factor: number } {
  const one = sheet.fields(branch, at, ['key', 'factor']);
  return { key: sheet.key(one, 'key'), factor: sheet.number(one, 'factor', Number.MIN_VALUE, LARGEST) };
}

function weights(sheet: Sheet, fields: Fields, options: readonly string[]): { weights?: Record<string, number> } {
  const branch = fields.entries.get('weights');
  if (!branch) return {};
  const each = sheet.fields(branch, within(fields.where, 'weights'), [], options);
  return { weights: Object.fromEntries([...each.entries.keys()].map((key) => [key, sheet.number(each, key, -100, 100)])) };
}

/** Where there is a rubric, its points are those of the question. */
function essay(sheet: Sheet, fields: Fields, about: Asked): Of<'essay'> {
  const rubric = sheet.parts(fields, 'rubric', [1, MOST_KEYS], (branch, at) => {
    const one = sheet.fields(branch, at, ['key', 'points']);
    return { key: sheet.key(one, 'key'), points: sheet.whole(one, 'points', 1, MOST_POINTS) };
  });
  const sum = rubric.reduce((total, { points }) => total + points, 0);
  if (rubric.length && sum !== about.points) sheet.note('content.problem.rubric-points', fields.line, { sum, points: about.points });
  const mostWords = sheet.isNothing(fields, 'mostWords') ? null : sheet.whole(fields, 'mostWords', 1, MOST_WORDS);
  return { ...about, type: 'essay', mostWords, rubric };
}

function matching(sheet: Sheet, fields: Fields, about: Asked): Of<'matching'> {
  const items = sheet.keys(fields, 'items', 1);
  const options = sheet.keys(fields, 'options', 2);
  const right = sheet.fields(fields.entries.get('right'), within(fields.where, 'right'), items);
  return { ...about, type: 'matching', items: items.map((key) => ({ key, right: optionOf(sheet, right, key, options) })), options };
}

function gapText(sheet: Sheet, fields: Fields, about: Asked): Of<'gap-text'> {
  const where = within(fields.where, 'gaps');
  const gaps = sheet.map(fields.entries.get('gaps'), where);
  const keys = sheet.names(fields.entries.get('gaps'), where);
  if (keys.length < 1) sheet.note('content.problem.too-few', gaps.line, { name: where, least: 1 });
  if (keys.length > MOST_KEYS) sheet.note('content.problem.too-many', gaps.line, { name: where, most: MOST_KEYS });
  return { ...about, type: 'gap-text', gaps: [...gaps.entries].map(([key, branch]) => gap(sheet, branch, within(where, key), key)) };
}

function gap(sheet: Sheet, branch: Branch, where: string, key: string): GapStructure {
  const typed = sheet.map(branch, where).entries.has('typed');
  const fields = sheet.fields(branch, where, typed ? ['typed'] : ['options', 'right']);
  if (typed) {
    sheet.word(fields, 'typed', ['true']);
    return { key, typed };
  }
  const options = sheet.keys(fields, 'options', 2);
  return { key, typed, options, right: rightOf(sheet, fields, options) };
}

function rightOf(sheet: Sheet, fields: Fields, options: readonly string[]): string {
  return optionOf(sheet, fields, 'right', options);
}

function optionOf(sheet: Sheet, fields: Fields, name: string, options: readonly string[]): string {
  const branch = fields.entries.get(name);
  const key = sheet.key(fields, name);
  if (branch && key) inOptions(sheet, options, key, branch, within(fields.where, name));
  return key;
}

function inOptions(sheet: Sheet, options: readonly string[], key: string, { line }: Branch, name: string): void {
  if (key && !options.includes(key)) sheet.note('content.problem.unknown-option', line, { name, option: key });
}

function readAgain(sheet: Sheet, fields: Fields): string | null {
  const branch = fields.entries.get('read');
  if (!branch || sheet.isNothing(fields, 'read')) return null;
  const target = branch.kind === 'scalar' ? branch.source : '';
  if (!/^[a-z0-9-]+(#[a-z0-9-]+)?$/.test(target)) {
    sheet.note('content.problem.bad-value', branch.line, { name: within(fields.where, 'read'), value: target, allowed: 'lesson#heading' });
  }
  return target;
}
