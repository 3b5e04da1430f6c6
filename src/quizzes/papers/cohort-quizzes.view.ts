import type { OwnCohort } from '../../cohorts/cohort-team.guard';
import { stateNote } from '../../cohorts/states/state.view';
import { newId } from '../../kernel/identifier';
import { directionOf } from '../../kernel/language';
import type { FormError } from '../../web/forms/form.pipe';
import type { CohortQuiz } from './cohort-quizzes.service';
import type { ChangeDaysForm } from './paper.form';
import { windowOf, windowState } from './quiz-days';

type Typed = ChangeDaysForm & { slug: string };

/** views/quizzes/cohort-quizzes.hbs: which quizzes of its chapter a cohort takes, and what came of them. */
export function cohortQuizzesPage(
  own: OwnCohort,
  quizzes: readonly CohortQuiz[],
  now: Date,
  typed: Typed | null = null,
  errors: FormError[] = [],
) {
  const { cohort, chapter, lead } = own;
  const address = `/cohorts/${cohort.id}`;
  return {
    errors: errors.length ? errors : null,
    cohort: { name: cohort.name, address },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    lead,
    state: stateNote(own, now),
    open: !cohort.archivedAt,
    papersAddress: `/chapters/${chapter.slug}/quizzes`,
    quizzes: quizzes.map((one) => section(own, one, now, typed?.slug === one.set.slug ? typed : null)),
  };
}

function section(
  { cohort, chapter }: OwnCohort,
  { set, title, results, passMark, paper, rules }: CohortQuiz,
  now: Date,
  typed: Typed | null,
) {
  const address = `/cohorts/${cohort.id}/quizzes/${set.slug}`;
  return {
    slug: set.slug,
    title: { text: title.text, language: title.language, direction: directionOf(title.language) },
    paperAddress: `/chapters/${chapter.slug}/quizzes/${set.slug}`,
    window: windowState(windowOf(set, cohort.zone), now),
    opensOn: set.opensOn,
    closesOn: set.closesOn,
    archivedAt: set.archivedAt,
    newer: !set.archivedAt && paper.publishedVersionId !== set.versionId,
    counting: rules.counting,
    passMark,
    daysOpen: typed !== null,
    daysAddress: `${address}/days`,
    adoptAddress: `${address}/adoption`,
    takeBackAddress: `${address}/removal`,
    version: typed?.version ?? String(set.version),
    typedOpensOn: typed?.opensOn ?? set.opensOn ?? '',
    typedClosesOn: typed?.closesOn ?? set.closesOn ?? '',
    formIds: { days: newId(), adopt: newId(), takeBack: newId() },
    begun: results.length > 0,
    passed: results.filter(({ percent }) => percent !== null && percent >= passMark).length,
    results: results.map(({ enrolmentId, name, percent, tries, open, waits }) => ({
      name,
      address: `/cohorts/${cohort.id}/people/${enrolmentId}`,
      share: percent,
      passed: percent !== null && percent >= passMark,
      tries,
      open,
      waits,
    })),
  };
}
