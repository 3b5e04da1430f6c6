/** The languages of a chapter: its main one first, then the others in the order of the house. Kept as codes with spaces between. */
import { type Language, LANGUAGES } from '../kernel/language';

export function languagesOf({ language, alsoIn }: { language: Language; alsoIn: string }): Language[] {
  const others = codesIn(alsoIn);
  return [language, ...LANGUAGES.filter((one) => one !== language && others.includes(one))];
}

/** The other languages as they are kept; the main one is none of them, and none is there twice. */
export function alsoIn(main: Language, chosen: readonly string[]): string {
  return languagesOf({ language: main, alsoIn: chosen.join(' ') })
    .slice(1)
    .join(' ');
}

/** True for codes of languages of the house, one or several in a text. */
export function areLanguages(texts: readonly string[]): boolean {
  return texts.flatMap(codesIn).every((code) => (LANGUAGES as readonly string[]).includes(code));
}

export const codesIn = (text: string): string[] => text.split(' ').filter(Boolean);
