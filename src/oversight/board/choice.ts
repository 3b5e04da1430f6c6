/** What of a board is shown, and in which order, as its address says. */
import { comparable } from '../../kernel/text';
import { pageNumber } from './paging';

export const SHOWS = ['all', 'not-started', 'stuck', 'finished'] as const;
export type Show = (typeof SHOWS)[number];

export const SORTS = ['name', 'progress', 'last'] as const;
export type Sort = (typeof SORTS)[number];

export interface Choice {
  show: Show;
  sort: Sort;
  /** A part of a name; empty for everybody. */
  find: string;
}

/** What the choice looks at. */
export interface Choosable {
  name: string;
  standing: { done: number; share: number; complete: boolean };
  /** When they last did anything. */
  seenAt: Date | null;
  need: object | null;
}

const LONGEST_NAME = 100;

/** What an address asks for; what it says in a way that nobody means is left aside. */
export function choiceOf({ show, sort, find }: Record<string, unknown>): Choice {
  return {
    show: SHOWS.find((one) => one === show) ?? 'all',
    sort: SORTS.find((one) => one === sort) ?? 'name',
    find: typeof find === 'string' ? find.slice(0, LONGEST_NAME).trim() : '',
  };
}

/** The same as it stands in an address, without what is usual; empty when all of it is. */
export function asQuery({ show, sort, find }: Choice, more: Record<string, string> = {}): string {
  const given = { show: show === 'all' ? '' : show, sort: sort === 'name' ? '' : sort, find, ...more };
  const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value)).toString();
  return query && `?${query}`;
}

export function belongs(line: Choosable, show: Show): boolean {
  if (show === 'finished') return line.standing.complete;
  if (show === 'stuck') return line.need !== null;
  return show === 'all' || (line.standing.done === 0 && !line.standing.complete);
}

/** Those who are chosen, in order; `compare` sorts names as the reader's language does. */
export function chosen<L extends Choosable>(lines: readonly L[], choice: Choice, compare: (a: string, b: string) => number): L[] {
  const wanted = folded(choice.find);
  const found = lines.filter((line) => belongs(line, choice.show) && folded(line.name).includes(wanted));
  const byName = (a: L, b: L) => compare(a.name, b.name);
  const orders: Record<Sort, (a: L, b: L) => number> = {
    name: byName,
    progress: (a, b) => a.standing.share - b.standing.share || byName(a, b),
    last: (a, b) => (a.seenAt?.getTime() ?? 0) - (b.seenAt?.getTime() ?? 0) || byName(a, b),
  };
  return found.sort(orders[choice.sort]);
}

/** The page of a list that an address asks for; null when there is none of that number. */
export function partOf<L>(lines: readonly L[], asked: unknown, size: number): { shown: L[]; page: number; pages: number } | null {
  const pages = Math.max(1, Math.ceil(lines.length / size));
  const page = pageNumber(asked, pages);
  return page === null ? null : { shown: lines.slice((page - 1) * size, page * size), page, pages };
}

const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ة: 'ه' };

/** A name as it is looked for: without case, accents and the forms of Arabic letters that sound alike. */
export function folded(name: string): string {
  return comparable(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþıة]/g, (letter) => LETTERS[letter]!);
}
