/** A translation: words laid over a version by key. Each names the original text it translates, so a changed original makes it stale. */
import { type Direction, directionOf, Language } from '../kernel/language';
import { isBlank } from '../kernel/text';
import { textHash } from './hash';
import { PackageDocument, Texts } from './package';

/** One translated text, and the short hash of the original that it translates. */
export interface TranslatedText {
  text: string;
  of: string;
}

export type Translation = Readonly<Record<string, TranslatedText>>;

/** A text as it is shown: in which language it is, and whether that is a translation. */
export interface Shown {
  text: string;
  language: Language;
  translated: boolean;
}

/** Authors' words with their own language, for a page. */
export interface Spoken {
  text: string;
  language: Language;
  direction: Direction;
}

export function spoken({ text, language }: Pick<Shown, 'text' | 'language'>): Spoken {
  return { text, language, direction: directionOf(language) };
}

/** The words of one version for one reader. */
export interface Words {
  /** the language asked for; a text whose own language differs carries a quiet note */
  language: Language;
  has(key: string): boolean;
  /** throws on a key that the version does not have */
  text(key: string): Shown;
}

/** The version's words in a language; a text that is missing or stale there is the original, one by one. */
export function overlay(document: PackageDocument, translation: Translation | null, language: Language): Words {
  const found = new Map<string, Shown>(); // hashing a long text once is enough
  const has = (key: string) => Object.hasOwn(document.texts, key);
  return {
    language,
    has,
    text(key) {
      if (!has(key)) throw new Error(`${document.kind} ${document.slug} has no text ${key}`);
      const shown = found.get(key) ?? shownText(document, translation, language, key);
      found.set(key, shown);
      return shown;
    },
  };
}

function shownText(document: PackageDocument, translation: Translation | null, language: Language, key: string): Shown {
  return language !== document.language && state(document, translation, key) === 'fresh'
    ? { text: translation![key]!.text, language, translated: true }
    : { text: document.texts[key]!, language: document.language, translated: false };
}

/**
 * The translation after new words came in. A text that did not change keeps the original it was bound to, a new one is bound to the
 * present original. A blank text takes the translation away. Texts that are not mentioned stay: cohorts may be pinned to versions that use them.
 */
export function merge(previous: Translation | null, incoming: Texts, originals: Texts): Record<string, TranslatedText> {
  const kept = Object.entries(previous ?? {}).filter(
    ([key]) => !Object.hasOwn(incoming, key) && !(isAnswer(key) && Object.hasOwn(incoming, boundTo(key))),
  );
  const taken = Object.entries(incoming).filter(([key, text]) => Object.hasOwn(originals, boundTo(key)) && !isBlank(text));
  const bound = taken.map(([key, text]) => {
    const before = previous && Object.hasOwn(previous, key) ? previous[key]! : null;
    return [key, before?.text === text ? before : { text, of: textHash(originals[boundTo(key)]!) }] as const;
  });
  return Object.fromEntries([...kept, ...bound]);
}

export interface Coverage {
  total: number;
  fresh: number;
  stale: number;
  missing: number;
}

/** How much of a version a translation covers, in texts. */
export function coverage(document: PackageDocument, translation: Translation | null): Coverage {
  const keys = Object.keys(document.texts).filter((key) => boundTo(key) === key);
  const found: Coverage = { total: keys.length, fresh: 0, stale: 0, missing: 0 };
  for (const key of keys) found[state(document, translation, key)]++;
  return found;
}

/** The texts of a translation that stand for the version's present originals, without their bindings. */
export function freshTexts(document: PackageDocument, translation: Translation | null): Record<string, string> {
  const fresh = Object.entries(translation ?? {}).filter(([key]) => state(document, translation, key) === 'fresh');
  return Object.fromEntries(fresh.map(([key, { text }]) => [key, text]));
}

function state(document: PackageDocument, translation: Translation | null, key: string): 'fresh' | 'stale' | 'missing' {
  if (!translation || !Object.hasOwn(translation, key) || isBlank(translation[key]!.text)) return 'missing';
  const original = boundTo(key);
  return Object.hasOwn(document.texts, original) && translation[key]!.of === textHash(document.texts[original]!) ? 'fresh' : 'stale';
}

/** Accepted answers are a list whose length each language chooses, so the whole list is bound to the original's first, the model answer. */
export function boundTo(key: string): string {
  return isAnswer(key) ? key.replace(/\d+$/, '1') : key;
}

/** True for an accepted answer of a gap; the arguments that answer an objection each have their own key. */
export function isAnswer(key: string): boolean {
  return /\.gaps\.[^.]+\.answers\.\d+$/.test(key);
}
