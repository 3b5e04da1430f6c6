import { IsIn, IsOptional, ValidateIf } from 'class-validator';
import {
  BEHAVIOURS,
  type Behaviour,
  COUNTING,
  type Counting,
  OVERDUE_POLICIES,
  type OverduePolicy,
  type QuizSettings,
  REVIEW_MOMENTS,
  REVIEW_PARTS,
  type ReviewMatrix,
  type ReviewMoment,
  type ReviewPart,
  settingsOf,
} from '../../content/quiz-settings';
import { typedNumber } from '../../kernel/digits';
import { isBlank } from '../../kernel/text';
import { Family, Many } from '../../web/forms/fields';
import type { FormError } from '../../web/forms/form.pipe';
import { Chosen, Whole } from '../../web/forms/rules';
import type { Paper, PaperTexts } from './paper';
import { PaperPressForm } from './paper.form';

const LONGEST_MINUTES = 600;
const LONGEST_WAIT = 43_200; // thirty days
export const MOST_BANDS = 6;

const SHUFFLED = ['questions', 'options'] as const;

/** A cell of the review table, as `closed:marks`. */
export const cellOf = (moment: ReviewMoment, part: ReviewPart) => `${moment}:${part}`;
const CELLS = REVIEW_MOMENTS.flatMap((moment) => REVIEW_PARTS.map((part) => cellOf(moment, part)));

const among = (offered: readonly string[]) => (chosen: readonly string[]) => chosen.every((one) => offered.includes(one));

/** Everything that can be set about a quiz. */
export class QuizSettingsForm extends PaperPressForm {
  @IsIn(BEHAVIOURS, { message: 'papers.error.choice' })
  behaviour: Behaviour;

  /** Empty: no limit. */
  @ValidateIf(({ minutes }: QuizSettingsForm) => minutes !== '')
  @Whole(1, LONGEST_MINUTES, 'papers.error.minutes')
  minutes = '';

  @IsIn(OVERDUE_POLICIES, { message: 'papers.error.choice' })
  overdue: OverduePolicy;

  @Whole(0, LONGEST_MINUTES, 'papers.error.whole')
  graceMinutes = '0';

  /** Empty: as many as one likes. */
  @ValidateIf(({ tries }: QuizSettingsForm) => tries !== '')
  @Whole(1, 20, 'papers.error.whole')
  tries = '';

  @Whole(0, LONGEST_WAIT, 'papers.error.whole')
  delaySecond = '0';

  @Whole(0, LONGEST_WAIT, 'papers.error.whole')
  delayLater = '0';

  @IsIn(COUNTING, { message: 'papers.error.choice' })
  counting: Counting;

  @Many()
  @Chosen(among(SHUFFLED), 'papers.error.choice')
  shuffle: string[] = [];

  @IsIn(['free', 'sequential'], { message: 'papers.error.choice' })
  navigation: 'free' | 'sequential';

  @Many()
  @Chosen(among(CELLS), 'papers.error.choice')
  review: string[] = [];

  /** Percents and words of bands, by the number of their line. */
  @IsOptional()
  @Family()
  band: Record<string, string> = {};

  @IsOptional()
  @Family()
  words: Record<string, string> = {};

  @Whole(1, 100, 'papers.error.pass-mark')
  passMark = '';
}

type Set = Pick<Paper, 'settings' | 'passMark' | 'minutes' | 'texts'>;

/** What a form without errors of its own sets, and what is wrong in its bands. */
export function settingsIn(form: QuizSettingsForm, { texts, language }: Pick<Paper, 'texts' | 'language'>): Set & { errors: FormError[] } {
  const { bands, said, errors } = bandsIn(form);
  const number = (typed: string) => typedNumber(typed);
  const settings: Partial<QuizSettings> = {
    behaviour: form.behaviour,
    overdue: form.overdue,
    graceMinutes: number(form.graceMinutes) ?? 0,
    tries: number(form.tries),
    delays: { second: number(form.delaySecond) ?? 0, later: number(form.delayLater) ?? 0 },
    counting: form.counting,
    shuffle: { questions: form.shuffle.includes('questions'), options: form.shuffle.includes('options') },
    navigation: form.navigation,
    review: matrixOf(form.review),
    bands,
  };
  return {
    settings,
    passMark: number(form.passMark) ?? 1,
    minutes: number(form.minutes),
    texts: withBands(texts, language, said),
    errors,
  };
}

function matrixOf(cells: readonly string[]): ReviewMatrix {
  const parts = (moment: ReviewMoment) => REVIEW_PARTS.filter((part) => cells.includes(cellOf(moment, part)));
  return Object.fromEntries(REVIEW_MOMENTS.map((moment) => [moment, parts(moment)])) as unknown as ReviewMatrix;
}

/** Bands from the highest to the lowest, whatever the order in which they were typed. */
function bandsIn({ band, words }: QuizSettingsForm): { bands: number[]; said: Map<number, string>; errors: FormError[] } {
  const said = new Map<number, string>();
  const errors: FormError[] = [];
  for (const line of Object.keys(band).slice(0, MOST_BANDS)) {
    const [typed, text] = [band[line]!, words[line] ?? ''];
    if (isBlank(typed) && isBlank(text)) continue;
    const percent = typedNumber(typed);
    if (percent === null || !Number.isInteger(percent) || percent < 0 || percent > 100)
      errors.push({ field: `band.${line}`, key: 'papers.error.band', details: {} });
    else if (said.has(percent)) errors.push({ field: `band.${line}`, key: 'papers.error.band-twice', details: {} });
    else if (isBlank(text) || text.length > 1_000) errors.push({ field: `words.${line}`, key: 'papers.error.band-words', details: {} });
    else said.set(percent, text);
  }
  return { bands: [...said.keys()].sort((a, b) => b - a), said, errors };
}

/** The words of bands that are no more are forgotten in every language. */
function withBands(texts: PaperTexts, language: Paper['language'], said: ReadonlyMap<number, string>): PaperTexts {
  const kept = Object.entries(texts).map(([one, own]) => {
    const left = Object.entries(own).filter(([key]) => !key.startsWith('bands.') || said.has(Number(key.slice('bands.'.length))));
    return [one, Object.fromEntries(left)] as const;
  });
  const own = Object.fromEntries([...said].map(([percent, text]) => [`bands.${percent}`, text]));
  return { ...Object.fromEntries(kept), [language]: { ...Object.fromEntries(kept)[language], ...own } };
}

/** A paper as its form shows it. */
export function typedSettings(
  paper: Pick<Paper, 'settings' | 'passMark' | 'minutes' | 'texts' | 'language'>,
): Omit<QuizSettingsForm, 'version'> {
  const { behaviour, overdue, graceMinutes, tries, delays, counting, shuffle, navigation, review, bands } = settingsOf(paper);
  const lines = bands.map((percent, index) => [String(index + 1), percent] as const);
  return {
    behaviour,
    minutes: paper.minutes === null ? '' : String(paper.minutes),
    overdue,
    graceMinutes: String(graceMinutes),
    tries: tries === null ? '' : String(tries),
    delaySecond: String(delays.second),
    delayLater: String(delays.later),
    counting,
    shuffle: SHUFFLED.filter((one) => shuffle[one]),
    navigation,
    review: REVIEW_MOMENTS.flatMap((moment) => review[moment].map((part) => cellOf(moment, part))),
    band: Object.fromEntries(lines.map(([line, percent]) => [line, String(percent)])),
    words: Object.fromEntries(lines.map(([line, percent]) => [line, paper.texts[paper.language]?.[`bands.${percent}`] ?? ''])),
    passMark: String(paper.passMark),
  };
}
