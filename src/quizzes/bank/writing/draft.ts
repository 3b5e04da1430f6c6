/** A question as its form holds it: the fields of every type side by side, so that nothing typed is lost when the type changes. */
import { QuestionStructure } from '../../../content/question-structures';
import { isKey } from '../../../content/package';
import { isLanguage, Language } from '../../../kernel/language';
import { isBlank } from '../../../kernel/text';

export const TYPES = [
  'single',
  'multiple',
  'true-false',
  'short-text',
  'number',
  'matching',
  'ordering',
  'gap-text',
  'essay',
  'description',
] as const satisfies readonly QuestionStructure['type'][];
export type Type = (typeof TYPES)[number];

type PerKey = Record<string, string>;

export interface Draft {
  type: string;
  language: string;
  name: string;
  /** parted by commas */
  tags: string;
  category: string;
  points: string;
  /** percent */
  penalty: string;
  stem: string;
  /** with gaps as `{{gap}}` */
  text: string;
  feedback: string;
  feedbackRight: string;
  feedbackWrong: string;
  /** keys of options in their order; for a short text those of its answers */
  options: string[];
  option: PerKey;
  mark: PerKey;
  told: PerKey;
  right: string[];
  items: string[];
  item: PerKey;
  /** an option's key for each item */
  match: PerKey;
  matchCase: string;
  value: string;
  tolerance: string;
  others: string[];
  other: PerKey;
  othertolerance: PerKey;
  othermark: PerKey;
  othertold: PerKey;
  units: string[];
  unit: PerKey;
  factor: PerKey;
  /** of each gap that the text had: `typed` or `list`, and its answers or options, one a line, the right one first */
  gap: PerKey;
  filling: PerKey;
  gaptold: PerKey;
  mostWords: string;
  rubric: string[];
  looked: PerKey;
  worth: PerKey;
  hints: string[];
}

const WORDS = [
  'name',
  'tags',
  'category',
  'penalty',
  'stem',
  'text',
  'feedback',
  'feedbackRight',
  'feedbackWrong',
  'matchCase',
  'value',
  'mostWords',
];
const ROWS = ['options', 'right', 'items', 'others', 'units', 'rubric', 'hints'];
const PER_ROW = [
  'option',
  'mark',
  'told',
  'item',
  'match',
  'other',
  'othertolerance',
  'othermark',
  'othertold',
  'unit',
  'factor',
  'gap',
  'filling',
  'gaptold',
  'looked',
  'worth',
];

/** A form in which nothing was typed. */
export function emptyDraft(): Draft {
  const each = <T>(names: readonly string[], value: () => T) => Object.fromEntries(names.map((name) => [name, value()]));
  const usual = { type: 'single', language: 'en', points: '1', tolerance: '0' };
  const empty = { ...each(WORDS, () => ''), ...each(ROWS, () => []), ...each(PER_ROW, () => ({})) };
  return { ...empty, ...usual } as unknown as Draft;
}

export const LISTS = ['options', 'items', 'others', 'units', 'rubric', 'hints'] as const;
export type List = (typeof LISTS)[number];

/** How many rows a new question of a type begins with. */
const BEGINS_WITH: Partial<Record<Type, Partial<Record<List, number>>>> = {
  single: { options: 4 },
  multiple: { options: 4 },
  'short-text': { options: 1 },
  matching: { items: 3, options: 3 },
  ordering: { options: 4 },
};

export function typeOf({ type }: Pick<Draft, 'type'>): Type {
  return TYPES.find((one) => one === type) ?? 'single';
}

export function languageOf({ language }: Pick<Draft, 'language'>, otherwise: Language): Language {
  return isLanguage(language) ? language : otherwise;
}

/** With as many empty rows as its type begins with. */
export function withRows(draft: Draft): Draft {
  const wanted = BEGINS_WITH[typeOf(draft)] ?? {};
  return LISTS.reduce((all, list) => {
    let next = all;
    while (next[list].length < (wanted[list] ?? 0)) next = withOneMore(next, list);
    return next;
  }, draft);
}

/** One more empty row at the end of a list. */
export function withOneMore(draft: Draft, list: List): Draft {
  return { ...draft, [list]: [...draft[list], list === 'hints' ? '' : freshKey(draft[list])] };
}

/** One row further up or down in its list; where it cannot go further it stays. */
export function moved(draft: Draft, list: Exclude<List, 'hints'>, key: string, by: 1 | -1): Draft {
  const order = [...draft[list]];
  const from = order.indexOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return draft;
  [order[from], order[to]] = [order[to]!, order[from]!];
  return { ...draft, [list]: order };
}

/** Without what no form of ours holds: keys that stand twice or are none. */
export function cleaned(draft: Draft): Draft {
  const keys = (list: readonly string[]) => [...new Set(list)].filter(isKey);
  const { options, items, others, units, rubric } = draft;
  return { ...draft, options: keys(options), items: keys(items), others: keys(others), units: keys(units), rubric: keys(rubric) };
}

/** A list with a row that has no field for what it says: no page of ours sends that. Null when all is well. */
export function strangeList({ options, option, items, item, others, other, units, unit, rubric, looked }: Draft): List | null {
  const lists = {
    options: [options, option],
    items: [items, item],
    others: [others, other],
    units: [units, unit],
    rubric: [rubric, looked],
  } as const;
  const found = Object.entries(lists).find(([, [keys, texts]]) => keys.some((key) => !Object.hasOwn(texts, key)));
  return found ? (found[0] as List) : null;
}

/** The options that say something. */
export function saidOptions({ options, option }: Draft): string[] {
  return options.filter((key) => !isBlank(option[key] ?? ''));
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The first letter that no row has; then letters with numbers. */
export function freshKey(taken: readonly string[]): string {
  for (let round = 0; ; round++) {
    for (const letter of LETTERS) {
      const key = round ? `${letter}${round}` : letter;
      if (!taken.includes(key)) return key;
    }
  }
}
