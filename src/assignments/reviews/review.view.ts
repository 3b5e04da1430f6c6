import { spoken } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { LANGUAGE_NAMES } from '../../kernel/language';
import type { FormError } from '../../web/forms/form.pipe';
import type { Viewer } from '../../web/requests/viewer';
import { isAnswerable, teamReason } from '../works/state';
import type { ReviewForm } from './review.form';
import type { WorkToReview } from './review-pages.service';
import { criteriaRows, versionRows } from './shown.view';
import type { WorkOfTeam } from './work-of-cohort.guard';

/** views/assignments/review.hbs: one work with all its versions, and the form to answer it. */
export function reviewPage(
  { cohort, chapter, handedIn }: WorkOfTeam,
  { task, words, html, work, ...history }: WorkToReview,
  viewer: Viewer,
  now: Date,
  given: ReviewForm | null = null,
  errors: FormError[] = [],
) {
  const list = `/cohorts/${cohort.id}/works`;
  const address = `${list}/${handedIn.id}`;
  const own = handedIn.personId === viewer.id;
  const body = words.text('task');
  const answerable = !own && !handedIn.left && !cohort.archivedAt && isAnswerable(work.state);
  return {
    formId: newId(),
    name: handedIn.name,
    personAddress: `/cohorts/${cohort.id}/people/${handedIn.enrolmentId}`,
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    cohort: { name: cohort.name, address: list },
    title: spoken(words.text('title')),
    body: { ...spoken(body), text: html },
    original: body.language === words.language ? null : LANGUAGE_NAMES[body.language],
    own,
    left: handedIn.left,
    state: work.state,
    reason: handedIn.left ? null : teamReason({ ...handedIn, state: work.state }, task, now),
    versions: versionRows(task, words, history, address),
    form: answerable
      ? {
          action: address,
          version: String(work.version),
          criteria: criteriaRows(task, words, given?.levels ?? {}),
          comment: given?.comment ?? '',
        }
      : null,
    passMark: task.passMark,
    unsent: !answerable && given?.comment ? given.comment : null,
    errors: errors.length ? errors : null,
  };
}
