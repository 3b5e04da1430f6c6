import { seeded } from '../../kernel/random';
import { rounded, wholeNumbers } from './geometry';

/** The cover of a module: a room plan of five rings of seats, drawn from the module's name. Exactly one seat is marked: yours. */

/** Where the table can stand on a sheet of 96 by 60: near the middle, at a side, in a corner. */
const CENTRES = [
  [48, 30],
  [30, 30],
  [66, 30],
  [24, 60],
  [72, 60],
  [48, 60],
  [0, 30],
  [96, 30],
  [16, 0],
  [80, 0],
  [48, 0],
] as const;

const RINGS = 5;
const GAP = 3.2;

/** The same slug always gives the same cover: numbers are drawn in one fixed order. */
export function cover(slug: string): string {
  const next = seeded(slug);
  const whole = wholeNumbers(next);
  const palette = whole(0, 4);
  const [x, y] = CENTRES[whole(0, 10)] as (typeof CENTRES)[number];
  const table = 8 + 4 * whole(0, 3);
  const step = whole(11, 13);
  const firstRing = whole(5, 9);
  const turn = whole(0, 359);

  let rings = '';
  let best = { rank: -Infinity, seat: '' };
  for (let ring = 0; ring < RINGS; ring++) {
    const radius = table + step * (ring + 0.72);
    const seats = firstRing + Math.round(firstRing * 0.55 * ring);
    const share = (2 * Math.PI * radius) / seats;
    const seat = rounded(share - GAP);
    const start = (turn + whole(0, 7) * ring * 5) % 360;
    rings += `<circle r="${rounded(radius)}" stroke-dasharray="${seat} ${rounded(share - seat)}" transform="rotate(${start})"/>`;
    if (ring === RINGS - 1) continue;
    for (let index = 0; index < seats; index++) {
      const middle = ((start + (360 * (index + seat / share / 2)) / seats) * Math.PI) / 180;
      const rank = howWellSeen(x + radius * Math.cos(middle), y + radius * Math.sin(middle)) * 4 - ring * 3 + next() * 3;
      if (rank > best.rank) best = { rank, seat: markedSeat(radius, seat, start + (360 * index) / seats) };
    }
  }
  return (
    `<svg class="cov q${palette}" viewBox="0 0 96 60" width="288" height="180" preserveAspectRatio="xMidYMid slice" fill="none" aria-hidden="true">` +
    `<g transform="translate(${x} ${y})" stroke-width="${rounded(step * 0.62)}"><circle class="t" r="${table}"/>${rings}${best.seat}</g></svg>`
  );
}

/** Distance from the edges of the flattest crop (16 to 5), so that the marked seat is seen wherever the cover is used. */
function howWellSeen(x: number, y: number): number {
  return Math.min(x - 14, 82 - x, y - 22, 38 - y, 3);
}

/** A little longer than the seat under it, so that no edge of that one shows. */
function markedSeat(radius: number, seat: number, start: number): string {
  return `<circle r="${rounded(radius)}" class="k" stroke-dasharray="${rounded(seat + 0.3)} 999" transform="rotate(${rounded(start - 0.2)})"/>`;
}
