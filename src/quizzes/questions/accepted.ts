/** What counts in typed answers, in every language at once, because the language can be switched in the middle of a quiz. */
import { PackageDocument, Texts } from '../../content/package';
import { freshTexts, Translation } from '../../content/translation';
import { westernDigits } from '../../kernel/digits';
import { comparable } from '../../kernel/text';
import { fits } from './short-text';

/**
 * By place: the texts as their authors wrote them. The place of a gap is `<question>.<gap>`, of a foreseen short answer
 * `<question>.answers.<key>`, of a unit `<question>.units.<key>`.
 */
export type Accepted = ReadonlyMap<string, ReadonlySet<string>>;

const PLACES = [/^questions\.([^.]+)\.gaps\.([^.]+)\.answers\.\d+$/, /^questions\.([^.]+)\.((?:answers|units)\.[^.]+)\.text$/];

/** The original's answers and those of all translations that still stand for them. */
export function acceptedAnswers(document: PackageDocument, translations: readonly Translation[]): Accepted {
  return acceptedIn([document.texts, ...translations.map((translation) => freshTexts(document, translation))]);
}

/** The answers in texts of several languages, keyed as in a package. */
export function acceptedIn(languages: readonly Texts[]): Accepted {
  const found = new Map<string, Set<string>>();
  for (const texts of languages) {
    for (const [key, text] of Object.entries(texts)) {
      const [, question, place] = PLACES.map((pattern) => pattern.exec(key)).find(Boolean) ?? [];
      if (!question) continue;
      const name = `${question}.${place}`;
      found.set(name, (found.get(name) ?? new Set()).add(text));
    }
  }
  return found;
}

/** Whether a typed gap or a unit says what one of the languages accepts. */
export function isAccepted(accepted: Accepted, question: string, place: string, typed: string): boolean {
  const said = compared(typed);
  return [...(accepted.get(`${question}.${place}`) ?? [])].some((text) => compared(text) === said);
}

/** Whether a short answer fits what was foreseen in one of the languages. */
export function fitsAny(accepted: Accepted, question: string, key: string, typed: string, matchCase: boolean): boolean {
  return [...(accepted.get(`${question}.answers.${key}`) ?? [])].some((pattern) => fits(typed, pattern, matchCase));
}

function compared(text: string): string {
  return comparable(westernDigits(text));
}
