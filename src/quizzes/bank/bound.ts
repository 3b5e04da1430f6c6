/** Which original each translated text of a question translates, by the original's hash: a changed original makes it stale. */
import { textHash } from '../../content/hash';
import { boundTo, Translation } from '../../content/translation';
import { Language, LANGUAGES } from '../../kernel/language';
import { originalTexts, QuestionTexts, Written } from '../questions/written';

export type Bound = Partial<Record<Language, Record<string, string>>>;
type Worded = Pick<Written, 'language' | 'texts'>;

/** Bindings after new words came in: a text that did not change stays bound as it was, a new one is bound to the present original. */
export function boundAfter(before: (Worded & { bound: Bound }) | null, after: Worded): Bound {
  const originals = originalTexts(after);
  const bound: Bound = {};
  for (const language of translationsIn(after)) {
    const texts = after.texts[language]!;
    const kept = before?.language === after.language ? before : null;
    bound[language] = Object.fromEntries(
      Object.keys(texts).flatMap((key) => {
        if (!Object.hasOwn(originals, originalOf(key))) return [];
        const old = kept && kept.texts[language]?.[key] === texts[key] ? kept.bound[language]?.[key] : undefined;
        return [[key, old ?? textHash(originals[originalOf(key)]!)]];
      }),
    );
  }
  return bound;
}

export type TextState = 'fresh' | 'stale' | 'missing';

/** How a text of a translation stands to its original. */
export function stateIn({ bound, ...worded }: Worded & { bound: Bound }, language: Language, key: string): TextState {
  const text = worded.texts[language]?.[key];
  if (!text) return 'missing';
  return bound[language]?.[key] === textHash(originalTexts(worded)[originalOf(key)] ?? '') ? 'fresh' : 'stale';
}

/** How far a translation has come, in texts of the original. */
export function coverageOf(question: Worded & { bound: Bound }, language: Language): Record<TextState, number> {
  const found = { fresh: 0, stale: 0, missing: 0 };
  for (const key of Object.keys(originalTexts(question)).filter((each) => originalOf(each) === each))
    found[stateIn(question, language, key)]++;
  return found;
}

/** A translation as a quiz's package has it: below the question's key, each text with the original that it translates. */
export function translationInQuiz(
  { structure, texts, bound }: Pick<Written, 'structure' | 'texts'> & { bound: Bound },
  language: Language,
) {
  const words: QuestionTexts = texts[language] ?? {};
  const entries = Object.entries(words).flatMap(([key, text]) => {
    const of = bound[language]?.[key];
    return of ? [[`questions.${structure.key}.${key}`, { text, of }] as const] : [];
  });
  return Object.fromEntries(entries) satisfies Translation;
}

/** Bindings after somebody has looked at stale texts and found that they still hold. */
export function confirmed(bound: Bound, question: Worded, language: Language, keys: readonly string[]): Bound {
  const held = keys.filter((key) => bound[language]?.[key]).map((key) => [key, textHash(originalTexts(question)[originalOf(key)] ?? '')]);
  return { ...bound, [language]: { ...bound[language], ...Object.fromEntries(held) } };
}

/** The text whose translation it is: for the accepted answers of a gap, of which each language has its own number, the first. */
export function originalOf(key: string): string {
  return boundTo(`one.${key}`).slice('one.'.length);
}

function translationsIn({ language, texts }: Worded): Language[] {
  return LANGUAGES.filter((each) => each !== language && Object.keys(texts[each] ?? {}).length > 0);
}
