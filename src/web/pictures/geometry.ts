/** The geometry that all pictures share: a room seen from above, its table in the middle, seats counted clockwise from twelve o'clock. */

export type Point = readonly [x: number, y: number];

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text made safe for SVG content and for attributes in double quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => MARKUP[character] as string);
}

/** One decimal is finer than a screen shows and keeps the pictures light; never "-0". */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

/** The point at a radius and an angle in radians: 0 is twelve o'clock, growing clockwise. */
export function at(radius: number, angle: number): Point {
  return [rounded(radius * Math.sin(angle)), rounded(-radius * Math.cos(angle))];
}

/** Path of an open arc. */
export function arc(radius: number, from: number, to: number): string {
  const [startX, startY] = at(radius, from);
  const [endX, endY] = at(radius, to);
  return `M${startX} ${startY}A${rounded(radius)} ${rounded(radius)} 0 0 1 ${endX} ${endY}`;
}

/** Path of a closed piece of a ring: a wedge of the table, the outline of a seat. */
export function sector(inner: number, outer: number, from: number, to: number): string {
  const [ax, ay] = at(inner, from);
  const [bx, by] = at(outer, from);
  const [cx, cy] = at(outer, to);
  const [dx, dy] = at(inner, to);
  return `M${ax} ${ay}L${bx} ${by}A${outer} ${outer} 0 0 1 ${cx} ${cy}L${dx} ${dy}A${inner} ${inner} 0 0 0 ${ax} ${ay}z`;
}

/** Whole numbers from a to b, both included, from a source of numbers in [0, 1). */
export function wholeNumbers(next: () => number): (a: number, b: number) => number {
  return (a, b) => a + Math.floor(next() * (b - a + 1));
}
