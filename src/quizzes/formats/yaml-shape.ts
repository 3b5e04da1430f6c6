/** How a file of our own cannot look: told before it is read as YAML, which takes long where lines go on and on or brackets stand within brackets. */

export type Strange = { line: number; kind: 'long' | 'deep' | 'shapeless' };

export const LONGEST_LINE = 6_000;
/** `[a, b]` and `{type: single, options: [a, b]}`; we write no more than the first. */
const DEEPEST = 2;
/** What may stand before a value on its line: dashes and keys. */
const BEFORE = /^[ ]*(?:(?:[-?]|[\w.-]{1,100}:)[ ]+)*/;
/** A line that begins something: an item, a key, a comment, a document. */
const BEGINS = /^(?:-|\?|---|\.\.\.|[\w.-]{1,100}:|"[^"]{1,100}":|'[^']{1,100}':)(?:[ ]|$)|^[#%]/;
/** Lines that go on with the text of the line before; we write none. */
const MOST_GOING_ON = 1_000;
const BLOCK = /(?:^|[ ])[|>][-+\d]{0,2}[ ]*$/;

/** The first line that nobody can have got from us; or null. */
export function strangeIn(text: string): Strange | null {
  let depth = 0;
  let quote = '';
  let goingOn = 0;
  let blockWithin = -1; // how far in the line stands to which a text in lines belongs
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.length > LONGEST_LINE) return { line: at + 1, kind: 'long' };
    if (!line.trim()) continue;
    const indent = line.length - line.trimStart().length;
    if (blockWithin >= 0 && indent > blockWithin) continue;
    blockWithin = -1;
    const start = depth ? 0 : BEFORE.exec(line)![0].length;
    if (!depth) {
      const begins = start > indent || BEGINS.test(line.slice(indent));
      if (!begins && (indent === 0 || ++goingOn > MOST_GOING_ON)) return { line: at + 1, kind: 'shapeless' };
      if (BLOCK.test(line)) blockWithin = columnOf(line, indent);
      if (!/[[{]/.test(line[start] ?? '')) continue;
    }
    for (let place = start; place < line.length; place++) {
      const sign = line[place]!;
      if (quote) {
        if (sign === '\\' && quote === '"') place++;
        else if (sign === quote) quote = '';
      } else if ((sign === '"' || sign === "'") && /[\s[{,:]/.test(line[place - 1] ?? ' ')) quote = sign;
      else if (sign === '[' || sign === '{') depth++;
      else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
      if (depth > DEEPEST) return { line: at + 1, kind: 'deep' };
    }
  }
  return null;
}

/** Where on its line the key stands, or the dash, to which a text in lines belongs. */
function columnOf(line: string, indent: number): number {
  const key = /^[ ]*(?:[-?][ ]+)*/.exec(line)![0].length;
  return /[|>]/.test(line[key] ?? '') ? indent : key;
}
