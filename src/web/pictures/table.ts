import { arc, at, escaped, rounded, sector } from './geometry';
import { GROUPS, POSITIONS, tableSymbols, type Group, type Position } from './symbols';

/**
 * The Table: people sit in a ring, each before a wedge of the text under discussion. Who supports it fills the wedge; who objects
 * leaves a bite and pushes the chair back, so that a full disc is consensus and open objections can be counted from across the room.
 */

export interface Seat {
  readonly group: Group;
  /** null while nobody has said anything: no wedge is drawn. */
  readonly position: Position | null;
  /** Up to 16 characters fit beside the seat. */
  readonly name?: string;
  readonly you?: boolean;
  readonly speaking?: boolean;
  readonly absent?: boolean;
}

export interface TableOptions {
  /** The whole picture in one sentence. */
  readonly label: string;
  /** In the middle: the number of the clause, and a short line under it. */
  readonly middle?: string;
  readonly below?: string;
  readonly names?: boolean;
  readonly width?: number;
  readonly height?: number;
}

const HUB = 46;
const EDGE = 118;
const CHAIR = 146;
const PUSHED_BACK = 170;
const CHAIR_DEPTH = 32;

/** From 6 to 24 seats, clockwise from twelve o'clock, people of one group side by side. Other numbers are a RangeError. */
export function table(seats: readonly Seat[], options: TableOptions): string {
  refuseOddSizes(seats);
  const { label, middle = '', below = '', names = true, width = 540, height = 440 } = options;
  const crowded = seats.length > 16;
  const drawn = [
    rim(seats),
    ...wedges(seats),
    ...seats.map((seat, index) => place(seat, (index * 2 * Math.PI) / seats.length, { seats, names, crowded })),
  ];
  if (middle) drawn.push(`<text class="mid" text-anchor="middle" y="${below ? -1 : 11}">${escaped(middle)}</text>`);
  if (below) drawn.push(`<text class="sub" text-anchor="middle" y="17">${escaped(below)}</text>`);
  const box = `${-width / 2} ${-height / 2} ${width} ${height}`;
  return `<svg class="table" width="400" viewBox="${box}" role="img" aria-label="${escaped(label)}">${drawn.join('')}</svg>`;
}

/** A Table together with the symbols it uses: the form to put on a page that shows one of them. */
export function tablePicture(seats: readonly Seat[], options: TableOptions): string {
  const groups = GROUPS.filter((group) => seats.some((seat) => seat.group === group));
  return tableSymbols(groups, POSITIONS) + table(seats, options);
}

export function refuseOddSizes(seats: readonly Seat[]): void {
  if (seats.length < 6 || seats.length > 24) throw new RangeError(`A table has 6 to 24 seats, not ${seats.length}.`);
}

/** The line round the table is broken where a chair is pushed back. */
function rim(seats: readonly Seat[]): string {
  const half = Math.PI / seats.length;
  const pieces = seats.map((seat, index) =>
    seat.position === 'obj' ? '' : arc(EDGE, 2 * half * index - half + 0.02, 2 * half * index + half - 0.02),
  );
  return `<path class="rim" d="${pieces.join('')}"/>`;
}

/** One path for all wedges of a position. An objection has none. */
function wedges(seats: readonly Seat[]): string[] {
  const half = Math.PI / seats.length;
  const gap = 1.6 / EDGE;
  return POSITIONS.filter((position) => position !== 'obj').flatMap((position) => {
    const path = seats.map((seat, index) =>
      seat.position === position ? sector(HUB, EDGE, 2 * half * index - half + gap, 2 * half * index + half - gap) : '',
    );
    const fill = position === 'liv' ? ' fill="url(#hatch)"' : '';
    return path.some(Boolean) ? [`<path class="w ${position}"${fill} d="${path.join('')}"/>`] : [];
  });
}

interface Room {
  readonly seats: readonly Seat[];
  readonly names: boolean;
  readonly crowded: boolean;
}

/** One seat with what belongs to it: the brick, who speaks, which one is yours, the sign of the position, the name. */
function place(seat: Seat, angle: number, { seats, names, crowded }: Room): string {
  const distance = seat.position === 'obj' ? PUSHED_BACK : CHAIR;
  const half = Math.min(((2 * Math.PI) / seats.length) * 0.74 * CHAIR, 58) / distance / 2;
  const sign = crowded ? 16 : 22;
  const [x, y] = at(distance, angle);
  const brick = seat.absent
    ? `class="o" d="${sector(distance - CHAIR_DEPTH / 2, distance + CHAIR_DEPTH / 2, angle - half, angle + half)}"`
    : `d="${arc(distance, angle - half, angle + half)}"`;
  const outline = (radius: number) => arc(radius, angle - half - 0.03, angle + half + 0.03);
  return [
    `<g class="seat ${seat.group}${seat.absent ? ' away' : ''}"><path ${brick}/><use href="#${seat.group}" ${square(x, y, sign)}/></g>`,
    seat.speaking ? `<path class="talk" d="${outline(distance - 23)}"/>` : '',
    seat.you ? `<path class="you" d="${outline(distance + 22)}"/>` : '',
    seat.position ? positionSign(seat.position, angle, crowded) : '',
    names && seat.name ? nameOf(seat.name, Boolean(seat.you), angle, distance) : '',
  ].join('');
}

function positionSign(position: Position, angle: number, crowded: boolean): string {
  const [x, y] = at(position === 'obj' ? 129 : 97, angle);
  const disc = `<circle cx="${x}" cy="${y}" r="${crowded ? 9 : 12.5}"/>`;
  return `<g class="g ${position}">${disc}<use href="#${position}" ${square(x, y, crowded ? 12 : 16)}/></g>`;
}

/** Names stand outside the ring, further out on the diagonals where seats are widest, and grow away from it. */
function nameOf(name: string, you: boolean, angle: number, distance: number): string {
  const side = Math.sin(angle);
  const [x, y] = at(distance + 17 + (you ? 7 : 0) + 8 + 9 * Math.abs(Math.sin(2 * angle)), angle);
  const upright = Math.abs(side) < 0.15;
  const drop = upright ? (Math.cos(angle) > 0 ? -2 : 13) : 5;
  const anchor = upright ? ' text-anchor="middle"' : side > 0 ? '' : ' text-anchor="end"';
  return `<text x="${x}" y="${rounded(y + drop)}" class="lb${you ? ' me' : ''}"${anchor}>${escaped(name)}</text>`;
}

function square(x: number, y: number, size: number): string {
  return `x="${rounded(x - size / 2)}" y="${rounded(y - size / 2)}" width="${size}" height="${size}"`;
}
