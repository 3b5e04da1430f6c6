/** What is printed, in pieces with a mark each: a page that has a piece already is told where it stands, and not sent it again. */

/** Where a piece begins: at each part, and at whatever of a list or a form can change alone. */
const BEGINNINGS = /(?=<(?:li|form|section|figure|details|fieldset|h3|svg|div data-part)\b)/;
const LONGEST_MARK = 6;
const MOST_KNOWN = 1000;

/** In the order in which they are put together: from the first to before the last of what the page has, or the mark and text of a new one. */
export type Patch = ([from: number, to: number] | [mark: string, text: string])[];

export function piecesOf(html: string): string[] {
  return html.split(BEGINNINGS);
}

/** The marks that a page names, one after the other; none where they cannot be read, so that it is sent everything. */
export function marksIn(known: unknown): string[] {
  if (typeof known !== 'string' || known.length > LONGEST_MARK * MOST_KNOWN || !/^(?:[\w-]{6})*$/.test(known)) return [];
  return known.match(/.{6}/g) ?? [];
}

/** `mark`: six characters of A–Z, a–z, 0–9, - and _ that follow from a piece alone. */
export function patch(html: string, known: readonly string[], mark: (piece: string) => string): Patch {
  const places = new Map(known.map((name, place) => [name, place]));
  const patched: Patch = [];
  for (const piece of piecesOf(html)) {
    const name = mark(piece);
    const place = places.get(name);
    const last = patched.at(-1);
    if (place === undefined) patched.push([name, piece]);
    else if (last && typeof last[1] === 'number' && last[1] === place) last[1] = place + 1;
    else patched.push([place, place + 1]);
  }
  return patched;
}
