/**
 * A GIFT file as blocks: what stands between blank lines, without its comments. Escapes are replaced by characters that no text has, so that
 * whoever reads on meets only marks that mean something; `plain` brings them back.
 */

export interface GiftBlock {
  /** with escapes hidden */
  text: string;
  /** the line in the file of each line of the text */
  lines: number[];
  /** where each of these lines begins in the text */
  starts: number[];
  id: string | null;
  tags: string[];
}

const ESCAPED = ':#={}~\\n';
const HIDDEN = 0xfdd0; // the first of 32 code points that are no characters and never will be
const hidden = (at: number) => String.fromCharCode(HIDDEN + at);
const UNUSABLE = /[\ufdd0-\ufdef]/;

/** The blocks of a file, and the first line that holds characters which no text can have. */
export function giftBlocks(file: string): { blocks: GiftBlock[]; unusable: number | null } {
  const lines = file.replace(/^\ufeff/, '').split(/\r\n|[\n\r\u2028\u2029]/);
  const unusable = lines.findIndex((line) => line.includes('\0') || UNUSABLE.test(line));
  if (unusable >= 0) return { blocks: [], unusable: unusable + 1 };
  const blocks: GiftBlock[] = [];
  let kept: { line: string; at: number }[] = [];
  let comments: string[] = [];
  const end = () => {
    if (kept.length) blocks.push(block(kept, comments.join('\n')));
    [kept, comments] = [[], []];
  };
  lines.forEach((each, at) => {
    const line = each.trim();
    if (!line) end();
    else if (line.startsWith('//')) comments.push(line);
    else kept.push({ line, at: at + 1 });
  });
  end();
  return { blocks, unusable: null };
}

const BRACKETED = /\[(id|tag):((?:\\\]|[^\]\n]){1,500})\]/g;

function block(kept: { line: string; at: number }[], comments: string): GiftBlock {
  const said = [...comments.matchAll(BRACKETED)].map(([, word, text]) => ({ word, text: text!.replaceAll('\\]', ']').trim() }));
  const hidden = kept.map(({ line }) => hide(line));
  let at = 0;
  const starts = hidden.map((line) => {
    const start = at;
    at += line.length + 1;
    return start;
  });
  return {
    text: hidden.join('\n'),
    starts,
    lines: kept.map(({ at }) => at),
    id: said.find(({ word, text }) => word === 'id' && text)?.text ?? null,
    tags: [...new Set(said.flatMap(({ word, text }) => (word === 'tag' && text ? [text] : [])))],
  };
}

/** The line in the file on which a place of a block's text stands. */
export function lineAt({ starts, lines }: GiftBlock, place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return lines[low]!;
}

function hide(text: string): string {
  return text.replace(/\\([:#={}~\\n])/g, (_, escaped: string) => hidden(ESCAPED.indexOf(escaped)));
}

/** A piece of a block as its author means it. */
export function plain(text: string): string {
  return text.trim().replace(/[\ufdd0-\ufdd7]/g, (mark) => {
    const escaped = ESCAPED[mark.charCodeAt(0) - HIDDEN]!;
    return escaped === 'n' ? '\n' : escaped;
  });
}
