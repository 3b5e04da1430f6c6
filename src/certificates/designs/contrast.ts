/** How well one colour can be read on another (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), and which colours a design may have. */
import type { Colours } from './design';

export const LEAST_CONTRAST = 4.5;
/** The house's own words on the paper: names, and what is said beside them. */
const NIGHT = '#181b2c';
const SOFT = '#565868';

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

/** From 1 (the same) to 21 (black on white). Both as #rrggbb. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export interface ColourProblem {
  field: 'ink' | 'paper';
  /** Rounded down, so that it never looks like enough. */
  ratio: number;
}

/** Which colour cannot be read well enough, first the paper: no ink is right on a wrong one. */
export function colourProblem({ ink, paper }: Colours): ColourProblem | null {
  const words = Math.min(contrast(NIGHT, paper), contrast(SOFT, paper));
  if (words < LEAST_CONTRAST) return { field: 'paper', ratio: down(words) };
  const lines = contrast(ink, paper);
  return lines < LEAST_CONTRAST ? { field: 'ink', ratio: down(lines) } : null;
}

const down = (ratio: number): number => Math.floor(ratio * 10) / 10;
