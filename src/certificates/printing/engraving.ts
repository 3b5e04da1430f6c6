/** The pictures of a printed certificate, each a file of its own: its colours stand in it, and it needs no page around it. */
import { mark } from '../../web/pictures/mark';
import { qr } from '../../web/pictures/qr';
import { rosette } from '../../web/pictures/rosette';

const NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"';
/** Strands that cross and meet their neighbours smoothly, and the lines between which they run: a square of 22. */
const WEAVE = ['4q5.5 0 11 7t11 7', '18q5.5 0 11-7t11-7', '7.5q5.5 0 11 3.5t11 3.5', '14.5q5.5 0 11-3.5t11-3.5', '.5h22', '21.5h22'];
const TILE = 22;
const NIGHT = '#181b2c';
const MARIGOLD = '#ffc53d';

/** The rosette of a number in a colour. Its lines are equally fine everywhere, although each ring of waves is a smaller copy of the first. */
export function engravedRosette(code: string, ink: string, width = 0.55): string {
  return rosette(code)
    .replace('<svg', `<svg ${NAMESPACE}`)
    .replace('stroke="currentColor"', `stroke="${ink}" stroke-width="${width}"`)
    .replace(/ vector-effect="[^"]*"/, '')
    .replace(/transform="scale\(([\d.]+)\)/g, (whole, scale: string) => `stroke-width="${(width / Number(scale)).toFixed(2)}" ${whole}`);
}

/** The woven band round a sheet, `across` and `down` squares long; corners are target discs. */
export function band(across: number, down: number, ink: string): string {
  const width = across * TILE;
  const height = down * TILE;
  const strip = (length: number) =>
    Array.from({ length: length - 2 }, (_, at) => WEAVE.map((strand) => `M${(at + 1) * TILE} ${strand}`).join('')).join('');
  const discs = (x: number, y: number) =>
    [7.5, 5, 2.5].map((radius) => `<circle cx="${x}" cy="${y}" r="${radius}"/>`).join('') +
    `<path d="M${x - 10.5} ${y - 10.5}h21v21h-21z"/>`;
  const corners = [11, width - 11].flatMap((x) => [11, height - 11].map((y) => discs(x, y))).join('');
  return (
    `<svg ${NAMESPACE} viewBox="0 0 ${width} ${height}" fill="none" stroke="${ink}" stroke-width=".7">` +
    `<defs><path id="a" d="${strip(across)}"/><path id="d" d="${strip(down)}"/></defs>` +
    `<use href="#a"/><use href="#a" y="${height - TILE}"/><g transform="matrix(0 1 1 0 0 0)"><use href="#d"/><use href="#d" y="${width - TILE}"/></g>` +
    `${corners}<path stroke-width="1" d="M0 0h${width}v${height}H0z"/></svg>`
  );
}

/** The mark of the house in its own colours. */
export function printedMark(): string {
  return mark(26)
    .replace('<svg', `<svg ${NAMESPACE} fill="none" stroke="${NIGHT}" stroke-width="5"`)
    .replace('class="t"', `fill="${NIGHT}" stroke="none"`)
    .replace('class="k"', `stroke="${MARIGOLD}"`);
}

/** The code for cameras, dark on white with its quiet zone. */
export function printedQr(address: string): string {
  return qr(address).replace('<svg', `<svg ${NAMESPACE}`).replace('<path', '<path d="M-3-3h999v999H-3z" fill="#fff"/><path fill="#000"');
}

/** The badge: the rosette on paper within a ring. Its title says what it is for. */
export function badge(code: string, title: string, { ink, paper }: { ink: string; paper: string }): string {
  const inner = engravedRosette(code, ink, 0.6).replace(/^<svg[^>]*>|<\/svg>$/g, '');
  const escaped = title.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return (
    `<svg ${NAMESPACE} viewBox="-112 -112 224 224" width="600" height="600"><title>${escaped}</title>` +
    `<circle r="110" fill="${paper}" stroke="${ink}" stroke-width="2"/><circle r="105" fill="none" stroke="${ink}" stroke-width=".8"/>` +
    `<g fill="none" stroke="${ink}" stroke-width=".6">${inner}</g></svg>`
  );
}
