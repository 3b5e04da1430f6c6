/** A part of a scenario that stands in one of its lists: a phase, an announcement, an objection… What all of these lists share. */
import type { ScenarioStructure } from '../../../content/scenario';
import { typedNumber } from '../../../kernel/digits';
import { graphemes } from '../../../kernel/text';
import type { Draft, Edited } from '../draft';
import { stillAsked } from '../keys/asked-words';

export const LISTS = ['phases', 'events', 'objections', 'statements', 'questions', 'sources'] as const;
/** As in addresses and phrases. */
export type ListName = (typeof LISTS)[number];

/** What a form says of a part. Each kind of part reads what is its own and lets the rest be. */
export interface Typed {
  words: string;
  /** of a phase, or of an objection */
  kind: string;
  minutes: string;
  hours: string;
  quota: string;
  /** keys of roles, or `all` */
  to: string[];
  /** an announcement comes with a phase, or with what is so: `phase`, `condition`, `kept` */
  at: string;
  phase: string;
  minute: string;
  /** what has to be so, by place; and whether it is */
  test: Record<string, string>;
  so: Record<string, string>;
  role: string;
  slot: string;
  remedy: string[];
  /** by key; what is written under `more` is a new one */
  answer: Record<string, string>;
  /** keys of the answers that meet the concern */
  meets: string[];
  step: string;
}

export const NOTHING_TYPED: Typed = {
  words: '',
  kind: '',
  minutes: '',
  hours: '',
  quota: '',
  to: [],
  at: '',
  phase: '',
  minute: '',
  test: {},
  so: {},
  role: '',
  slot: '',
  remedy: [],
  answer: {},
  meets: [],
  step: '',
};

/** A sentence about a part: a phrase, and what it is filled in with. */
export interface Told {
  key: string;
  details: Record<string, string | number | string[]>;
}

export const told = (key: string, details: Told['details'] = {}): Told => ({ key, details });

/** What is to be corrected, and in which field. */
export interface Wrong extends Told {
  field: string;
}

export interface PartKind {
  name: ListName;
  /** what its form asks beside its words */
  fields: readonly (keyof Typed)[];
  /** how many there may be */
  most: number;
  /** characters of its words */
  longest: number;
  /** in their order */
  keys: (structure: ScenarioStructure) => string[];
  /** the key of its words among the texts */
  wordsAt: (key: string) => string;
  /** one more at the end with what is usual, still without words */
  begun: (structure: ScenarioStructure) => { structure: ScenarioStructure; key: string };
  /** parts stand in the order of their ranks, and are moved only among their equals */
  rank: (structure: ScenarioStructure, key: string) => number;
  /** the same parts in the order of these keys; those that are not named go */
  ordered: (draft: Draft, keys: readonly string[]) => Edited;
  facts: (draft: Draft, key: string) => Told[];
  typed: (draft: Draft, key: string) => Typed;
  /** the draft with what was typed, and what is wrong with that; words are the same for all kinds and read by `written` */
  read: (draft: Draft, key: string, typed: Typed) => Edited & { wrong: Wrong[] };
}

type Arrays = 'phases' | 'injects' | 'objections' | 'statements' | 'prompts';

/** What kinds of parts share that are lists in the skeleton. */
export function listOf<L extends Arrays>(list: L): Pick<PartKind, 'keys' | 'ordered' | 'rank'> {
  const keys = (structure: ScenarioStructure) => structure[list].map(({ key }) => key);
  return {
    keys,
    rank: () => 0,
    ordered: ({ structure, texts }, wanted) => {
      const parts: { key: string }[] = structure[list];
      const kept = wanted.flatMap((key) => parts.filter((part) => part.key === key));
      const changed = { ...structure, [list]: kept };
      return { structure: changed, texts: stillAsked(texts, structure, changed) };
    },
  };
}

/** Longer than so many characters as people count them; what has many times as many code units is so without being counted. */
export function isLonger(text: string, most: number): boolean {
  return text.length > most && (text.length > most * 16 || graphemes(text) > most);
}

/** The list with one part changed. */
export function changed<T extends { key: string }>(parts: readonly T[], key: string, change: (part: T) => T): T[] {
  return parts.map((part) => (part.key === key ? change(part) : part));
}

/** Reads what was typed, field by field, and gathers what is wrong. */
export class Reading {
  readonly wrong: Wrong[] = [];

  whole(field: string, text: string, min: number, max: number): number {
    const number = typedNumber(text);
    if (number !== null && Number.isInteger(number) && number >= min && number <= max) return number;
    this.note(field, 'scenario-parts.error.number', { min, max });
    return min;
  }

  oneOf<W extends string>(field: string, text: string, allowed: readonly W[]): W {
    const known = allowed.find((word) => word === text);
    if (known === undefined) this.note(field, 'scenario-parts.error.choose');
    return known ?? allowed[0]!;
  }

  /** Those that are named, in the order that they had before; new ones in the order in which they are offered. */
  someOf(field: string, texts: readonly string[], allowed: readonly string[], before: readonly string[]): string[] {
    const named = texts.filter((text) => text !== '');
    if (named.some((text) => !allowed.includes(text))) this.note(field, 'scenario-parts.error.choose');
    const inOrder = new Set([...before.filter((word) => allowed.includes(word)), ...allowed]);
    return [...inOrder].filter((word) => named.includes(word));
  }

  /** Everybody, or some roles. */
  audience(field: string, texts: readonly string[], roles: readonly string[], before: 'all' | readonly string[]): 'all' | string[] {
    if (texts.includes('all')) return 'all';
    const some = this.someOf(field, texts, roles, [before].flat());
    if (some.length === 0) this.note(field, 'scenario-parts.error.audience');
    return some;
  }

  note(field: string, key: string, details: Told['details'] = {}): void {
    if (!this.wrong.some((one) => one.field === field)) this.wrong.push({ field, key, details });
  }
}
