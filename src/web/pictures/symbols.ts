/** The signs on a Table: six stakeholder groups and five positions, each one a shape before it is a colour. */

export const GROUPS = ['gov', 'bus', 'civ', 'tec', 'aca', 'int'] as const;
export const POSITIONS = ['sup', 'liv', 'asd', 'obj', 'sil'] as const;

/** Government, business, civil society, technical community, academia, international organisations. */
export type Group = (typeof GROUPS)[number];
/** Support, can live with it, stands aside, objection, silent. */
export type Position = (typeof POSITIONS)[number];

/** Solid signs on a grid of 24: temple front, briefcase, three people, linked nodes, mortarboard, globe. */
const GROUP_SHAPES: Readonly<Record<Group, string>> = {
  gov: 'M12 2 2.5 7.2V9h19V7.2zM4.5 10.5h3V18h-3zM10.5 10.5h3V18h-3zM16.5 10.5h3V18h-3zM2.5 19.5h19V22h-19z',
  bus: 'M8 6V4.5A1.5 1.5 0 0 1 9.5 3h5A1.5 1.5 0 0 1 16 4.5V6h4a1.5 1.5 0 0 1 1.5 1.5V12h-7v-1h-5v1h-7V7.5A1.5 1.5 0 0 1 4 6zm2 0h4V5h-4zM2.5 13.5h7V15h5v-1.5h7v6A1.5 1.5 0 0 1 20 21H4a1.5 1.5 0 0 1-1.5-1.5z',
  civ: 'M12 3.2a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6zM5 6a2.6 2.6 0 1 1 0 5.2A2.6 2.6 0 0 1 5 6zm14 0a2.6 2.6 0 1 1 0 5.2A2.6 2.6 0 0 1 19 6zM12 11c3.4 0 5.5 2.2 5.5 5.5V21h-11v-4.5C6.5 13.2 8.6 11 12 11zM4.8 12.4c.8 0 1.4.1 1.9.4A8 8 0 0 0 5 17v3H1v-3.6c0-2.5 1.5-4 3.8-4zm14.4 0c2.3 0 3.8 1.5 3.8 4V20h-4v-3a8 8 0 0 0-1.7-4.2c.5-.3 1.1-.4 1.9-.4z',
  tec: 'M12 1.5a3.5 3.5 0 0 1 1.2 6.8v2.4l4.8 4.6a3.5 3.5 0 1 1-1.7 1.7L12 12.9l-4.3 4.1A3.5 3.5 0 1 1 6 15.3l4.8-4.6V8.3A3.5 3.5 0 0 1 12 1.5z',
  aca: 'M12 3 .5 9 12 15l8.5-4.43V17H22.5V9.5zM5 13v4.2c0 2 3.3 3.8 7 3.8s7-1.8 7-3.8V13l-7 3.7z',
  int: 'M12 1.8a10.2 10.2 0 1 1 0 20.4 10.2 10.2 0 0 1 0-20.4zm-1.1 2.5C9.3 5.6 8.3 7.8 8 10.9h2.9zm2.2 0v6.6H16c-.3-3.1-1.3-5.3-2.9-6.6zM7.3 5.5a8 8 0 0 0-3.2 5.4h1.7c.2-2.1.7-3.9 1.5-5.4zm9.4 0c.8 1.5 1.3 3.3 1.5 5.4h1.7a8 8 0 0 0-3.2-5.4zM4.1 13.1a8 8 0 0 0 3.2 5.4c-.8-1.5-1.3-3.3-1.5-5.4zm3.9 0c.3 3.1 1.3 5.3 2.9 6.6v-6.6zm5.1 0v6.6c1.6-1.3 2.6-3.5 2.9-6.6zm5.1 0c-.2 2.1-.7 3.9-1.5 5.4a8 8 0 0 0 3.2-5.4z',
};

const POSITION_STROKES: Readonly<Record<Position, string>> = {
  sup: 'm5 13 4.5 4.5L19 7.5',
  liv: 'M3.5 14.5c2.5-6 6-6 8.5-2.5s6 3.5 8.5-2.5',
  asd: 'M5 12h14',
  obj: 'm6 6 12 12M18 6 6 18',
  sil: 'M5 12h.01M12 12h.01M19 12h.01',
};

/** A symbol drawn in lines. The stroke is written out so that it also shows when styles did not load. */
export function lineSymbol(id: string, path: string): string {
  return `<symbol id="${id}" viewBox="0 0 24 24"><path class="st" fill="none" stroke="currentColor" stroke-width="2" d="${path}"/></symbol>`;
}

/** The symbols that pictures of a Table refer to. */
export function symbols(groups: readonly Group[] = GROUPS, positions: readonly Position[] = POSITIONS): string {
  return [
    ...groups.map((group) => `<symbol id="${group}" viewBox="0 0 24 24"><path d="${GROUP_SHAPES[group]}"/></symbol>`),
    ...positions.map((position) => lineSymbol(position, POSITION_STROKES[position])),
  ].join('');
}

/** The fill of "can live with it": slanting lines, told apart from a solid fill without colour. */
function hatch(id: string, size: number, line: number): string {
  return (
    `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<path class="h0" d="M0 0h${size}v${size}H0z"/><path class="h1" d="M0 0h${line}v${size}H0z"/></pattern>`
  );
}

/** Everything Tables of any size refer to, in an element that takes no room. A page needs it once. */
export function tableSymbols(groups: readonly Group[] = GROUPS, positions: readonly Position[] = POSITIONS): string {
  return `<svg class="vh" aria-hidden="true"><defs>${hatch('hatch', 7, 3.2)}${hatch('hatch3', 3, 1.4)}</defs>${symbols(groups, positions)}</svg>`;
}
