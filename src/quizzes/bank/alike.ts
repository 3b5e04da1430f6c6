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

/** The pieces of a stem as sorted numbers, and 256 bits of which each piece sets one. */
interface Pieces {
  place: number;
  all: Float64Array;
  bits: Int32Array;
}

export const ALIKE = 0.6;

const WORDS_OF_BITS = 8;
const ROUNDING = 1e-6;
/** Numbers that letters get, and so pieces of three of them fit a float's 53 bits. */
const MOST_LETTERS = 2 ** 17;
/** What is done in one go, in pieces looked at: some milliseconds. */
const A_GO = 100_000;

/**
 * Pairs of stems that are alike, the likest first; in a pair the older one first. It gives way at every `yield`. With so many pairs of the
 * same words that no likelier ones can come, it stops.
 *
 * Two sets differ in at least as many pieces as their bits differ, so that most pairs are left out by comparing eight numbers
 * (the bitmap filter for similarity joins; Sandes, Teodoro and Melo, 2017).
 */
export function* alikePairs(stems: readonly Stem[], most = Infinity, least = ALIKE): Generator<void, Pair[], void> {
  const sets: Pieces[] = [];
  const piecesOf = cutter();
  let done = 0;
  const enough = (cost: number) => {
    done += cost;
    if (done < A_GO) return false;
    done = 0;
    return true;
  };
  for (const [place, { stem }] of stems.entries()) {
    const pieces = { place, ...piecesOf(stem) };
    if (pieces.all.length) sets.push(pieces);
    if (enough(10 * stem.length)) yield;
  }
  sets.sort((a, b) => a.all.length - b.all.length || a.place - b.place);
  const bits = Int32Array.from(sets.flatMap((each) => [...each.bits]));
  const found = new Likest(most, least);
  for (const [index, { all, place }] of sets.entries()) {
    for (let other = index - 1; other >= 0; other--) {
      const shorter = sets[other]!;
      if (shorter.all.length < found.least * all.length - ROUNDING) break;
      const near = differing(bits, index, bits, other) <= mostDiffering(all.length + shorter.all.length, found.least);
      if (near) found.add(shorter.place, place, likenessOf(shorter.all, all));
      if (enough(near ? all.length : 2)) yield;
    }
    if (found.full) break;
  }
  return found.pairs().map(({ first, second, likeness }) => ({ first: stems[first]!.id, second: stems[second]!.id, likeness }));
}

/** The stems that are like one of them. */
export function alikeTo(stem: string, others: readonly Stem[], least = ALIKE): { id: string; likeness: number }[] {
  const piecesOf = cutter();
  const own = piecesOf(stem);
  const likeness = (other: string) => {
    if (other.length < least * own.all.length) return 0;
    const { all, bits } = piecesOf(other);
    const near = differing(own.bits, 0, bits, 0) <= mostDiffering(own.all.length + all.length, least);
    return near ? likenessOf(own.all, all) : 0;
  };
  return others
    .map((other) => ({ id: other.id, likeness: likeness(other.stem) }))
    .filter((one) => one.likeness >= least)
    .sort((a, b) => b.likeness - a.likeness);
}

type Places = { first: number; second: number; likeness: number };

/** The likest pairs so far, not many more than are wanted. */
class Likest {
  private found: Places[] = [];

  constructor(
    private readonly most: number,
    public least: number,
  ) {}

  get full(): boolean {
    return this.least === 1;
  }

  add(one: number, other: number, likeness: number): void {
    if (likeness < this.least) return;
    this.found.push({ first: Math.min(one, other), second: Math.max(one, other), likeness });
    if (this.found.length < 4 * this.most) return;
    this.found = this.pairs();
    this.least = this.found.at(-1)!.likeness;
  }

  pairs(): Places[] {
    const sorted = this.found.sort((a, b) => b.likeness - a.likeness || a.first - b.first || a.second - b.second);
    return this.most === Infinity ? sorted : sorted.slice(0, this.most);
  }
}

/** Shared pieces of all pieces (Jaccard). */
function likenessOf(a: Float64Array, b: Float64Array): number {
  let both = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return both ? both / (a.length + b.length - both) : 0;
}

/** In how many pieces sets with so many between them can differ and still be alike. */
const mostDiffering = (pieces: number, least: number) => ((1 - least) / (1 + least)) * pieces + ROUNDING;

/** In how many bits two sets differ, each at its place among others. */
function differing(a: Int32Array, one: number, b: Int32Array, other: number): number {
  let count = 0;
  for (let word = 0; word < WORDS_OF_BITS; word++) count += bitsOf(a[one * WORDS_OF_BITS + word]! ^ b[other * WORDS_OF_BITS + word]!);
  return count;
}

/** How many bits of 32 are set. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Cuts stems into pieces of three letters each, of the words with a blank between them. Chinese has shorter words: there it is two. */
function cutter(): (stem: string) => Omit<Pieces, 'place'> {
  const numbers = new Map<string, number>();
  const numberOf = (letter: string) => {
    const known = numbers.get(letter);
    if (known !== undefined) return known;
    const next = (numbers.size + 1) % MOST_LETTERS;
    numbers.set(letter, next);
    return next;
  };
  return (stem) => {
    const words = ` ${stem.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
    const size = /\p{Script=Han}/u.test(words) ? 2 : 3;
    const letters = Array.from(words, numberOf);
    const pieces = new Float64Array(Math.max(0, letters.length - size + 1));
    for (let at = 0; at < pieces.length; at++) {
      const [first, second, third] = size === 2 ? [0, letters[at]!, letters[at + 1]!] : [letters[at]!, letters[at + 1]!, letters[at + 2]!];
      pieces[at] = (first * MOST_LETTERS + second!) * MOST_LETTERS + third!;
    }
    const all = pieces.sort().filter((piece, at) => !at || piece !== pieces[at - 1]);
    return { all, bits: bitsFor(all) };
  };
}

function bitsFor(pieces: Float64Array): Int32Array {
  const bits = new Int32Array(WORDS_OF_BITS);
  for (const piece of pieces) {
    const mixed = Math.imul(piece % 0xffffffef, 0x9e3779b1) >>> 24;
    bits[mixed >>> 5]! |= 1 << (mixed & 31);
  }
  return bits;
}
