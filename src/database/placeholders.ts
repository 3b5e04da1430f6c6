import { momentText } from './moments';

/**
 * The `?` placeholders of hand-written queries. A list given for one stands for its members: `IN (?)`. An empty list finds
 * nothing; after NOT, where that would be silently wrong, it is refused.
 */
export interface Placeholders {
  /** How the n-th placeholder is written, from 1. */
  written(n: number): string;
  /** How a moment, as text in UTC, is told to the database. */
  moment(text: string): string;
}

/** The query with one placeholder for every value, and the values. */
export function filled(sql: string, parameters: readonly unknown[], { written, moment }: Placeholders): [string, unknown[]] {
  const around = pieces(sql);
  if (parameters.length !== around.length - 1)
    throw new Error(`${around.length - 1} placeholders, ${parameters.length} parameters: ${sql}`);
  const values: unknown[] = [];
  const place = (value: unknown) => written(values.push(value instanceof Date ? moment(momentText(value)) : plain(value)));
  let text = around[0]!;
  parameters.forEach((parameter, i) => {
    text += (Array.isArray(parameter) ? list(parameter, text, place) : place(parameter)) + around[i + 1]!;
  });
  return [text, values];
}

function list(members: unknown[], before: string, place: (value: unknown) => string): string {
  if (members.length > 0) return members.map(place).join(', ');
  if (/\bNOT\s+IN\s*\(\s*$/i.test(before)) throw new Error('NOT IN with an empty list');
  return 'NULL';
}

function plain(value: unknown): unknown {
  if (value === undefined) throw new Error('A parameter is undefined');
  if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value)) throw new Error('A parameter is an object');
  return value;
}

const known = new Map<string, string[]>();

/** Whether a statement changes rows and says which. */
export const givesBack = (sql: string): boolean => /^\s*(?:INSERT|UPDATE|DELETE)\b[^]*\bRETURNING\b/i.test(sql);

/** What stands around the placeholders of a query that asks. A question mark inside quotation marks is none. */
function pieces(sql: string): string[] {
  let found = known.get(sql);
  if (!found) {
    if (!/^\s*(?:SELECT|WITH)\b/i.test(sql) && !givesBack(sql)) throw new Error(`Only SELECT is written by hand: ${sql.slice(0, 120)}`);
    found = sql.replace(/'[^']*'|"[^"]*"|\?/g, (token) => (token === '?' ? '\0' : token)).split('\0');
    if (known.size === 1000) known.clear(); // queries are written by hand, so this happens only when somebody builds them
    known.set(sql, found);
  }
  return found;
}
