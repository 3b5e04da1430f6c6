import { lineSymbol } from './symbols';

/** The signs of the house on a grid of 24, drawn in lines of 2. A page carries only those it shows, each once. */
const STROKES = {
  alert: 'M12 4 2.5 20h19zM12 10v4.5M12 17.3h.01',
  back: 'M20 12H5m6-6-6 6 6 6',
  book: 'M12 6.5C10 5 7 4.5 3 4.5V19c4 0 7 .5 9 2 2-1.5 5-2 9-2V4.5c-4 0-7 .5-9 2zm0 0V21',
  check: 'm5 13 4.5 4.5L19 7.5',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7v5l3.5 2',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  cross: 'm6 6 12 12M18 6 6 18',
  doc: 'M6 3h8l4 4v14H6zM9 11h6M9 15h6',
  down: 'M12 5v14m-6-6 6 6 6-6',
  download: 'M12 4v11m-5-5 5 5 5-5M5 20h14',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  flag: 'M5 21V4h12l-2 4 2 4H5',
  globe: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9s.5-6 3.5-9z',
  go: 'M4 12h15m-6-6 6 6-6 6',
  half: 'M12 4a8 8 0 1 0 0 16z',
  hand: 'M8 12.5V5.5a1.5 1.5 0 0 1 3 0V11m0-6.5a1.5 1.5 0 0 1 3 0V11m0-5a1.5 1.5 0 0 1 3 0v8c0 4-2 6.5-5.5 6.5S7 19 5 15l-1-2c-.7-1.5 1-2.5 2-1.3L8 14',
  house: 'M3.5 11.5 12 4l8.5 7.5M6 10v10h12V10M10 20v-5h4v5',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.3 1.3M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.3-1.3',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  mail: 'M3.5 6h17v12.5h-17zM4 7l8 6.5L20 7',
  people: 'M9 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM3 20c0-4 2.5-6 6-6s6 2 6 6M16 5.3a3 3 0 0 1 0 5.4M18 14.6c2 .8 3 2.6 3 5.4',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  ring: 'M12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM12 3v2.5M12 18.5V21M3 12h2.5M18.5 12H21M5.6 5.6l1.8 1.8M16.6 16.6l1.8 1.8M18.4 5.6l-1.8 1.8M7.4 16.6l-1.8 1.8',
  rows: 'M4 6h4M12 6h8M4 12h8M16 12h4M4 18h12',
  seal: 'M12 3a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM8.5 14 7 21.5l5-2.5 5 2.5-1.5-7.5',
  settings: 'M4 7h9M19 7h1M4 17h1M11 17h9M16 4.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM8 14.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  up: 'M12 19V5m-6 6 6-6 6 6',
} as const;

export type IconName = keyof typeof STROKES;

export function isIcon(name: string): name is IconName {
  return Object.hasOwn(STROKES, name);
}

/** The place where a sign is shown. `flip` lets an arrow follow the reading direction. Unknown names are a RangeError. */
export function icon(name: string, className: 'flip' | '' = ''): string {
  strokeOf(name);
  const classes = className ? `i ${className}` : 'i';
  return `<svg class="${classes}" width="20" height="20" aria-hidden="true"><use href="#i-${name}"/></svg>`;
}

/** The shapes of the signs that a page shows; an empty text when it shows none. */
export function sprite(names: Iterable<string>): string {
  const shapes = [...new Set(names)].toSorted().map((name) => lineSymbol(`i-${name}`, strokeOf(name)));
  return shapes.length ? `<svg class="vh" aria-hidden="true">${shapes.join('')}</svg>` : '';
}

function strokeOf(name: string): string {
  if (!isIcon(name)) throw new RangeError(`There is no icon "${name}".`);
  return STROKES[name];
}
