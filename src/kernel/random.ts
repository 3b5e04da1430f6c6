/** Chance that can be repeated: the same seed always gives the same numbers. */

/** FNV-1a, 32 bit, over UTF-8 bytes (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** Numbers in [0, 1) from a seed: the mulberry32 generator. */
export function seeded(seed: string): () => number {
  let state = hash32(seed);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A new list in an order that depends on the seed alone (Fisher–Yates). */
export function shuffled<T>(list: readonly T[], seed: string): T[] {
  const next = seeded(seed);
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}
