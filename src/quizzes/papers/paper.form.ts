import { IsIn, IsOptional, Matches, ValidateIf } from 'class-validator';
import { typedNumber } from '../../kernel/digits';
import { isId } from '../../kernel/identifier';
import { type Language, LANGUAGES } from '../../kernel/language';
import { isBlank } from '../../kernel/text';
import { Family, Many } from '../../web/forms/fields';
import type { FormError } from '../../web/forms/form.pipe';
import { Chosen, Day, PerhapsText, Text, Whole } from '../../web/forms/rules';
import { type Draw, MOST_POINTS, MOST_QUESTIONS, type PaperItem, type PaperTexts, PRESET_NAMES, type PresetName } from './paper';
import type { QuizDays } from './quiz-days';

const VERSION = /^\d{1,9}$/;
const LONGEST_TITLE = 200;
const LONGEST_TEXT = 2_000;

const areIds = (chosen: readonly string[]) => chosen.length <= MOST_QUESTIONS && chosen.every(isId);

/** A new quiz, empty or of questions that were chosen already. */
export class NewPaperForm {
  @IsIn(PRESET_NAMES, { message: 'papers.error.preset' })
  preset: PresetName;

  @PerhapsText(LONGEST_TITLE, 'papers.error.title')
  title = '';

  /** Ids of questions of the bank. */
  @Many()
  @Chosen(areIds, `papers.error.questions|max=${MOST_QUESTIONS}`)
  questions: string[] = [];
}

/** Any press about a quiz: which version of it was on the page. */
export class PaperPressForm {
  @Matches(VERSION, { message: 'errors.form.missing' })
  version = '';
}

/** Its title and summary in all languages, and the words of its bands. */
export class WordsForm extends PaperPressForm {
  @IsIn(LANGUAGES, { message: 'papers.error.language' })
  language: Language;

  @Text(LONGEST_TITLE, 'papers.error.title')
  title = '';

  @Text(LONGEST_TEXT, 'papers.error.summary')
  summary = '';

  /** By language. */
  @Family()
  titles: Record<string, string> = {};

  @Family()
  summaries: Record<string, string> = {};

  /** By percent and language, as `80-fr`. */
  @Family()
  bands: Record<string, string> = {};
}

/** The texts of a form, and what is too long in them. What a form does not name stays. */
export function textsOf(
  { language, title, summary, titles, summaries, bands }: WordsForm,
  before: PaperTexts,
): { texts: PaperTexts; errors: FormError[] } {
  const texts: PaperTexts = structuredClone(before);
  const errors: FormError[] = [];
  const put = (into: string, key: string, text: string, field: string, max: number) => {
    const known = (LANGUAGES as readonly string[]).includes(into) ? (into as Language) : null;
    if (!known) return;
    if (text.length > max) errors.push({ field, key: `papers.error.${max === LONGEST_TITLE ? 'title' : 'summary'}`, details: { max } });
    const own = (texts[known] ??= {});
    if (isBlank(text)) delete own[key];
    else own[key] = text;
    if (Object.keys(own).length === 0) delete texts[known];
  };
  for (const [into, text] of Object.entries(titles)) if (into !== language) put(into, 'title', text, `titles.${into}`, LONGEST_TITLE);
  for (const [into, text] of Object.entries(summaries))
    if (into !== language) put(into, 'summary', text, `summaries.${into}`, LONGEST_TEXT);
  for (const [name, text] of Object.entries(bands)) {
    const [percent = '', into = ''] = name.split('-');
    if (/^\d{1,3}$/.test(percent)) put(into, `bands.${Number(percent)}`, text, `bands.${name}`, LONGEST_TEXT);
  }
  put(language, 'title', title, 'title', LONGEST_TITLE);
  put(language, 'summary', summary, 'summary', LONGEST_TEXT);
  return { texts, errors };
}

/** The points of questions, and which of them is to be moved or taken out. */
export class ItemsForm extends PaperPressForm {
  @Family()
  points: Record<string, string> = {};

  @IsOptional()
  @Chosen((chosen) => chosen.every(isId), 'errors.form.missing')
  @Many()
  up?: string[];

  @IsOptional()
  @Chosen((chosen) => chosen.every(isId), 'errors.form.missing')
  @Many()
  down?: string[];

  @IsOptional()
  @Chosen((chosen) => chosen.every(isId), 'errors.form.missing')
  @Many()
  remove?: string[];
}

/** The items with the points of a form, and what is wrong in these. */
export function pointsOf(items: readonly PaperItem[], { points }: ItemsForm): { items: PaperItem[]; errors: FormError[] } {
  const errors: FormError[] = [];
  const found = items.map((item) => {
    if (!Object.hasOwn(points, item.questionId)) return item;
    const typed = typedNumber(points[item.questionId]!);
    if (typed !== null && Number.isInteger(typed) && typed >= 1 && typed <= MOST_POINTS) return { ...item, points: typed };
    errors.push({ field: `points.${item.questionId}`, key: 'papers.error.points', details: { min: 1, max: MOST_POINTS } });
    return item;
  });
  return { items: found, errors };
}

/** So many questions with a tag; none takes the draw away. */
export class DrawForm extends PaperPressForm {
  @Text(100, 'papers.error.tag')
  tag = '';

  @Whole(0, MOST_QUESTIONS, 'papers.error.count')
  count = '';
}

export function drawsWith(draws: readonly Draw[], { tag, count }: DrawForm): Draw[] {
  const wanted = typedNumber(count)!;
  const here = draws.some((draw) => draw.tag === tag);
  const changed = here ? draws.map((draw) => (draw.tag === tag ? { tag, count: wanted } : draw)) : [...draws, { tag, count: wanted }];
  return changed.filter((draw) => draw.count > 0);
}

/** Questions of the bank to be added. */
export class AdditionsForm extends PaperPressForm {
  @Many()
  @Chosen((chosen) => chosen.length > 0 && areIds(chosen), `papers.error.choose|max=${MOST_QUESTIONS}`)
  questions: string[] = [];
}

export class PresetForm extends PaperPressForm {
  @IsIn(PRESET_NAMES, { message: 'papers.error.preset' })
  preset: PresetName;
}

/** The first and the last day for a cohort; either may be empty. */
export class DaysForm {
  @ValidateIf(({ opensOn }: DaysForm) => opensOn !== '')
  @Day('papers.error.day')
  opensOn = '';

  @ValidateIf(({ closesOn }: DaysForm) => closesOn !== '')
  @Day('papers.error.day')
  closesOn = '';
}

/** For which cohort a quiz is set. */
export class SetForm extends DaysForm {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'papers.error.cohort' })
  cohort = '';
}

/** Other days than those that were on the page. */
export class ChangeDaysForm extends DaysForm {
  @Matches(VERSION, { message: 'errors.form.missing' })
  version = '';
}

export function daysOf({ opensOn, closesOn }: DaysForm): QuizDays {
  return { opensOn: opensOn || null, closesOn: closesOn || null };
}

/** What is wrong with days that exist, one by one. */
export function daysErrors({ values: { opensOn, closesOn }, errors }: { values: DaysForm; errors: FormError[] }): FormError[] {
  if (errors.length || !opensOn || !closesOn || opensOn <= closesOn) return [];
  return [{ field: 'closesOn', key: 'papers.error.closes-first', details: {} }];
}
