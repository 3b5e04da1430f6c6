import { BEHAVIOURS, COUNTING, OVERDUE_POLICIES, REVIEW_MOMENTS, REVIEW_PARTS } from '../../content/quiz-settings';
import type { FormError } from '../../web/forms/form.pipe';
import type { ChapterQuiz } from './chapter-quiz.entity';
import { cellOf, MOST_BANDS, type QuizSettingsForm, typedSettings } from './settings.form';

const FIELDS = [
  'behaviour',
  'minutes',
  'overdue',
  'graceMinutes',
  'tries',
  'delaySecond',
  'delayLater',
  'counting',
  'passMark',
  'band.',
  'words.',
];

/** All settings of a quiz as fields; printed by views/quizzes/_paper-settings.hbs. */
export function settingsFields(quiz: ChapterQuiz, typed: QuizSettingsForm | null, errors: readonly FormError[]) {
  const values = typed ?? typedSettings(quiz);
  const choices = (offered: readonly string[], chosen: string) => offered.map((value) => ({ value, chosen: value === chosen }));
  const lines = Array.from({ length: MOST_BANDS }, (_, index) => String(index + 1));
  return {
    open: typed !== null && errors.some(({ field }) => FIELDS.some((name) => field.startsWith(name))),
    behaviours: choices(BEHAVIOURS, values.behaviour),
    minutes: values.minutes,
    policies: choices(OVERDUE_POLICIES, values.overdue),
    graceMinutes: values.graceMinutes,
    tries: values.tries,
    delaySecond: values.delaySecond,
    delayLater: values.delayLater,
    countings: choices(COUNTING, values.counting),
    shuffleQuestions: values.shuffle.includes('questions'),
    shuffleOptions: values.shuffle.includes('options'),
    navigations: choices(['free', 'sequential'], values.navigation),
    moments: REVIEW_MOMENTS,
    review: REVIEW_PARTS.map((part) => ({
      part,
      cells: REVIEW_MOMENTS.map((moment) => ({
        moment,
        value: cellOf(moment, part),
        checked: values.review.includes(cellOf(moment, part)),
      })),
    })),
    bands: lines.map((number) => ({ number, from: values.band[number] ?? '', words: values.words[number] ?? '' })),
    language: quiz.language,
    passMark: values.passMark,
  };
}
