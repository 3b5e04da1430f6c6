/**
 * The woven band round a certificate. Lengths are percentages, so that one picture fits every sheet: four strips of one
 * pattern 22 pixels wide, and a target disc on a plain plate in each corner. Drawn once on a page. With colours of its own it brings the
 * ground of the sheet, too.
 */
export function frame(colours: { ink: string; paper: string } | null = null): string {
  const strands = 'M0 4q5.5 0 11 7t11 7M0 18q5.5 0 11-7t11-7M0 7.5q5.5 0 11 3.5t11 3.5M0 14.5q5.5 0 11-3.5t11-3.5M0 .5h22M0 21.5h22';
  const pattern = (id: string, turn: string) =>
    `<pattern id="${id}" width="22" height="22" patternUnits="userSpaceOnUse"><use href="#fw"${turn}/></pattern>`;
  const discs = [7.5, 5, 2.5].map((radius) => `<circle cx="11" cy="11" r="${radius}"/>`).join('');
  const definitions =
    `<path id="fw" d="${strands}"/>${pattern('fh', '')}${pattern('fv', ' transform="matrix(0 1 1 0 0 0)"')}` +
    `<g id="fc"><path fill="${colours?.paper ?? 'var(--paper)'}" stroke="none" d="M1 1h20v20H1z"/>${discs}</g>`;
  const top = '<rect width="100%" height="22" fill="url(#fh)"/>';
  const start = '<rect width="22" height="100%" fill="url(#fv)"/>';
  const bottom = '<svg y="100%"><rect y="-22" width="100%" height="22" fill="url(#fh)"/><use href="#fc" y="-22"/></svg>';
  const end = '<svg x="100%"><rect x="-22" width="22" height="100%" fill="url(#fv)"/><use href="#fc" x="-22"/></svg>';
  const corners = '<use href="#fc"/><svg x="100%" y="100%"><use href="#fc" x="-22" y="-22"/></svg>';
  const drawn = `<defs>${definitions}</defs>${top}${start}${bottom}${end}${corners}`;
  const ground = colours && `<rect width="100%" height="100%" fill="${colours.paper}"/><g stroke="${colours.ink}">${drawn}</g>`;
  return `<svg class="frame" aria-hidden="true">${ground ?? drawn}</svg>`;
}
