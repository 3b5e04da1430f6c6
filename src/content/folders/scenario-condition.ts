/** What a scripted seat, or an announcement, waits for: comparisons of what can be seen at the table, joined by all, any and not. */
import { Condition, PHASE_KINDS, STANCES } from '../scenario';
import { ScenarioNames } from './scenario-names';
import { Fields, Sheet, within } from './sheet';
import { Branch, Tree } from './yaml';

const MOST_JOINED = 26;
const DEEPEST = 8;
const MOST_NUMBER = 1_000_000;

const NUMBER_OPS = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] as const;
const WORD_OPS = ['eq', 'ne', 'in'] as const;
const OBJECTION_STATES = ['none', 'open', 'answered', 'accommodated', 'withdrawn', 'in-the-rough', 'out-of-scope', 'duplicate', 'upheld'];

/** A value that can be compared: a whole number, or one of some words. */
type Compared = 'number' | readonly string[];

/** Who waits: a seat knows its own gain and its letters; an announcement only what everybody sees. */
export type Waiting = 'seat' | 'table';

export function readCondition(sheet: Sheet, branch: Branch, where: string, names: ScenarioNames, waiting: Waiting, depth = 1): Condition {
  const entries = sheet.map(branch, where).entries;
  const [form, ...more] = ['all', 'any', 'not', 'path'].filter((name) => entries.has(name));
  const nothing: Condition = { all: [] };
  if (branch.kind !== 'map') return nothing;
  if (!form || more.length > 0) sheet.note('content.problem.condition', branch.line, { name: where });
  if (depth > DEEPEST) sheet.note('content.problem.too-deep', branch.line, { name: where, most: DEEPEST });
  if (!form || more.length > 0 || depth > DEEPEST) return nothing;
  if (form === 'path') return readComparison(sheet, branch, where, names, waiting);
  const fields = sheet.fields(branch, where, [form]);
  const inner = (each: Branch, at: string) => readCondition(sheet, each, at, names, waiting, depth + 1);
  if (form === 'not') return { not: inner(entries.get('not')!, within(where, 'not')) };
  const joined = sheet.list(fields, form, 1, MOST_JOINED).map((each, index) => inner(each, within(where, `${form}.${index + 1}`)));
  return form === 'all' ? { all: joined } : { any: joined };
}

function readComparison(sheet: Sheet, branch: Branch, where: string, names: ScenarioNames, waiting: Waiting): Condition {
  const fields = sheet.fields(branch, where, ['path', 'op', 'value']);
  const written = fields.entries.get('path')!;
  const path = written.kind === 'scalar' ? written.source : '';
  const { compared, allowed } = followed(path, names, waiting);
  if (!compared) {
    sheet.note('content.problem.unknown-name', written.line, { name: within(where, 'path'), value: path, allowed: allowed.join(', ') });
    return { path, op: 'eq', value: 0 };
  }
  if (compared === 'number') {
    return { path, op: sheet.word(fields, 'op', NUMBER_OPS), value: sheet.whole(fields, 'value', -MOST_NUMBER, MOST_NUMBER) };
  }
  const op = sheet.word(fields, 'op', WORD_OPS);
  return { path, op, value: op === 'in' ? someOf(sheet, fields, compared) : sheet.word(fields, 'value', compared) };
}

function someOf(sheet: Sheet, fields: Fields, allowed: readonly string[]): string[] {
  return sheet.references(fields, 'value', allowed, 1);
}

/** What a path leads to; where it leads nowhere, what could have been written instead. */
function followed(path: string, names: ScenarioNames, waiting: Waiting): { compared: Compared | null; allowed: readonly string[] } {
  const [first = '', second = '', third = '', ...rest] = path.split('.');
  const one = (known: readonly string[], compared: Compared) =>
    known.includes(second) && third === '' && rest.length === 0
      ? { compared, allowed: [] }
      : { compared: null, allowed: known.map((name) => `${first}.${name}`) };
  const two = (known: readonly string[], last: readonly string[], compared: Compared) =>
    known.includes(second) && last.includes(third) && rest.length === 0
      ? { compared, allowed: [] }
      : { compared: null, allowed: known.flatMap((name) => last.map((each) => `${first}.${name}.${each}`)) };
  const alone = (compared: Compared) => (path === first ? { compared, allowed: [] } : { compared: null, allowed: [first] });
  const clauses = [...names.clauses.keys()];
  const heard = [...new Set([...names.statements, ...names.say])];
  switch (first) {
    case 'slot':
      return one([...names.slots.keys()], names.slots.get(second) ?? []);
    case 'revision':
      return one(clauses, 'number');
    case 'stance':
      return two(clauses, names.parties, ['none', ...STANCES]);
    case 'count':
      return two(clauses, STANCES, 'number');
    case 'objection':
      return one([...names.objections.keys()], OBJECTION_STATES);
    case 'phase':
      return alone(PHASE_KINDS);
    case 'round':
      return alone('number');
    case 'said':
      return one(heard, 'number');
    case 'inject':
      return one(names.injects, 'number');
    case 'received':
      if (waiting === 'seat') return one(heard, 'number');
      break;
    case 'utility':
    case 'threshold':
      if (waiting === 'seat') return alone('number');
  }
  const anybody = ['slot.…', 'revision.…', 'stance.….…', 'count.….…', 'objection.…', 'phase', 'round', 'said.…', 'inject.…'];
  return { compared: null, allowed: waiting === 'seat' ? [...anybody, 'received.…', 'utility', 'threshold'] : anybody };
}

export function conditionTree(condition: Condition): Tree {
  if ('all' in condition) return new Map([['all', condition.all.map(conditionTree)]]);
  if ('any' in condition) return new Map([['any', condition.any.map(conditionTree)]]);
  if ('not' in condition) return new Map([['not', conditionTree(condition.not)]]);
  return new Map<string, Tree>([
    ['path', condition.path],
    ['op', condition.op],
    ['value', condition.value],
  ]);
}
