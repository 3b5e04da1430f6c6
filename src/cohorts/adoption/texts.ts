/** Differences between the words of two versions of a package, in the language in which they were written. */
import type { Texts } from '../../content/package';
import { type Piece, rewording, type Rewritten, wordByWord } from './rewording';

/** A title that is not what it was. */
export interface Renamed {
  was: string;
  now: string;
  pieces: Piece[];
}

/** Changed words in one part of a thing, such as a lesson's text or its glossary. */
export interface PartChange {
  part: string;
  paragraphs: Rewritten[];
}

export function renamed(was: Texts, now: Texts, key: string): Renamed | null {
  const [old, fresh] = [was[key] ?? '', now[key] ?? ''];
  return old === fresh ? null : { was: old, now: fresh, pieces: wordByWord(old, fresh) };
}

/** The words below a prefix that changed, by the first word of the rest of their key. */
export function partsChanged(was: Texts, now: Texts, prefix: string, except: readonly string[] = []): PartChange[] {
  const below = (texts: Texts) =>
    Object.entries(texts).flatMap(([key, text]) =>
      key.startsWith(prefix) && !except.includes(key.slice(prefix.length)) ? [[key.slice(prefix.length), text] as const] : [],
    );
  const [old, fresh] = [new Map(below(was)), new Map(below(now))];
  const parts = new Map<string, Rewritten[]>();
  for (const key of new Set([...fresh.keys(), ...old.keys()])) {
    const part = key.split('.')[0]!;
    const found = rewording(old.get(key) ?? null, fresh.get(key) ?? null);
    if (found.length) parts.set(part, [...(parts.get(part) ?? []), ...found]);
  }
  return [...parts].map(([part, paragraphs]) => ({ part, paragraphs }));
}

/** All words of two packages under one name, when any changed. */
export function reworded(part: string, was: Texts, now: Texts): PartChange[] {
  const paragraphs = partsChanged(was, now, '').flatMap((one) => one.paragraphs);
  return paragraphs.length ? [{ part, paragraphs }] : [];
}
