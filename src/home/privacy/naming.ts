/** Finding somebody in words: an address in a line that was pasted, by the database, as a whole word, so that nobody is taken for somebody whose address ends alike; a name in a letter. */

const AROUND = ['<', '>', ',', ';', '"', '(', ')', '\t'];

/** A condition in SQL: `line` names the column, `address` says the address; both databases understand it. */
export function names(line: string, address: string): string {
  const words = AROUND.reduce((sql, sign) => `REPLACE(${sql}, '${sign}', ' ')`, `LOWER(${line})`);
  const escaped = ['!', '%', '_'].reduce((sql, sign) => `REPLACE(${sql}, '${sign}', '!${sign}')`, `LOWER(${address})`);
  return `' ' || ${words} || ' ' LIKE '% ' || ${escaped} || ' %' ESCAPE '!'`;
}

/** A text in which somebody is no longer named: “…” stands for each whole name or address. In scripts without spaces a name has no edges. */
export function withoutNames(text: string, given: readonly string[]): string {
  return given.filter(Boolean).reduce((left, one) => left.replace(wholly(one), '…'), text);
}

function wholly(words: string): RegExp {
  const literal = words.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  const edged = /\p{Script=Han}/u.test(words) ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
  return new RegExp(edged, 'gu');
}
