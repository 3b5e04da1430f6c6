import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** The style sheet reads the same in both directions, keeps its colours in one place and its weight low. */

const FOLDER = join(__dirname, '../../views/assets/style');
const LIGHTEST_LINK_BYTES = 9000;
/** What a few pages need beside it. */
const LIGHTEST_PAGE_BYTES = 3000;
/** Declarations that may shout, as “file: property”. */
const IMPORTANT: string[] = [];

interface Declaration {
  where: string;
  file: string;
  property: string;
  value: string;
}

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .sort();
const isOfFewPages = (file: string) => file.startsWith('pages');
const text = (file: string) => readFileSync(join(FOLDER, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const declarations: Declaration[] = files.flatMap((file) =>
  [...text(file).matchAll(/(?<=[{;]\s*)(--[\w-]+|[a-z-]+):([^;{}]*);/g)].map(([, property = '', value = '']) => ({
    where: `${file}: ${property}:${value}`,
    file,
    property,
    value: value.trim(),
  })),
);
const where = (test: (declaration: Declaration) => boolean) => declarations.filter(test).map((declaration) => declaration.where);

/** Values of a shorthand, commas and slashes inside brackets left alone. */
const values = (value: string) => value.replace(/\([^()]*(\([^()]*\)[^()]*)*\)/g, '()').split(/\s+/);

function leansToOneSide({ property, value }: Declaration): boolean {
  if (/(^|-)(left|right)($|-)/.test(property)) return true;
  if (/^(float|clear|text-align)$/.test(property)) return /\b(left|right)\b/.test(value);
  const [top, end, bottom, start] = values(value);
  if (property === 'border-radius')
    return value.includes(' ') && !value.includes('/') && (top !== (end ?? top) || (start ?? end) !== (bottom ?? top));
  return (
    /^(margin|padding|inset|border-(width|style|color)|scroll-(margin|padding))$/.test(property) && start !== undefined && start !== end
  );
}

describe('the style sheet', () => {
  it('is read at all', () => {
    expect(declarations.length).toBeGreaterThan(500);
  });

  it('never says left or right, so that Arabic pages need no second one', () => {
    expect(where(leansToOneSide)).toEqual([]);
  });

  it('keeps every colour in the tokens', () => {
    const colour =
      /#[\da-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|\b(white|black|red|green|blue|gr[ae]y|yellow|orange|purple|silver|gold)\b/i;
    expect(where(({ file, value }) => file !== '10-tokens.css' && colour.test(value))).toEqual([]);
  });

  it('shouts nowhere', () => {
    expect(where(({ file, property, value }) => value.includes('!important') && !IMPORTANT.includes(`${file}: ${property}`))).toEqual([]);
  });

  it('puts every rule into a layer that is declared', () => {
    const layers = /@layer ([\w, ]+);/.exec(text('10-tokens.css'))?.[1]?.split(', ') ?? [];
    const used = files.flatMap((file) =>
      [
        ...text(file)
          .replace(/@layer [\w, ]+;/, '')
          .matchAll(/^(?=\S)(.+)\{/gm),
      ].map(([line]) => line),
    );
    expect(used.filter((line) => !layers.includes(/^@layer (\w+) \{$/.exec(line)?.[1] ?? ''))).toEqual([]);
  });

  it('uses only names that are given', () => {
    const given = new Set(declarations.map(({ property }) => property).filter((property) => property.startsWith('--')));
    const optional = /var\((--[\w-]+),/; // a second value stands ready
    expect(
      where(({ value }) => [...value.matchAll(/var\((--[\w-]+)/g)].some(([, name = '']) => !given.has(name) && !optional.test(value))),
    ).toEqual([]);
  });

  it('fits a slow link', () => {
    const packed = (of: string[]) => brotliCompressSync(Buffer.concat(of.map((file) => readFileSync(join(FOLDER, file))))).length;
    expect(packed(files.filter((file) => !isOfFewPages(file)))).toBeLessThanOrEqual(LIGHTEST_LINK_BYTES);
    expect(files.filter((file) => isOfFewPages(file) && packed([file]) > LIGHTEST_PAGE_BYTES)).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const colourOf = (name: string): string => {
    const value = declarations.find(({ file, property }) => file === '10-tokens.css' && property === `--${name}`)?.value ?? '';
    return new RegExp(`var\\(--${theme}, (#[\\da-f]+)\\)`).exec(value)?.[1] ?? value;
  };

  const words = ['ink', 'soft', 'acc', 'acc2', 'good', 'bad', 'warn'];
  const grounds = ['paper', 'sheet', 'well'];
  const pairs = [
    ...words.flatMap((word) => grounds.map((ground) => [word, ground, 4.5] as const)),
    ...['good', 'bad', 'warn'].map((word) => [word, `${word}w`, 4.5] as const),
    ...['ink', 'soft', 'acc', 'good', 'warn'].map((word) => [word, 'tint', 4.5] as const),
    ...['goodw', 'badw', 'warnw'].flatMap((ground) => ['ink', 'soft', 'acc'].map((word) => [word, ground, 4.5] as const)),
    ['ink', 'hatch', 4.5] as const,
    ['on', 'acc', 4.5] as const,
    ['on', 'bad', 4.5] as const,
    ['keyi', 'key', 4.5] as const,
    ['night', 'glow', 4.5] as const,
    ['edge', 'paper', 3] as const,
    ['edge', 'sheet', 3] as const,
  ];

  // WCAG 2.2, 1.4.3 and 1.4.11
  it.each(pairs)('shows %s on %s', (front, back, least) => {
    expect(contrast(colourOf(front), colourOf(back))).toBeGreaterThanOrEqual(least);
  });
});

/** Contrast ratio of two hex colours (WCAG 2.2, “contrast ratio” and “relative luminance”). */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[\da-f]/g, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(full.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
