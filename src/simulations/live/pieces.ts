/** What is printed, in pieces: whoever has a piece of a part already is told where it stood, and not sent it again. */

/** Where a piece begins: at whatever of a list or a form can change alone. */
const BEGINNINGS = /(?=<(?:li|form|section|figure|details|fieldset|label|select|textarea|button|h3|p|time|svg|g|path|div data-part)\b)/;
const PLACE = /^<div data-part="(\w+)"/;

/** In the order in which they are put together: pieces from one to before another of those that a page has, or the text of a new one. */
export type Patch = ([from: number, to: number] | string)[];

/** The pieces of each part by its name, in the order of the page, which may have several places of one name. */
export function piecesOf(html: string): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  let name = '';
  for (const piece of html.split(BEGINNINGS)) {
    name = PLACE.exec(piece)?.[1] ?? name;
    const pieces = parts.get(name);
    if (pieces) pieces.push(piece);
    else parts.set(name, [piece]);
  }
  return parts;
}

/** What makes these pieces of those that somebody has. */
export function patch(pieces: readonly string[], known: readonly string[]): Patch {
  const places = new Map<string, number[]>();
  known.forEach((piece, place) => places.get(piece)?.push(place) ?? places.set(piece, [place]));
  const patched: Patch = [];
  let run: [number, number] | null = null;
  let next = 0; // where those that are alike are looked for first: pages change little, so pieces keep their order
  for (const piece of pieces) {
    const all = places.get(piece);
    if (!all) {
      run = null;
      patched.push(piece);
    } else if (run && known[run[1]] === piece) {
      next = ++run[1];
    } else {
      const place = all.find((one) => one >= next) ?? all[0]!;
      patched.push((run = [place, place + 1]));
      next = place + 1;
    }
  }
  return patched;
}
