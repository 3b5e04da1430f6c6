/** One YAML file while it is being read: takes values out and writes down what is wrong with them, so that an author sees everything at once. */
import { isLanguage, Language, LANGUAGES } from '../../kernel/language';
import { isBlank, tidy, unshowable } from '../../kernel/text';
import { isKey } from '../package';
import { Problem, problem, ProblemKey } from '../problem';
import { Branch } from './yaml';

/** The entries of a map, and where in the file it stands, in words and in lines. */
export interface Fields {
  where: string;
  line: number;
  entries: ReadonlyMap<string, Branch>;
}

/** Most options, items or gaps of one question: as many as there are letters to call them by. */
export const MOST_KEYS = 26;

/**
 * Each reader gives a harmless value when it finds something wrong; what was written down keeps that value from being used.
 * A field that is missing was written down by `fields` and is passed over in silence.
 */
export class Sheet {
  constructor(
    readonly file: string,
    private readonly problems: Problem[],
  ) {}

  note(key: ProblemKey, line: number | null, details: Problem['details'] = {}): void {
    this.problems.push(problem(this.file, line, key, details));
  }

  /** A map whose keys are known. */
  fields(branch: Branch | undefined, where: string, required: readonly string[], optional: readonly string[] = []): Fields {
    const fields = this.map(branch, where);
    const known = [...required, ...optional];
    for (const [name, { line }] of fields.entries) {
      if (!known.includes(name)) this.note('content.problem.unknown-key', line, { name: within(where, name) });
    }
    for (const name of branch?.kind === 'map' ? required : []) {
      if (!fields.entries.has(name)) this.note('content.problem.missing-key', fields.line, { name: within(where, name) });
    }
    return fields;
  }

  /** A map whose keys the author chooses. */
  map(branch: Branch | undefined, where: string): Fields {
    if (branch?.kind === 'map') return { where, line: branch.line, entries: branch.entries };
    if (branch) this.note('content.problem.not-a-map', branch.line, { name: where });
    return { where, line: branch?.line ?? 1, entries: new Map() };
  }

  list(fields: Fields, name: string, least: number, most: number): Branch[] {
    const branch = fields.entries.get(name);
    if (!branch) return [];
    const details = { name: within(fields.where, name) };
    if (branch.kind !== 'list') {
      this.note('content.problem.not-a-list', branch.line, details);
      return [];
    }
    if (branch.items.length < least) this.note('content.problem.too-few', branch.line, { ...details, least });
    if (branch.items.length > most) this.note('content.problem.too-many', branch.line, { ...details, most });
    return branch.items;
  }

  /** A list of keys, each of them once. */
  keys(fields: Fields, name: string, least: number, most = MOST_KEYS): string[] {
    const items = this.list(fields, name, least, most);
    const keys = items.map((item) => this.asKey(item, within(fields.where, name)));
    keys.forEach((key, index) => {
      if (key && keys.indexOf(key) < index) this.note('content.problem.duplicate-key', items[index]!.line, { name: key });
    });
    return keys;
  }

  /** A list of maps, each with a key of its own; one that comes twice is left out the second time. */
  parts<P extends { key: string }>(
    fields: Fields,
    name: string,
    [least, most]: readonly [number, number],
    read: (branch: Branch, where: string) => P,
  ): P[] {
    const branches = this.list(fields, name, least, most);
    const parts = branches.map((branch, index) => read(branch, within(fields.where, `${name}.${index + 1}`)));
    return parts.filter(({ key }, index) => {
      const first = parts.findIndex((part) => part.key === key) === index;
      if (!first && key) this.note('content.problem.duplicate-key', branches[index]!.line, { name: key });
      return first;
    });
  }

  key(fields: Fields, name: string): string {
    const branch = fields.entries.get(name);
    return branch ? this.asKey(branch, within(fields.where, name)) : '';
  }

  asKey(branch: Branch, where: string): string {
    return this.checkedKey(branch.kind === 'scalar' ? branch.source : '', branch.line, where);
  }

  /** A key that is defined elsewhere in the package. */
  reference(fields: Fields, name: string, known: readonly string[]): string {
    const branch = fields.entries.get(name);
    return branch ? this.asReference(branch, within(fields.where, name), known) : '';
  }

  /** A list of keys that are defined elsewhere in the package. */
  references(fields: Fields, name: string, known: readonly string[], least: number, most = MOST_KEYS): string[] {
    const keys = this.keys(fields, name, least, most);
    const branch = fields.entries.get(name);
    const lineOf = (index: number) => (branch?.kind === 'list' ? branch.items[index]!.line : 1);
    keys.forEach((key, index) => this.mustBeKnown(key, lineOf(index), within(fields.where, name), known));
    return keys;
  }

  asReference(branch: Branch, where: string, known: readonly string[]): string {
    const key = this.asKey(branch, where);
    this.mustBeKnown(key, branch.line, where, known);
    return key;
  }

  mustBeKnown(key: string, line: number, where: string, known: readonly string[]): void {
    if (!key || known.includes(key)) return;
    this.note('content.problem.unknown-name', line, { name: where, value: key, allowed: known.join(', ') });
  }

  /** The names in a map, which are keys. */
  names(branch: Branch | undefined, where: string): string[] {
    return [...this.map(branch, where).entries].map(([name, { line }]) => this.checkedKey(name, line, where));
  }

  private checkedKey(key: string, line: number, where: string): string {
    if (isKey(key)) return key;
    this.note('content.problem.bad-key', line, { name: where, value: key });
    return '';
  }

  /** A text that is the same in every language, such as a name. */
  line(branch: Branch, where: string): string {
    const source = branch.kind === 'scalar' ? tidy(branch.source) : '';
    if (isBlank(source) || unshowable(source)) this.note('content.problem.not-a-text', branch.line, { name: where });
    return source;
  }

  /** One of a few words. */
  word<W extends string>(fields: Fields, name: string, allowed: readonly W[]): W {
    const branch = fields.entries.get(name);
    const value = branch?.kind === 'scalar' ? branch.source : '';
    if (branch && !(allowed as readonly string[]).includes(value)) {
      this.note('content.problem.bad-value', branch.line, { name: within(fields.where, name), value, allowed: allowed.join(', ') });
    }
    return value as W;
  }

  /** Yes or no; what is not written is the usual. */
  flag(fields: Fields, name: string, usual: boolean): boolean {
    const branch = fields.entries.get(name);
    if (!branch) return usual;
    if (branch.kind === 'scalar' && typeof branch.value === 'boolean') return branch.value;
    return this.word(fields, name, ['true', 'false']) === 'true';
  }

  language(fields: Fields, name: string): Language {
    const branch = fields.entries.get(name);
    const value = branch?.kind === 'scalar' ? branch.source : '';
    if (isLanguage(value)) return value;
    if (branch)
      this.note('content.problem.bad-value', branch.line, { name: within(fields.where, name), value, allowed: LANGUAGES.join(', ') });
    return 'en';
  }

  /** A whole number within bounds. */
  whole(fields: Fields, name: string, least: number, most: number): number {
    const value = this.number(fields, name, least, most);
    const branch = fields.entries.get(name);
    if (Number.isInteger(value) || !branch) return value;
    this.note('content.problem.bad-value', branch.line, { name: within(fields.where, name), value, allowed: `${least}, ${least + 1}, …` });
    return least;
  }

  number(fields: Fields, name: string, least: number, most: number): number {
    const branch = fields.entries.get(name);
    const value = branch?.kind === 'scalar' ? branch.value : null;
    if (typeof value === 'number' && value >= least && value <= most) return value;
    if (branch) this.note('content.problem.out-of-range', branch.line, { name: within(fields.where, name), least, most });
    return least;
  }

  /** True for an entry written `null`, or not written. */
  isNothing(fields: Fields, name: string): boolean {
    const branch = fields.entries.get(name);
    return !branch || (branch.kind === 'scalar' && branch.value === null);
  }
}

export function within(where: string, name: string): string {
  return where ? `${where}.${name}` : name;
}
