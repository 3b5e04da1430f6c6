/** A scenario while it is written: a skeleton and its words, both of which may still have gaps. */
import type { PackageDocument } from '../../content/package';
import type { ScenarioStructure } from '../../content/scenario';
import type { Language } from '../../kernel/language';

export interface Draft {
  slug: string;
  language: Language;
  structure: ScenarioStructure;
  /** By key, as in a package; a word that is not written yet is not there. */
  texts: Readonly<Record<string, string>>;
}

/** What of a draft an edit changes. */
export type Edited = Pick<Draft, 'structure' | 'texts'>;

/** What publishing the draft makes. */
export function documentOf({ slug, language, structure, texts }: Draft): PackageDocument {
  return { kind: 'scenario', slug, language, structure, texts: { ...texts }, references: [] };
}

/** The words with some set anew; one that is empty goes. */
export function reworded(texts: Draft['texts'], words: Readonly<Record<string, string>>): Record<string, string> {
  const all = { ...texts, ...words };
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text.trim() !== ''));
}

/** What stands under a key, which may be called like what every object of the language has. */
export function under<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A key that none of its siblings has: `role-1`, `role-2`, … Names are people's words in any script; keys only have to differ. */
export function freshKey(prefix: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) if (!taken.includes(`${prefix}-${number}`)) return `${prefix}-${number}`;
}
