/** From a paper and the questions of the bank to a document like any other quiz, with its translations. */
import { questionWords } from '../../content/folders/question-words';
import { isKey, type PackageDocument, type Translations } from '../../content/package';
import type { QuizSettings } from '../../content/quiz-settings';
import { CHAPTER_QUIZ, type QuizStructure } from '../../content/structures';
import { boundTo, isAnswer } from '../../content/translation';
import { type Language, LANGUAGES } from '../../kernel/language';
import { isBlank, tidy } from '../../kernel/text';
import { stateIn } from '../bank/bound';
import type { Question } from '../questions/question';
import { type BankedQuestion, type Paper, pointsIn } from './paper';

export interface Assembled {
  document: PackageDocument;
  translations: Translations;
  /** The questions of the bank behind those of the document, in its order. */
  sources: Source[];
}

/** A question of the document, and where it comes from. */
export interface Source {
  question: Question;
  banked: BankedQuestion;
  /** It may be drawn, and is not asked always. */
  drawn: boolean;
}

/**
 * What publishing a paper would make. `bank`: the questions it names and all with a tag that it draws. Questions that are gone are left out;
 * those that are named are asked always, so that only what stands in the pool carries its tags.
 */
export function assembled(paper: Paper, bank: readonly BankedQuestion[]): Assembled {
  const sources = sourcesOf(paper, bank);
  const structure: QuizStructure = {
    module: CHAPTER_QUIZ,
    passMark: paper.passMark,
    minutes: paper.minutes,
    questions: sources.map(({ question }) => question),
    settings: settingsIn(paper),
  };
  const original = wordsIn(paper, sources, paper.language);
  const document: PackageDocument = {
    kind: 'quiz',
    slug: paper.slug,
    language: paper.language,
    structure,
    texts: original,
    references: [],
  };
  return { document, translations: translationsIn(paper, sources, original), sources };
}

function settingsIn({ settings, draws }: Paper): Partial<QuizSettings> {
  if (draws.length === 0) return settings;
  const keys = tagKeys(draws);
  return { ...settings, draws: draws.map(({ tag, count }) => ({ tag: keys.get(tag)!, count })) };
}

/** Tags as a package can hold them: their own words where these are keys, else a number. */
function tagKeys(draws: Paper['draws']): Map<string, string> {
  const taken = new Set<string>();
  return new Map(draws.map(({ tag }, index) => [tag, freeKey(isKey(tag) ? tag : `draw-${index + 1}`, taken)]));
}

function sourcesOf({ items, draws }: Paper, bank: readonly BankedQuestion[]): Source[] {
  const keys = new Set<string>();
  const tags = tagKeys(draws);
  const drawnTags = (own: readonly string[]) => own.flatMap((tag) => tags.get(tag) ?? []);
  const source = (banked: BankedQuestion, points: number, drawn: boolean): Source => {
    const key = freeKey(banked.structure.key, keys);
    const { tags: _, ...structure } = banked.structure;
    const pool = drawn ? { tags: drawnTags(banked.tags) } : {};
    const question = { ...inOrder(structure as Question), key, points: pointsIn(banked, points), read: null, ...pool };
    return { banked, drawn, question };
  };
  const byId = new Map(bank.map((one) => [one.id, one]));
  const named = items.filter(({ questionId }) => byId.has(questionId));
  const fixed = named.map(({ questionId, points }) => source(byId.get(questionId)!, points, false));
  const taken = new Set(named.map(({ questionId }) => questionId));
  const free = bank.filter((one) => !taken.has(one.id) && one.structure.type !== 'description');
  const pool = free.filter((one) => drawnTags(one.tags).length > 0);
  return [...fixed, ...pool.sort((a, b) => (a.id < b.id ? -1 : 1)).map((one) => source(one, one.structure.points, true))];
}

/** Right options stand in the order of the options, as a file has them. */
function inOrder(question: Question): Question {
  return question.type === 'multiple' ? { ...question, right: question.options.filter((one) => question.right.includes(one)) } : question;
}

/** The question's own key; of two that are called alike, the later one gets a number. */
function freeKey(wanted: string, taken: Set<string>): string {
  let key = wanted;
  for (let number = 2; taken.has(key); number++) key = `${wanted.slice(0, 60)}-${number}`;
  taken.add(key);
  return key;
}

/** The words in one language, by the keys of a quiz. */
export function wordsIn(paper: Pick<Paper, 'texts' | 'settings'>, sources: readonly Source[], language: Language): Record<string, string> {
  const own = paper.texts[language] ?? {};
  const keys = ['title', 'summary', ...(paper.settings.bands ?? []).map((percent) => `bands.${percent}`)];
  const texts: Record<string, string> = {};
  for (const key of keys) if (!isBlank(own[key] ?? '')) texts[key] = tidy(own[key]!);
  for (const source of sources) Object.assign(texts, questionTexts(source, language));
  return texts;
}

/** The words of a question in one language, as far as its skeleton has room for them; a translation of what was said before is none. */
export function questionTexts({ question, banked }: Source, language: Language): Record<string, string> {
  const expected = questionWords(question);
  const prefix = `questions.${question.key}.`;
  const known = (key: string) => expected.has(key) || (isAnswer(key) && expected.has(boundTo(key)));
  const fresh = (rest: string) => language === banked.language || stateIn(banked, language, boundTo(rest)) === 'fresh';
  const said = Object.entries(banked.texts[language] ?? {}).filter(([rest, text]) => !isBlank(text) && fresh(rest));
  return Object.fromEntries(said.map(([rest, text]) => [prefix + rest, tidy(text)] as const).filter(([key]) => known(key)));
}

/** The keys without which a question cannot be asked in a language, and which it lacks there. */
export function lackingWords(source: Source, language: Language): string[] {
  const texts = questionTexts(source, language);
  return [...questionWords(source.question)].filter(([key, need]) => need === 'required' && !Object.hasOwn(texts, key)).map(([key]) => key);
}

function translationsIn(paper: Paper, sources: readonly Source[], original: Readonly<Record<string, string>>): Translations {
  const translations: Translations = {};
  for (const language of LANGUAGES.filter((one) => one !== paper.language)) {
    const said = Object.entries(wordsIn(paper, sources, language)).filter(([key]) => Object.hasOwn(original, boundTo(key)));
    if (said.length > 0) translations[language] = Object.fromEntries(said);
  }
  return translations;
}
