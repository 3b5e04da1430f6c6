import { at, escaped, rounded, sector } from './geometry';
import { POSITIONS } from './symbols';
import { refuseOddSizes, type Seat } from './table';

/**
 * The small Table that stands beside a line of text: the same wedges without seats and names; an objection is a cross outside.
 * Refers to the hatching of `tableSymbols`. Without a label it is decoration. Other than 6 to 24 seats are a RangeError.
 */
export function mini(seats: readonly Seat[], label = ''): string {
  refuseOddSizes(seats);
  const half = Math.PI / seats.length;
  const drawn = POSITIONS.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)).map((position) => {
    const path = seats.map((seat, index) => (seat.position === position ? piece(position === 'obj', 2 * half * index, half) : '')).join('');
    const fill = position === 'liv' ? ' fill="url(#hatch3)"' : '';
    return path ? `<path class="w ${position}"${fill} d="${path}"/>` : '';
  });
  const name = label ? `role="img" aria-label="${escaped(label)}"` : 'aria-hidden="true"';
  return `<svg class="mini" width="44" height="44" viewBox="-24 -24 48 48" ${name}><circle class="rim" r="17"/>${drawn.join('')}</svg>`;
}

/** Crosses last: they lie on top. */
const ORDER = ['sup', 'liv', 'asd', 'sil', 'obj'];

function piece(objects: boolean, angle: number, half: number): string {
  if (!objects) return sector(5, 17, angle - half + 0.05, angle + half - 0.05);
  const [x, y] = at(20.5, angle);
  return `M${rounded(x - 2)} ${rounded(y - 2)}l4 4m0-4l-4 4`;
}
