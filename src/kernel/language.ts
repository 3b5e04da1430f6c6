/** The seven languages, equal to each other; a language is written as its two-letter code. */
export const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'pt', 'ru', 'es'] as const;

export type Language = (typeof LANGUAGES)[number];
export type Direction = 'ltr' | 'rtl';

/** Each language's name in its own words, in the order in which a chooser lists them. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  ru: 'Русский',
  ar: 'العربية',
  zh: '中文',
};

export function isLanguage(value: unknown): value is Language {
  return (LANGUAGES as readonly unknown[]).includes(value);
}

export function directionOf(language: string): Direction {
  return language === 'ar' ? 'rtl' : 'ltr';
}
