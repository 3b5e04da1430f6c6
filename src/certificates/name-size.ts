/** How large a name is printed, so that everything on the certificate stays on one sheet: the largest type in which it fills few enough lines. */

/** How much stands in a line, in ems of that type, and how many lines leave room for the rest; Arabic and Chinese pages have the highest lines. */
const SIZES = [
  { size: 'large', line: 8.3, lines: 2 },
  { size: 'middle', line: 13.8, lines: 4 },
] as const;

export type NameSize = (typeof SIZES)[number]['size'] | 'small';

export function nameSize(name: string): NameSize {
  return SIZES.find(({ line, lines }) => linesOf(name, line) <= lines)?.size ?? 'small';
}

const SPACE = 0.3;
/** Rather too wide than too narrow: every device has another serif. The first that fits counts. */
const WIDTHS: [RegExp, number][] = [
  [/\p{M}/u, 0],
  [/[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\uff01-\uff60]/u, 1],
  [/[MWЖМФШЩЫЮ]/u, 1.1],
  [/[mwжмфшщыю]/u, 0.9],
  [/[fijlrtI]/, 0.4],
  [/\p{Lu}/u, 0.8],
  [/\p{L}|\p{N}/u, 0.6],
];

const widthOf = (letter: string) => WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? SPACE;

/** Words go on while they fit; one that is longer than a line is broken. */
function linesOf(name: string, line: number): number {
  let lines = 1;
  let used = 0;
  for (const word of name.split(/\s+|(?<=\p{Pd})/u)) {
    const width = [...word].reduce((sum, letter) => sum + widthOf(letter), 0);
    if (used > 0 && used + SPACE + width > line) {
      lines++;
      used = 0;
    }
    used += (used > 0 ? SPACE : 0) + width;
    for (; used > line; used -= line) lines++;
  }
  return lines;
}
