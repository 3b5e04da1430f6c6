import { newId } from '../../kernel/identifier';
import { directionOf, type Language, LANGUAGE_NAMES, LANGUAGES } from '../../kernel/language';
import { conflictPage } from '../../web/errors/errors.view';
import type { FormError } from '../../web/forms/form.pipe';
import type { Source } from './assembly';
import type { ChapterQuiz } from './chapter-quiz.entity';
import { poolOf, publishable } from './findings';
import { hasOwnPoints, PRESET_NAMES, presetOf, stemIn } from './paper';
import type { DrawForm, SetForm, WordsForm } from './paper.form';
import type { OwnPaper } from './paper-of-chapter.guard';
import type { PaperSheet } from './paper-pages.service';
import { questionsOf, titleOf } from './papers.view';
import { settingsFields } from './settings.view';
import type { QuizSettingsForm } from './settings.form';
import { told } from './told';

export const paperAddress = ({ chapter, quiz }: OwnPaper) => `/chapters/${chapter.slug}/quizzes/${quiz.slug}`;

/** Forms of the page that are there once; each has an id of its own. */
const FORMS = ['publish', 'return', 'archive', 'items', 'draw', 'words', 'settings', 'set'];

/** What a form of the page held when it could not be taken. */
export interface TypedPaper {
  words?: WordsForm;
  points?: Record<string, string>;
  draw?: DrawForm;
  settings?: QuizSettingsForm;
  set?: SetForm;
}

/** views/quizzes/paper.hbs: a quiz as it is put together. */
export function paperPage(own: OwnPaper, sheet: PaperSheet, typed: TypedPaper = {}, errors: FormError[] = []) {
  const { chapter } = own;
  const { quiz, made, found, changed } = sheet;
  const address = paperAddress(own);
  const open = !quiz.archivedAt;
  return {
    errors: errors.length ? errors : null,
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    address,
    title: titleOf(quiz),
    version: typed.words?.version ?? typed.settings?.version ?? String(quiz.version),
    ids: Object.fromEntries(FORMS.map((name) => [name, newId()])),
    open,
    state: changed ? 'changed' : quiz.publishedAt ? 'published' : 'draft',
    publishedAt: quiz.publishedAt,
    publishable: open && publishable(found) && (changed || !quiz.publishedAt),
    troubles: found.filter(({ severity }) => severity === 'error'),
    remarks: found.filter(({ severity }) => severity === 'warning'),
    told: told(quiz, questionsOf(quiz)),
    statisticsAddress: sheet.taken ? `${address}/statistics` : null,
    previewable: made.sources.length > 0,
    questions: made.sources.filter(({ drawn }) => !drawn).map((source, index, all) => line(source, index, all.length, typed.points)),
    points: made.sources.filter(({ drawn }) => !drawn).reduce((sum, { question }) => sum + question.points, 0),
    draws: quiz.draws.map(({ tag, count }) => ({ tag, count, formId: newId(), there: poolOf(tag, made.sources).length })),
    tags: sheet.tags
      .filter(({ tag }) => !quiz.draws.some((draw) => draw.tag === tag))
      .map(({ tag, count }) => ({ value: tag, count, selected: tag === typed.draw?.tag })),
    drawCount: typed.draw?.count ?? '',
    words: wordsFields(quiz, typed.words ?? null),
    preset: presetOf(quiz),
    presets: PRESET_NAMES.map((name) => ({ name, chosen: presetOf(quiz) === name, formId: newId() })),
    settings: settingsFields(quiz, typed.settings ?? null, errors),
    ...setFields(own, sheet, typed.set ?? null),
  };
}

function line({ question, banked }: Source, index: number, count: number, typed: Record<string, string> = {}) {
  return {
    id: banked.id,
    number: index + 1,
    stem: { text: stemIn(banked), language: banked.language, direction: directionOf(banked.language) },
    type: question.type,
    points: typed[banked.id] ?? String(question.points),
    fixed: hasOwnPoints(question) ? question.points : null,
    read: question.type === 'description',
    first: index === 0,
    last: index === count - 1,
  };
}

function wordsFields(quiz: ChapterQuiz, typed: WordsForm | null) {
  const bands = quiz.settings.bands ?? [];
  const own = quiz.texts[quiz.language] ?? {};
  return {
    open: typed !== null,
    title: typed?.title ?? own['title'] ?? '',
    summary: typed?.summary ?? own['summary'] ?? '',
    languages: LANGUAGES.map((one) => ({
      value: one,
      label: LANGUAGE_NAMES[one],
      language: one,
      selected: one === (typed?.language ?? quiz.language),
    })),
    others: LANGUAGES.filter((one) => one !== quiz.language).map((one) => inLanguage(quiz, one, bands, typed)),
  };
}

function inLanguage({ texts }: ChapterQuiz, language: Language, bands: readonly number[], typed: WordsForm | null) {
  const own = texts[language] ?? {};
  return {
    language,
    name: LANGUAGE_NAMES[language],
    direction: directionOf(language),
    said: Boolean(own['title']),
    title: typed?.titles[language] ?? own['title'] ?? '',
    summary: typed?.summaries[language] ?? own['summary'] ?? '',
    bands: bands.map((percent) => ({
      from: percent,
      field: `bands.${percent}-${language}`,
      text: typed?.bands[`${percent}-${language}`] ?? own[`bands.${percent}`] ?? '',
    })),
  };
}

/** For which cohorts it is set, and for which it could be. */
function setFields({ quiz }: OwnPaper, { sets, cohorts }: PaperSheet, typed: SetForm | null) {
  const here = (id: string) => sets.find(({ cohortId }) => cohortId === id) ?? null;
  const free = cohorts.filter(({ id, archivedAt }) => !here(id) && !archivedAt);
  return {
    published: quiz.publishedVersionId !== null,
    sets: cohorts.flatMap((cohort) => {
      const set = here(cohort.id);
      if (!set) return [];
      return [{ name: cohort.name, address: `/cohorts/${cohort.id}/quizzes`, newer: set.versionId !== quiz.publishedVersionId }];
    }),
    free: free.map(({ id, name }) => ({ value: id, label: name, language: null, selected: id === typed?.cohort })),
    opensOn: typed?.opensOn ?? '',
    closesOn: typed?.closesOn ?? '',
  };
}

/** views/errors/conflict.hbs: somebody else changed the words of the same quiz. */
export function wordsConflict(own: OwnPaper, mine: WordsForm, theirs: ChapterQuiz) {
  const text = (language: Language, key: string) => theirs.texts[language]?.[key] ?? '';
  const field = (name: string, label: string, typed: string, other: string, of: string | null = null) => ({
    name,
    label: `papers.words.${label}`,
    mine: typed,
    theirs: other,
    of,
  });
  const family = (into: 'titles' | 'summaries', label: 'title' | 'summary') =>
    Object.entries(mine[into]).map(([language, typed]) =>
      field(`${into}.${language}`, label, typed, text(language as Language, label), LANGUAGE_NAMES[language as Language]),
    );
  return conflictPage({
    title: 'papers.words.conflict',
    back: paperAddress(own),
    action: `${paperAddress(own)}/words`,
    version: theirs.version,
    formId: newId(),
    fields: [
      field('title', 'title', mine.title, text(theirs.language, 'title')),
      field('summary', 'summary', mine.summary, text(theirs.language, 'summary')),
      field('language', 'language', mine.language, theirs.language),
      ...family('titles', 'title'),
      ...family('summaries', 'summary'),
      ...Object.entries(mine.bands).map(([name, typed]) => {
        const [percent = '', language = ''] = name.split('-');
        return field(`bands.${name}`, 'band', typed, text(language as Language, `bands.${percent}`), LANGUAGE_NAMES[language as Language]);
      }),
    ],
  });
}
