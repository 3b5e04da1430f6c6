/** A question with its words, apart from any quiz: what the bank keeps, and what editors and files exchange. */
import { canonical } from '../../content/canonical';
import { PackageDocument } from '../../content/package';
import { QuestionStructure } from '../../content/question-structures';
import { QuizStructure } from '../../content/structures';
import { Language, LANGUAGES } from '../../kernel/language';
import { comparable } from '../../kernel/text';

/** Words by keys that are relative to the question, such as `stem` or `options.a.text`. */
export type QuestionTexts = Record<string, string>;

export interface Written {
  /** Its key is minted anew by the bank. */
  structure: QuestionStructure;
  /** the original's */
  language: Language;
  /** of the original, and of translations where there are any */
  texts: Partial<Record<Language, QuestionTexts>>;
  /** for its authors; may be empty */
  name: string;
  /** what a file calls it, so that the same file taken in again changes it instead of adding it; unique in a chapter */
  externalId: string | null;
  tags: string[];
  /** from the outermost inwards, parted by `/`; may be empty */
  category: string;
}

/** The original's words. */
export function originalTexts({ language, texts }: Pick<Written, 'language' | 'texts'>): QuestionTexts {
  return texts[language] ?? {};
}

/** The languages it has words in, the original's first. */
export function languagesOf({ language, texts }: Pick<Written, 'language' | 'texts'>): Language[] {
  return [language, ...LANGUAGES.filter((each) => each !== language && Object.keys(texts[each] ?? {}).length > 0)];
}

/** What a list calls it: its name, or else the beginning of its stem. */
export function titleOf(written: Pick<Written, 'language' | 'texts' | 'name'>): string {
  return written.name || (originalTexts(written)['stem'] ?? '');
}

/** Whether two say the same, whatever key each stands under. */
export function sameWritten(a: Written, b: Written): boolean {
  return fingerprint(a) === fingerprint(b);
}

function fingerprint({ structure, language, texts, name, externalId, tags, category }: Written): string {
  const bare = { ...structure, key: '' };
  return canonical(JSON.parse(JSON.stringify({ structure: bare, language, texts, name, externalId, tags, category })));
}

/** Words as a quiz's package has them: below the question's key. */
export function textsInQuiz({ key }: Pick<QuestionStructure, 'key'>, texts: QuestionTexts): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([rest, text]) => [`questions.${key}.${rest}`, text]));
}

/** A quiz of this one question, as it would be published. */
export function quizOfOne(written: Pick<Written, 'structure' | 'language' | 'texts'>): PackageDocument {
  const structure: QuizStructure = { module: 'chapter', passMark: 50, minutes: null, questions: [written.structure] };
  const texts = textsInQuiz(written.structure, originalTexts(written));
  return { kind: 'quiz', slug: 'one', language: written.language, structure, texts, references: [] };
}

/** Everything that a search looks through, in the form in which texts are compared. */
export function searchableText({ texts, name, externalId, tags, category }: Written): string {
  const words = Object.values(texts).flatMap((each) => Object.values(each ?? {}));
  return [name, externalId ?? '', category, ...tags, ...words].map(comparable).filter(Boolean).join('\n');
}
