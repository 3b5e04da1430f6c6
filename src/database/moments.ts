/** Moments as text in UTC, to the millisecond, as SQLite keeps them: in the order of time when sorted as text. */

export function momentText(date: Date): string {
  return date.toISOString().slice(0, 23).replace('T', ' ');
}

export function momentOf(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}Z`);
}

/** Turns what hand-written queries call `…At` into a Date, in place. */
export function withMoments(rows: Record<string, unknown>[]): Record<string, unknown>[] {
  const first = rows[0];
  if (!first) return rows;
  const moments = Object.keys(first).filter((name) => name.endsWith('At'));
  for (const name of moments) {
    for (const row of rows) {
      const value = row[name];
      if (typeof value === 'string') row[name] = momentOf(value);
    }
  }
  return rows;
}
