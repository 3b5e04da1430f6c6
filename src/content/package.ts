/** A package: a module, a quiz, a scenario, an assignment or a programme as text one can take along. Published, it is one document that never changes. */
import { Language } from '../kernel/language';

export const PACKAGE_KINDS = ['programme', 'module', 'quiz', 'scenario', 'assignment'] as const;
export type PackageKind = (typeof PACKAGE_KINDS)[number];

/** Another package that this one names. */
export interface Reference {
  kind: PackageKind;
  slug: string;
}

/** Words by stable key, such as `steps.quiz.title`. */
export type Texts = Readonly<Record<string, string>>;

export interface PackageDocument {
  kind: PackageKind;
  slug: string;
  /** the original's language */
  language: Language;
  /** the skeleton without words; `structures.ts` says what it holds for each kind */
  structure: unknown;
  /** the original's words */
  texts: Record<string, string>;
  references: Reference[];
}

/** The words of the translations, without the original. */
export type Translations = Partial<Record<Language, Record<string, string>>>;

/** True for a name that addresses, files and text keys can hold: small ASCII letters, digits, single hyphens, at most 64. */
export function isKey(value: string): boolean {
  return value.length <= 64 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
}
