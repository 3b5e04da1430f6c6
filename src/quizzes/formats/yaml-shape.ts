/** How a file of our own cannot look: told before it is read as YAML, which takes long where lines go on and on or brackets stand within brackets. */

export type Strange = { line: number; kind: 'long' | 'deep' };

export const LONGEST_LINE = 6_000;
/** `[a, b]` and `{type: single, options: [a, b]}`; we write no more than the first. */
const DEEPEST = 2;
/** What may stand before a value on its line: dashes and keys. */
const BEFORE = /^[ ]*(?:(?:[-?]|[\w.-]{1,100}:)[ ]+)*/;
const BLOCK = /(?:^|[ ])[|>][-+\d]{0,2}[ ]*$/;

/** The first line that nobody can have got from us; or null. */
export function strangeIn(text: string): Strange | null {
  let depth = 0;
  let quote = '';
  let blockWithin = -1; // how far in the line stands to which a text in lines belongs
  for (const [at, line] of text.split('\n').entries()) {
    if (line.length > LONGEST_LINE) return { line: at + 1, kind: 'long' };
    if (!line.trim()) continue;
    const indent = line.length - line.trimStart().length;
    if (blockWithin >= 0 && indent > blockWithin) continue;
    blockWithin = -1;
    const start = depth ? 0 : BEFORE.exec(line)![0].length;
    if (!depth && !/[[{]/.test(line[start] ?? '')) {
      if (BLOCK.test(line)) blockWithin = indent;
      continue;
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
