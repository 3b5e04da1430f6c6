import { hash32, seeded } from '../../kernel/random';
import { at, escaped, rounded, wholeNumbers } from './geometry';

/**
 * The engraved mark of one certificate, drawn from its code: a ring of waves scaled down and turned 22 times inside a woven band.
 * The same code gives the same rosette, so paper and public page can be compared by eye. It proves nothing; the signature does.
 */

const COPIES = 22;

export interface RosetteOptions {
  /** Names the shapes within the page. By default it comes from the code, so that several rosettes can share a page. */
  readonly id?: string;
  /** Without a label the rosette is decoration. */
  readonly label?: string;
}

export function rosette(code: string, { id = `r${hash32(code).toString(36)}`, label = '' }: RosetteOptions = {}): string {
  const whole = wholeNumbers(seeded(code));
  const petals = whole(8, 16);
  const height = whole(14, 24);
  const twist = ((whole(0, 1) ? 1 : -1) * whole(9, 20)) / 10;
  const weave = whole(12, 18);
  const strands = whole(6, 8);

  const flower = Array.from(
    { length: COPIES },
    (_, copy) => `<use href="#${id}a" transform="scale(${scale(copy)})rotate(${rounded((copy * twist * 20) / petals)})"/>`,
  );
  const band = Array.from({ length: strands }, (_, strand) => {
    const turn = strand ? ` transform="rotate(${rounded((strand * 360) / weave / strands)})"` : '';
    return `<use href="#${id}b"${turn}/>`;
  });
  const name = label ? `role="img" aria-label="${escaped(label)}"` : 'aria-hidden="true"';
  return (
    `<svg class="ros" width="200" height="200" fill="none" stroke="currentColor" viewBox="-100 -100 200 200" ${name}>` +
    `<defs><path id="${id}a" vector-effect="non-scaling-stroke" d="${wave(petals, 69, height)}"/><path id="${id}b" d="${wave(weave, 90, 9)}"/></defs>` +
    `<g class="vo">${flower.join('')}</g>${band.join('')}<circle r="98.5"/><circle r="81.5"/></svg>`
  );
}

/** A closed ring of lobes, alternately outwards and inwards. */
function wave(lobes: number, radius: number, height: number): string {
  const start = at(radius, 0).join(' ');
  let path = `M${start}`;
  for (let turn = 1; turn <= 2 * lobes; turn++) {
    const angle = (turn * Math.PI) / lobes;
    const control = at(radius + (turn % 2 ? height : -height), angle - Math.PI / lobes / 2);
    path += `Q${control.join(' ')} ${at(radius, angle).join(' ')}`;
  }
  return `${path}z`;
}

/** Each copy is 7% smaller than the one before: "1", ".930", ".865"… */
function scale(copy: number): string {
  return copy === 0 ? '1' : (0.93 ** copy).toFixed(3).replace(/^0/, '');
}
