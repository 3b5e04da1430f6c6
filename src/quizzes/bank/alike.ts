/** Questions that ask the same: found by their stems, which share most of their three-letter pieces. */

export interface Stem {
  id: string;
  /** as it is compared */
  stem: string;
}

export interface Pair {
  first: string;
  second: string;
  /** 1 for the same words, else how much of the pieces of both they share */
  likeness: number;
}

export const ALIKE = 0.6;

/**
 * Pairs of stems that are alike, the likest first; in a pair the older one first. Two sets that share so much share one of their rarest
 * pieces, so that only stems with one of these in common are held against each other (prefix filtering; Bayardo, Ma and Srikant, 2007).
 */
export function alikePairs(stems: readonly Stem[], least = ALIKE): Pair[] {
  const pieces = stems.map(({ stem }) => piecesOf(stem));
  const often = new Map<string, number>();
  for (const all of pieces) for (const piece of all) often.set(piece, (often.get(piece) ?? 0) + 1);
  const having = new Map<string, number[]>();
  const pairs: Pair[] = [];
  pieces.forEach((all, second) => {
    const rarest = [...all].sort((a, b) => often.get(a)! - often.get(b)! || (a < b ? -1 : 1));
    const telling = rarest.slice(0, all.size - Math.ceil(least * all.size) + 1);
    for (const first of new Set(telling.flatMap((piece) => having.get(piece) ?? []))) {
      const likeness = stems[first]!.stem === stems[second]!.stem ? 1 : likenessOf(pieces[first]!, all, least);
      if (likeness >= least) pairs.push({ first: stems[first]!.id, second: stems[second]!.id, likeness });
    }
    for (const piece of telling) {
      const known = having.get(piece);
      if (known) known.push(second);
      else having.set(piece, [second]);
    }
  });
  return pairs.sort((a, b) => b.likeness - a.likeness || (a.first < b.first ? -1 : 1));
}

/** The stems that are like one of them. */
export function alikeTo(stem: string, others: readonly Stem[], least = ALIKE): { id: string; likeness: number }[] {
  const own = piecesOf(stem);
  return others
    .map((other) => ({ id: other.id, likeness: other.stem === stem ? 1 : likenessOf(own, piecesOf(other.stem)) }))
    .filter(({ likeness }) => likeness >= least)
    .sort((a, b) => b.likeness - a.likeness);
}

/** Shared pieces of all pieces (Jaccard); 0 where it cannot be as much as is looked for. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>, least = 0): number {
  if (!a.size || !b.size || Math.min(a.size, b.size) < least * Math.max(a.size, b.size)) return 0;
  let both = 0;
  for (const piece of a) if (b.has(piece)) both++;
  return both / (a.size + b.size - both);
}

/** Three letters each, of the words with a blank between them. Chinese has shorter words: there it is two. */
function piecesOf(stem: string): Set<string> {
  const words = ` ${stem.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
  const size = /\p{Script=Han}/u.test(words) ? 2 : 3;
  const letters = [...words];
  return new Set(letters.slice(0, Math.max(0, letters.length - size + 1)).map((_, index) => letters.slice(index, index + size).join('')));
}
