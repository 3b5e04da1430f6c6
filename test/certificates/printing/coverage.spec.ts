import { readFileSync } from 'node:fs';
import { type Face, faceOf, runsOf } from '../../../src/certificates/printing/coverage';

const FILES: Record<Face, string[]> = {
  serif: ['amiri/400Regular/Amiri_400Regular.ttf', 'amiri/700Bold/Amiri_700Bold.ttf'],
  sans: ['noto-sans/400Regular/NotoSans_400Regular.ttf', 'noto-sans/700Bold/NotoSans_700Bold.ttf'],
  chinese: ['noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'],
};

/** The code points in a font's own table of letters (https://learn.microsoft.com/typography/opentype/spec/cmap), format 12 or 4. */
function lettersIn(path: string): Set<number> {
  const font = readFileSync(require.resolve(`@expo-google-fonts/${path}`));
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * 16);
  const cmap = font.readUInt32BE(tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')! + 8);
  const parts = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, at) => cmap + font.readUInt32BE(cmap + 8 + at * 8));
  const long = parts.find((at) => font.readUInt16BE(at) === 12);
  const letters = new Set<number>();
  const add = (from: number, to: number) => {
    for (let code = from; code <= to; code++) letters.add(code);
  };
  if (long !== undefined) {
    for (let group = 0; group < font.readUInt32BE(long + 12); group++) {
      add(font.readUInt32BE(long + 16 + group * 12), font.readUInt32BE(long + 20 + group * 12));
    }
    return letters;
  }
  const at = parts.find((part) => font.readUInt16BE(part) === 4)!;
  const segments = font.readUInt16BE(at + 6) / 2;
  for (let segment = 0; segment < segments; segment++) {
    const to = font.readUInt16BE(at + 14 + segment * 2);
    if (to < 0xffff) add(font.readUInt16BE(at + 16 + segments * 2 + segment * 2), to);
  }
  return letters;
}

describe('what can be printed', () => {
  it.each(Object.entries(FILES) as [Face, string[]][])('is what the files of a face have: %s', (face, files) => {
    const [first, ...others] = files.map(lettersIn);
    const both = [...first!].filter((code) => code > 32 && others.every((letters) => letters.has(code)));
    const runs = runsOf(face);
    const said = new Set<number>();
    for (let at = 0; at < runs.length; at += 2) for (let code = runs[at]!; code <= runs[at + 1]!; code++) said.add(code);
    expect([...said].filter((code) => !first!.has(code))).toEqual([]);
    expect(both.filter((code) => !said.has(code))).toEqual([]);
  });

  it.each([
    ['Aïssatou Diallo-Ba', 'serif'],
    ['محمّد', 'serif'],
    ['Мария', 'sans'],
    ['Nguyễn Thị Ánh', 'sans'],
    ['陈美 Mei', 'chinese'],
    ['田中さくら', 'chinese'],
  ])('looks of one piece: %s', (name, face) => {
    expect(faceOf(name)).toBe(face);
  });
});
