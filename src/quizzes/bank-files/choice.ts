/** Which questions are taken away, and how: as an address says it. */
import { isId } from '../../kernel/identifier';
import { filterOf, type Search, searchOf } from '../bank/search';

export const EXPORT_FORMATS = ['gift', 'moodle', 'qti', 'yaml'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const MOST_CHOSEN = 100;
/** Of one bank, in one file. */
export const MOST_EXPORTED = 5_000;

export interface Choice {
  format: ExportFormat;
  search: Search;
  /** These, or all that the search finds. */
  ids: string[];
}

export function choiceOf(query: Record<string, unknown>): Choice {
  const said = query['questions'];
  const ids = typeof said === 'string' ? said.split(',').map(longId) : Array.isArray(said) ? said.map(String) : [];
  return {
    format: EXPORT_FORMATS.find((one) => one === query['format']) ?? 'gift',
    search: searchOf({ ...query, page: undefined }),
    ids: [...new Set(ids.filter(isId))].slice(0, MOST_CHOSEN),
  };
}

/** The same as it stands in an address. */
export function queryOf({ format, search, ids }: Choice, more: Record<string, string> = {}): string {
  const { text, tag, type, category } = search;
  const given = { format, text, tag, type: type ?? '', category, questions: ids.map(shortId).join(','), ...more };
  return `?${new URLSearchParams(Object.entries(given).filter(([, value]) => value)).toString()}`;
}

export const bankFilter = ({ search }: Choice) => filterOf(search);

/** An id without its dashes, and with them again. */
export const shortId = (id: string): string => id.replaceAll('-', '');
export const longId = (short: string): string => short.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
