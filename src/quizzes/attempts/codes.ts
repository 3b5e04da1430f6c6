import type { Arrangement } from '../questions/arrangement';
import type { Fields } from '../questions/given';

/**
 * What stands in a page for an option: its place in this attempt's order, counted from 1. An author's own keys would give away
 * how the options were written down, and with it the right order or the usual place of the right answer.
 */
export function codeOf(order: readonly string[], key: string): string {
  return String(order.indexOf(key) + 1);
}

/** A posted form with the options' keys in place of their codes; what is no code of this attempt becomes a key that no question has. */
export function decoded(fields: Fields, { options, gaps }: Arrangement): Fields {
  const listed = Object.keys(gaps).length > 0;
  const entries = Object.entries(fields).map(([field, value]) => {
    const part = field.startsWith('answer-') ? field.slice('answer-'.length) : null;
    const order = part !== null && listed ? (gaps[part] ?? []) : options; // what has no list was typed
    if (!order.length || value === undefined) return [field, value] as const;
    return [field, Array.isArray(value) ? value.map((code) => keyOf(order, code)) : keyOf(order, value)] as const;
  });
  return Object.fromEntries(entries);
}

function keyOf(order: readonly string[], code: string): string {
  if (code === '') return '';
  return (/^\d{1,3}$/.test(code) && order[Number(code) - 1]) || '?';
}
