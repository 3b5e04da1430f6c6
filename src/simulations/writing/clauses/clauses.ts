/** What is negotiated, as its authors change it: clauses, and in each the open points with their options. */
import { gapsIn, pieces } from '../../../content/gaps';
import { isKey } from '../../../content/package';
import type { ClauseStructure, SlotStructure } from '../../../content/scenario';
import { comparable, isBlank } from '../../../kernel/text';
import { type Draft, type Edited, freshKey, reworded, under } from '../draft';
import { type Mistake, Mistaken, mistake } from '../editing/mistaken';
import { moved } from '../editing/shown';
import { allSlots } from '../keys/names';
import { renamedClause, renamedSlot } from '../keys/renaming';

export const CLAUSE_KINDS = ['preamble', 'operative', 'recommendation'] as const;
/** As many as its folder can hold. */
export const MOST_CLAUSES = 12;
export const MOST_SLOTS = 8;
export const MOST_OPTIONS = 8;
/** Longer keys come only from folders: forms join two of them. */
export const LONGEST_KEY = 30;
/** Pages beside those of the parts are called so, or what every object of the language has. */
const TAKEN_BY_PAGES = ['new', 'order', 'constructor'];

export const clauseOf = ({ structure }: Pick<Draft, 'structure'>, key: string) => structure.clauses.find((clause) => clause.key === key);

/** Whether a key may stand for a part from now on: null, or what is wrong with it. */
export function keyMistake(field: string, key: string, before: string | null, taken: readonly string[]): Mistake | null {
  if (key === before) return null;
  if (!isKey(key) || key.length > LONGEST_KEY) return mistake(field, 'scenario-roles.error.key', { max: LONGEST_KEY });
  return [...taken, ...TAKEN_BY_PAGES].includes(key) ? mistake(field, 'scenario-roles.error.key-taken') : null;
}

export function withNewClause(draft: Draft, { title, kind }: { title: string; kind: ClauseStructure['kind'] }): Edited & { key: string } {
  const { structure, texts } = draft;
  if (structure.clauses.length >= MOST_CLAUSES) throw new Mistaken([mistake('title', 'scenario-roles.error.most', { max: MOST_CLAUSES })]);
  const taken = structure.clauses.map(({ key }) => key);
  const key = freshKey('clause', taken);
  const clauses: ClauseStructure[] = [...structure.clauses, { key, kind, tabled: true, slots: [] }];
  return { key, structure: { ...structure, clauses }, texts: reworded(texts, { [`clauses.${key}.title`]: title }) };
}

export function clauseMoved(draft: Draft, key: string, by: 1 | -1): Edited {
  return { ...draft, structure: { ...draft.structure, clauses: moved(draft.structure.clauses, key, by) } };
}

export interface ClauseWords {
  title: string;
  kind: ClauseStructure['kind'];
  tabled: boolean;
  text: string;
  key: string;
}

export function clauseChanged(draft: Draft, before: string, { title, kind, tabled, text, key }: ClauseWords): Edited {
  const taken = draft.structure.clauses.map((clause) => clause.key);
  const wrong = keyMistake('key', key, before, taken);
  if (wrong) throw new Mistaken([wrong]);
  const { structure, texts } = key === before ? draft : renamedClause(draft, before, key);
  const clauses = structure.clauses.map((clause) => (clause.key === key ? { ...clause, kind, tabled } : clause));
  const words = { [`clauses.${key}.title`]: title, [`clauses.${key}.text`]: text };
  return { structure: { ...structure, clauses }, texts: reworded(texts, words) };
}

/** Points that a text names and that the clause does not have, and the other way round; a point stands in a text once. */
export function astray({ slots }: ClauseStructure, text: string): { unknown: string[]; unsaid: string[]; twice: string[] } {
  const found = gapsIn(text);
  const keys = slots.map(({ key }) => key);
  return {
    unknown: [...new Set(found)].filter((key) => !keys.includes(key)),
    unsaid: keys.filter((key) => !found.includes(key)),
    twice: keys.filter((key) => found.indexOf(key) !== found.lastIndexOf(key)),
  };
}

/** The text as it stands at the beginning: words, and what can change in them. */
export function beginning(draft: Pick<Draft, 'texts'>, { key, slots }: ClauseStructure): { text: string; open: boolean }[] {
  return pieces(draft.texts[`clauses.${key}.text`] ?? '').map((piece) => {
    if ('text' in piece) return { text: piece.text, open: false };
    const start = slots.find((slot) => slot.key === piece.gap)?.start ?? '';
    return { text: draft.texts[`clauses.${key}.slots.${piece.gap}.options.${start}`] ?? '…', open: true };
  });
}

export interface NewSlot {
  name: string;
  /** Empty: a fresh one. */
  key: string;
  /** Words of its options; the text begins with the first. */
  options: string[];
}

/** With one more open point, which stands at the end of the text where the text does not name it yet. */
export function withNewSlot(draft: Draft, clause: string, { name, key: wanted, options: said }: NewSlot): Edited & { key: string } {
  const own = clauseOf(draft, clause)!;
  const taken = allSlots(draft.structure).map((slot) => slot.key);
  const key = wanted || freshKey('point', taken);
  const wrong = [
    ...(own.slots.length >= MOST_SLOTS ? [mistake('name', 'scenario-roles.error.most', { max: MOST_SLOTS })] : []),
    ...[keyMistake('key', key, null, taken)].filter((one) => one !== null),
    ...(said.length < 2 || said.length > MOST_OPTIONS
      ? [mistake('options', 'scenario-roles.error.options', { min: 2, max: MOST_OPTIONS })]
      : []),
    ...(sameTwice(said) ? [mistake('options', 'scenario-roles.error.same')] : []),
  ];
  if (wrong.length) throw new Mistaken(wrong);
  const options = said.map((_, index) => `option-${index + 1}`);
  const text = draft.texts[`clauses.${clause}.text`] ?? '';
  const at = `clauses.${clause}.slots.${key}`;
  const words = {
    [`clauses.${clause}.text`]: gapsIn(text).includes(key) ? text : `${text} {{${key}}}`.trim(),
    [`${at}.name`]: name,
    ...Object.fromEntries(options.map((option, index) => [`${at}.options.${option}`, said[index]!])),
  };
  const slot: SlotStructure = { key, options, start: options[0]! };
  return { key, ...withClause(draft, { ...own, slots: [...own.slots, slot] }), texts: reworded(draft.texts, words) };
}

export interface SlotWords {
  name: string;
  key: string;
  /** An option that is there, or the number of a new one, `new-1`. */
  start: string;
  /** Words by option. */
  option: Readonly<Record<string, string>>;
  /** Words of new options by their number; empty ones are none. */
  more: Readonly<Record<string, string>>;
  up?: string;
  down?: string;
}

export function slotChanged(draft: Draft, clause: string, before: string, words: SlotWords): Edited {
  const own = clauseOf(draft, clause)!;
  const slot = own.slots.find(({ key }) => key === before)!;
  const said = oneLine(words.option);
  const added = Object.entries(oneLine(words.more)).filter(([, text]) => !isBlank(text));
  const fresh: string[] = [];
  for (let index = 0; index < added.length; index++) fresh.push(freshKey('option', [...slot.options, ...fresh]));
  const options = [...slot.options, ...fresh];
  const texts = options.map((option, index) =>
    index < slot.options.length ? (under(said, option) ?? '') : added[index - slot.options.length]![1],
  );
  const startAt = added.findIndex(([number]) => words.start === `new-${number}`);
  const start = startAt >= 0 ? fresh[startAt]! : words.start;
  const taken = allSlots(draft.structure).map(({ key }) => key);
  const wrong = [
    ...[keyMistake('key', words.key, before, taken)].filter((one) => one !== null),
    ...slot.options
      .filter((option) => isBlank(under(said, option) ?? ''))
      .map((option) => mistake(`option.${option}`, 'scenario-roles.error.option')),
    ...(options.length > MOST_OPTIONS ? [mistake('more.1', 'scenario-roles.error.options', { min: 2, max: MOST_OPTIONS })] : []),
    ...(options.includes(start) ? [] : [mistake('start', 'scenario-roles.error.start')]),
    ...(sameTwice(texts) ? [mistake('name', 'scenario-roles.error.same')] : []),
  ];
  if (wrong.length) throw new Mistaken(wrong);
  const at = `clauses.${clause}.slots.${before}`;
  const all = {
    [`${at}.name`]: words.name,
    ...Object.fromEntries(options.map((option, index) => [`${at}.options.${option}`, texts[index]!])),
  };
  const ordered = moveKey(moveKey(options, words.up, -1), words.down, 1);
  const slots = own.slots.map((each) => (each.key === before ? { ...each, options: ordered, start } : each));
  const edited = { ...withClause(draft, { ...own, slots }), texts: reworded(draft.texts, all) };
  return words.key === before ? edited : renamedSlot(edited, before, words.key);
}

function moveKey(keys: readonly string[], key: string | undefined, by: 1 | -1): string[] {
  const parts = keys.map((each) => ({ key: each }));
  return (key === undefined ? parts : moved(parts, key, by)).map((each) => each.key);
}

function withClause({ structure }: Draft, clause: ClauseStructure): Pick<Edited, 'structure'> {
  return { structure: { ...structure, clauses: structure.clauses.map((each) => (each.key === clause.key ? clause : each)) } };
}

/** An option stands in the middle of a sentence. */
function oneLine(words: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text.replace(/\s*\n\s*/g, ' ')]));
}

function sameTwice(texts: readonly string[]): boolean {
  const read = texts.filter((text) => !isBlank(text)).map(comparable);
  return new Set(read).size < read.length;
}
