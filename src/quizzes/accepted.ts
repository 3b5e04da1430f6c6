/** The answers that count as right in typed gaps: those of every language, because the language can be switched in the middle of a quiz. */
import { PackageDocument, Texts } from '../content/package';
import { freshTexts, Translation } from '../content/translation';
import { westernDigits } from '../kernel/digits';
import { comparable } from '../kernel/text';

/** By gap, as `<question>.<gap>`: answers in the form in which they are compared. */
export type Accepted = ReadonlyMap<string, ReadonlySet<string>>;

/** The original's answers and those of all translations that still stand for them. */
export function acceptedAnswers(document: PackageDocument, translations: readonly Translation[]): Accepted {
  const found = new Map<string, Set<string>>();
  for (const texts of [document.texts as Texts, ...translations.map((translation) => freshTexts(document, translation))]) {
    for (const [key, text] of Object.entries(texts)) {
      const [, question, gap] = /^questions\.([^.]+)\.gaps\.([^.]+)\.answers\.\d+$/.exec(key) ?? [];
      if (!question) continue;
      const name = `${question}.${gap}`;
      found.set(name, (found.get(name) ?? new Set()).add(compared(text)));
    }
  }
  return found;
}

export function isAccepted(accepted: Accepted, question: string, gap: string, typed: string): boolean {
  return accepted.get(`${question}.${gap}`)?.has(compared(typed)) ?? false;
}

function compared(text: string): string {
  return comparable(westernDigits(text));
}
