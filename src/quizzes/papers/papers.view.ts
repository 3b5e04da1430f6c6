import type { OwnChapter } from '../../chapters/chapter-team.guard';
import type { Cohort } from '../../cohorts/cohort.entity';
import { newId } from '../../kernel/identifier';
import { directionOf } from '../../kernel/language';
import type { ChapterQuiz } from './chapter-quiz.entity';
import { PRESET_NAMES, presetOf } from './paper';
import type { SetQuiz } from './set-quiz.entity';

interface Found {
  /** Ids of those that changed since they were published. */
  changed: ReadonlySet<string>;
  sets: readonly SetQuiz[];
  cohorts: readonly Cohort[];
}

/** views/quizzes/papers.hbs: the quizzes of a chapter, and how to begin another one. */
export function papersPage({ chapter }: OwnChapter, quizzes: readonly ChapterQuiz[], { changed, sets, cohorts }: Found) {
  const address = `/chapters/${chapter.slug}`;
  const names = new Map(cohorts.map(({ id, name }) => [id, name]));
  const rows = quizzes.map((quiz) => ({
    title: titleOf(quiz),
    address: `${address}/quizzes/${quiz.slug}`,
    preset: presetOf(quiz) ?? 'own',
    questions: questionsOf(quiz),
    state: changed.has(quiz.id) ? 'changed' : quiz.publishedAt ? 'published' : 'draft',
    archived: quiz.archivedAt !== null,
    cohorts: sets.filter(({ quizId }) => quizId === quiz.id).flatMap(({ cohortId }) => names.get(cohortId) ?? []),
  }));
  return {
    errors: null,
    formId: newId(),
    chapter: { name: chapter.name, address },
    action: `${address}/quizzes`,
    bankAddress: `${address}/questions`,
    presets: PRESET_NAMES,
    quizzes: rows.filter(({ archived }) => !archived),
    archived: rows.filter(({ archived }) => archived),
  };
}

/** A quiz by its title, in its own language. */
export function titleOf({ texts, language, slug }: Pick<ChapterQuiz, 'texts' | 'language' | 'slug'>) {
  return { text: texts[language]?.['title'] ?? slug, language, direction: directionOf(language) };
}

/** How many questions one person is asked. */
export function questionsOf({ items, draws }: Pick<ChapterQuiz, 'items' | 'draws'>): number {
  return items.length + draws.reduce((sum, { count }) => sum + count, 0);
}
