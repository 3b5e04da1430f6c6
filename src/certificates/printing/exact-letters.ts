/**
 * Which letters the shapes of a PDF stand for. The press says of every part of a letter with marks (a shadda on its meem) that it is the whole
 * letter, so that whoever copies or searches a name would find it twice. Here each part says what it is itself. Nothing moves in the file:
 * what is written is never longer than what was there.
 */
import { deflateSync, inflateSync } from 'node:zlib';

/** What a shape of a font stands for, and whether it takes room of its own in the line. */
interface Shape {
  text: string;
  wide: boolean;
}

const LETTER_WITH_MARKS = /^(\P{M})(\p{M}+)$/u;
const STREAM = /(\/Length )(\d+)([^]*?>>\s*stream\r?\n)/g;

export function exactLetters(pdf: Buffer): Buffer {
  const made = Buffer.from(pdf);
  const text = made.toString('latin1');
  const widths = widthsOf(text);
  for (const { head, at, length } of streamsIn(text)) {
    const packed = head.includes('/FlateDecode');
    const isMap = head.includes('/CMap');
    if (!isMap && (!packed || /\/(?:Type|Subtype|Length1|N) /.test(head))) continue; // fonts, pictures, colours: they say no words
    const was = made.subarray(at, at + length);
    const bytes = (packed ? inflateSync(was) : was).toString('latin1');
    const object = /(\d+) 0 obj[^]*$/.exec(head)?.[1] ?? '';
    const now = bytes.includes('begincmap')
      ? exactMap(bytes, widths.get(object) ?? null)
      : bytes.includes('/ActualText')
        ? plainly(bytes)
        : bytes;
    if (now === bytes) continue;
    const written = Buffer.from(now, 'latin1');
    write(made, at, length, packed ? deflateSync(written, { level: 9 }) : written);
  }
  return made;
}

/** In every font of the file: the number of its map, and which of its shapes take room. */
function widthsOf(text: string): Map<string, Set<number>> {
  const fonts = new Map<string, Set<number>>();
  for (const [, descendant, map] of text.matchAll(/\/DescendantFonts \[(\d+) 0 R\]\s*\/ToUnicode (\d+) 0 R/g)) {
    const font = new RegExp(`(?:^|\\n)${descendant} 0 obj[^]*?\\/W \\[([^\\]]*)\\]`).exec(text)?.[1] ?? '';
    const numbers = font.trim().split(/\s+/).map(Number);
    const wide = new Set<number>();
    for (let at = 0; at + 2 < numbers.length; at += 3) {
      for (let shape = numbers[at]!; shape <= numbers[at + 1]!; shape++) if (numbers[at + 2]! > 0) wide.add(shape);
    }
    fonts.set(map!, wide);
  }
  return fonts;
}

function streamsIn(text: string): { head: string; at: number; length: number }[] {
  const found: { head: string; at: number; length: number }[] = [];
  for (let match = STREAM.exec(text); match; match = STREAM.exec(text)) {
    const at = match.index + match[0].length;
    const length = Number(match[2]);
    found.push({ head: text.slice(text.lastIndexOf(' 0 obj', match.index) - 8, at), at, length });
    STREAM.lastIndex = at + length;
  }
  STREAM.lastIndex = 0;
  return found;
}

const LINE = /<([0-9A-F]{4})> <((?:[0-9A-F]{4})+)>/g;
const hex = (text: string) =>
  text
    .split('')
    .map((unit) => unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'))
    .join('');
const unhex = (digits: string) => String.fromCharCode(...digits.match(/.{4}/g)!.map((four) => parseInt(four, 16)));

/** The map of a font, in which marks are marks and letters are letters. */
function exactMap(map: string, wide: Set<number> | null): string {
  if (!wide) return map;
  const body = map.slice(map.indexOf('endcodespacerange'));
  const shapes = new Map<number, Shape>();
  for (const [, shape, text] of body.matchAll(LINE)) {
    const number = parseInt(shape!, 16);
    shapes.set(number, { text: unhex(text!), wide: wide.has(number) });
  }
  const exact = exactTexts(shapes);
  const head = map.slice(0, -body.length).replace(/^%.*\n/gm, ''); // its remarks are no part of it, and make room
  return head + body.replace(LINE, (_, shape: string) => `<${shape}> <${hex(exact.get(parseInt(shape, 16))!)}>`);
}

export function exactTexts(shapes: ReadonlyMap<number, Shape>): Map<number, string> {
  const texts = new Map([...shapes].map(([shape, { text }]) => [shape, text]));
  const parted = [...shapes].flatMap(([shape, { text, wide }]) => {
    const [, letter, marks] = LETTER_WITH_MARKS.exec(text) ?? [];
    return letter && marks ? [{ shape, text, wide, letter, marks: [...marks] }] : [];
  });
  const known = new Set<string>();
  const groups = [...new Set(parted.map(({ text }) => text))]
    .map((text) => parted.filter((one) => one.text === text))
    .sort((one, other) => one[0]!.marks.length - other[0]!.marks.length);
  for (const group of groups) {
    const marks = group[0]!.marks;
    const narrow = group.filter(({ wide }) => !wide);
    const fresh = narrow.length < marks.length ? marks.filter((mark) => !known.has(mark)) : marks;
    narrow.forEach(({ shape }, at) => {
      const own = at === narrow.length - 1 ? fresh.slice(at).join('') : (fresh[at] ?? '');
      texts.set(shape, own || marks.at(-1)!);
    });
    if (narrow.length) for (const mark of marks) known.add(mark);
    for (const { shape, wide, letter } of group) if (wide && marks.every((mark) => known.has(mark))) texts.set(shape, letter);
  }
  return texts;
}

/** Where the shapes say it themselves, nothing has to be said over them. */
function plainly(content: string): string {
  return content.replace(/\/ActualText <FEFF((?:[0-9A-F]{4})+)>/g, (whole, text: string) =>
    LETTER_WITH_MARKS.test(unhex(text)) ? '' : whole,
  );
}

/** In its old place, with its new length; what is left over is blank, after the end of the stream. */
function write(made: Buffer, at: number, length: number, bytes: Buffer): void {
  if (bytes.length > length) return;
  const head = made.lastIndexOf('/Length ', at, 'latin1');
  made.write(String(bytes.length).padEnd(String(length).length), head + '/Length '.length, 'latin1');
  const end = made.subarray(at + length, made.indexOf('endobj', at + length, 'latin1')).toString('latin1');
  const tail = Buffer.from(end.trimEnd());
  bytes.copy(made, at);
  tail.copy(made, at + bytes.length);
  made.fill(' ', at + bytes.length + tail.length, at + length + end.length - 1);
  made.write('\n', at + length + end.length - 1, 'latin1');
}
