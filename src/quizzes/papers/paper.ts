/** A quiz as a trainer puts it together: questions of the bank in order, what is drawn from it, how it is taken, and its own words. */
import { PRESETS, type QuizSettings, settingsOf } from '../../content/quiz-settings';
import type { QuestionStructure } from '../../content/question-structures';
import type { Language } from '../../kernel/language';

/** Words by key (`title`, `summary`, `bands.<percent>`) in each language. */
export type PaperTexts = Partial<Record<Language, Record<string, string>>>;

/** A question that is always asked, and its points here. */
export interface PaperItem {
  questionId: string;
  points: number;
}

/** So many questions with a tag, chosen anew for each try. */
export interface Draw {
  tag: string;
  count: number;
}

export interface Paper {
  slug: string;
  /** of the original words */
  language: Language;
  texts: PaperTexts;
  /** without draws, which stand beside it */
  settings: Partial<QuizSettings>;
  /** percent, 1–100 */
  passMark: number;
  /** time limit, or null for none */
  minutes: number | null;
  items: PaperItem[];
  draws: Draw[];
}

/** A question of the bank, as far as a paper takes it along. */
export interface BankedQuestion {
  id: string;
  name: string;
  language: Language;
  structure: QuestionStructure;
  texts: PaperTexts;
  /** for each translated text, the hash of the original that it translates */
  bound: PaperTexts;
  tags: string[];
}

export const PRESET_NAMES = ['practice', 'final'] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

/** How many are asked always, and how many may stand in a published quiz with those from which is drawn. */
export const MOST_QUESTIONS = 100;
export const MOST_IN_POOL = 500;
export const MOST_POINTS = 100;
export const USUAL_PASS_MARK = 70;

/** The settings of a preset; bands stay, because they have words. */
export function presetSettings(preset: PresetName, bands: readonly number[] = []): Partial<QuizSettings> {
  const { draws: _, ...settings } = PRESETS[preset];
  return { ...settings, bands: [...bands] };
}

/** The preset that a paper follows in everything, or null when something was chosen apart. */
export function presetOf({ settings }: Pick<Paper, 'settings'>): PresetName | null {
  const spelled = (one: Partial<QuizSettings>) => JSON.stringify(inOrder({ ...settingsOf({ settings: one }), bands: [], draws: [] }));
  return PRESET_NAMES.find((name) => spelled(PRESETS[name]) === spelled(settings)) ?? null;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, inOrder(inner)])); // prettier-ignore
}

/** A moved item changes places with its neighbour; at the end of the list nothing moves. */
export function moved(items: readonly PaperItem[], questionId: string, by: -1 | 1): PaperItem[] {
  const at = items.findIndex((one) => one.questionId === questionId);
  const to = at + by;
  if (at < 0 || to < 0 || to >= items.length) return [...items];
  const found = [...items];
  [found[at], found[to]] = [found[to]!, found[at]!];
  return found;
}

/** The items with questions added at the end, each once. */
export function added(items: readonly PaperItem[], questions: readonly Pick<BankedQuestion, 'id' | 'structure'>[]): PaperItem[] {
  const here = new Set(items.map(({ questionId }) => questionId));
  return [
    ...items,
    ...questions.filter(({ id }) => !here.has(id)).map(({ id, structure }) => ({ questionId: id, points: structure.points })),
  ];
}

/** What a list calls a question: the beginning of what it asks. */
export function stemIn({ language, texts, name }: Pick<BankedQuestion, 'language' | 'texts' | 'name'>): string {
  return texts[language]?.['stem'] || name;
}

/** The points of a question in a paper. Those of a rubric are its own, and what is only read has none. */
export function pointsIn({ structure }: Pick<BankedQuestion, 'structure'>, points: number): number {
  return hasOwnPoints(structure) ? structure.points : points;
}

export function hasOwnPoints(structure: QuestionStructure): boolean {
  return structure.type === 'description' || (structure.type === 'essay' && structure.rubric.length > 0);
}
