/** One question in `quiz.yml`: its type, its points and its key, without words. */
import {
  GapStructure,
  GapTextStructure,
  MatchingStructure,
  MultipleStructure,
  NumberStructure,
  OrderingStructure,
  QuestionStructure,
  SingleStructure,
} from '../structures';
import { Fields, MOST_KEYS, Sheet, within } from './sheet';
import { Branch, Tree } from './yaml';

const TYPES = ['single', 'multiple', 'matching', 'ordering', 'number', 'gap-text'] as const;
const MOST_POINTS = 100;

type Type = (typeof TYPES)[number];
type Asked = Pick<QuestionStructure, 'key' | 'points' | 'read'>;

/** What a type adds to key, type, points and read. */
const OWN: Record<Type, readonly string[]> = {
  single: ['options', 'right'],
  multiple: ['options', 'right'],
  matching: ['items', 'options', 'right'],
  ordering: ['options'],
  number: ['right'],
  'gap-text': ['gaps'],
};

/** The question, or null when its type is unknown. */
export function readQuestion(sheet: Sheet, branch: Branch, where: string): QuestionStructure | null {
  const type = sheet.word(sheet.map(branch, where), 'type', TYPES);
  const known = Object.hasOwn(OWN, type);
  const all = Object.values(OWN).flat();
  const fields = sheet.fields(branch, where, ['key', 'type', 'points', ...(known ? OWN[type] : [])], ['read', ...(known ? [] : all)]);
  const asked = { key: sheet.key(fields, 'key'), points: sheet.whole(fields, 'points', 1, MOST_POINTS), read: readAgain(sheet, fields) };
  return known ? READERS[type](sheet, fields, asked) : null;
}

const READERS: Record<Type, (sheet: Sheet, fields: Fields, asked: Asked) => QuestionStructure> = {
  single: (sheet, fields, asked): SingleStructure => {
    const options = sheet.keys(fields, 'options', 2);
    return { ...asked, type: 'single', options, right: rightOf(sheet, fields, options) };
  },
  multiple: (sheet, fields, asked): MultipleStructure => {
    const options = sheet.keys(fields, 'options', 2);
    const right = sheet.keys(fields, 'right', 1);
    for (const key of right) inOptions(sheet, options, key, fields.entries.get('right')!, within(fields.where, 'right'));
    return { ...asked, type: 'multiple', options, right: options.filter((option) => right.includes(option)) };
  },
  matching,
  ordering: (sheet, fields, asked): OrderingStructure => ({ ...asked, type: 'ordering', options: sheet.keys(fields, 'options', 2) }),
  number: (sheet, fields, asked): NumberStructure => {
    const right = sheet.fields(fields.entries.get('right'), within(fields.where, 'right'), ['value', 'tolerance']);
    const most = Number.MAX_SAFE_INTEGER;
    return {
      ...asked,
      type: 'number',
      value: sheet.number(right, 'value', -most, most),
      tolerance: sheet.number(right, 'tolerance', 0, most),
    };
  },
  'gap-text': gapText,
};

function matching(sheet: Sheet, fields: Fields, asked: Asked): MatchingStructure {
  const items = sheet.keys(fields, 'items', 1);
  const options = sheet.keys(fields, 'options', 2);
  const right = sheet.fields(fields.entries.get('right'), within(fields.where, 'right'), items);
  return { ...asked, type: 'matching', items: items.map((key) => ({ key, right: optionOf(sheet, right, key, options) })), options };
}

function gapText(sheet: Sheet, fields: Fields, asked: Asked): GapTextStructure {
  const where = within(fields.where, 'gaps');
  const gaps = sheet.map(fields.entries.get('gaps'), where);
  const keys = sheet.names(fields.entries.get('gaps'), where);
  if (keys.length < 1) sheet.note('content.problem.too-few', gaps.line, { name: where, least: 1 });
  if (keys.length > MOST_KEYS) sheet.note('content.problem.too-many', gaps.line, { name: where, most: MOST_KEYS });
  return { ...asked, type: 'gap-text', gaps: [...gaps.entries].map(([key, branch]) => gap(sheet, branch, within(where, key), key)) };
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

/** The question as `quiz.yml` has it. */
export function questionTree(question: QuestionStructure): Map<string, Tree> {
  const { key, type, points, read } = question;
  return treeOf({ key, type, points, ...(read === null ? {} : { read }), ...ownTree(question) });
}

function ownTree(question: QuestionStructure): Record<string, Tree> {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return { options: question.options, right: question.right };
    case 'matching': {
      const { items, options } = question;
      return { items: items.map(({ key }) => key), options, right: new Map(items.map(({ key, right }) => [key, right])) };
    }
    case 'ordering':
      return { options: question.options };
    case 'number':
      return { right: treeOf({ value: question.value, tolerance: question.tolerance }) };
    case 'gap-text':
      return { gaps: new Map(question.gaps.map((each) => [each.key, gapTree(each)])) };
  }
}

function gapTree(each: GapStructure): Tree {
  return treeOf(each.typed ? { typed: true } : { options: each.options, right: each.right });
}

function treeOf(fields: Record<string, Tree>): Map<string, Tree> {
  return new Map(Object.entries(fields));
}
