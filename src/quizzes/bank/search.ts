/** What of a bank is shown, as its address says. */
import { Type, TYPES } from './writing/draft';

export interface Search {
  text: string;
  tag: string;
  type: Type | null;
  category: string;
  archived: boolean;
  page: number;
}

const LONGEST = 200;

/** What an address asks for; what it says in a way that nobody means is left aside. */
export function searchOf({ text, tag, type, category, archived, page }: Record<string, unknown>): Search {
  const said = (value: unknown) => (typeof value === 'string' ? value.slice(0, LONGEST).trim() : '');
  return {
    text: said(text),
    tag: said(tag),
    type: TYPES.find((one) => one === type) ?? null,
    category: said(category),
    archived: archived === 'yes',
    page: typeof page === 'string' && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** The same as it stands in an address, without what is usual; empty when all of it is. */
export function asQuery({ text, tag, type, category, archived, page }: Search): string {
  const given = { text, tag, type: type ?? '', category, archived: archived ? 'yes' : '', page: page === 1 ? '' : String(page) };
  const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value)).toString();
  return query && `?${query}`;
}

export function isNarrow({ text, tag, type, category }: Search): boolean {
  return Boolean(text || tag || type || category);
}

export function filterOf({ text, tag, type, category, archived }: Search) {
  return { text, tags: tag ? [tag] : [], types: type ? [type] : [], category, archived };
}
