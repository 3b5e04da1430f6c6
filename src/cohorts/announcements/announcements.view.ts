import { renderMarkdown } from '../../content/prose/markdown';
import { newId } from '../../kernel/identifier';
import { directionOf, type Language } from '../../kernel/language';
import { conflictPage } from '../../web/errors/errors.view';
import type { FormError } from '../../web/forms/form.pipe';
import type { OwnCohort } from '../cohort-team.guard';
import type { Study } from '../enrolment/study';
import type { AnnouncementForm, EditedAnnouncementForm } from './announcement.form';
import type { Announced } from './announcements.queries';

/** An announcement as it is read. */
export function announcedOf({ id, authorName, title, text, writtenAt, editedAt }: Announced, language: Language) {
  return {
    id,
    author: authorName,
    title,
    html: renderMarkdown(text, { idea: '' })
      .html.replace(/<h([1-5])( id="[^"]*")?/g, (_, level: string) => `<h${Math.min(6, Number(level) + 1)}`)
      .replace(/<\/h([1-5])>/g, (_, level: string) => `</h${Math.min(6, Number(level) + 1)}>`),
    language,
    direction: directionOf(language),
    writtenAt,
    edited: editedAt !== null,
  };
}

/** views/cohorts/announcements.hbs: what was said to a cohort, and a place to say more. */
export function announcementsPage(own: OwnCohort, announced: Announced[], given: AnnouncementForm | null = null, errors: FormError[] = []) {
  const { cohort, chapter, lead } = own;
  const address = `/cohorts/${cohort.id}`;
  return {
    formId: newId(),
    cohort: { name: cohort.name, address, language: cohort.language, direction: directionOf(cohort.language) },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    lead,
    writable: !cohort.archivedAt,
    action: `${address}/announcements`,
    title: given?.title ?? '',
    text: given?.text ?? '',
    announced: announced.map((one) => ({ ...announcedOf(one, cohort.language), address: `${address}/announcements/${one.id}` })),
    errors: errors.length ? errors : null,
  };
}

/** views/cohorts/announcement.hbs: correcting one, or taking it back. */
export function announcementPage(
  { cohort }: OwnCohort,
  one: Announced,
  given: EditedAnnouncementForm | null = null,
  errors: FormError[] = [],
) {
  const back = `/cohorts/${cohort.id}/announcements`;
  return {
    formId: newId(),
    removeFormId: newId(),
    cohort: { name: cohort.name, language: cohort.language },
    back,
    action: `${back}/${one.id}`,
    removeAction: `${back}/${one.id}/removal`,
    version: given?.version ?? String(one.version),
    title: given?.title ?? one.title,
    text: given?.text ?? one.text,
    errors: errors.length ? errors : null,
  };
}

/** views/errors/conflict.hbs: two people corrected the same announcement. */
export function announcementConflict({ cohort }: OwnCohort, mine: EditedAnnouncementForm, theirs: Announced) {
  const address = `/cohorts/${cohort.id}/announcements/${theirs.id}`;
  const field = (name: 'title' | 'text') => ({ name, label: `announcements.field.${name}`, mine: mine[name], theirs: theirs[name] });
  const fields = [field('title'), field('text')];
  return conflictPage({
    title: 'announcements.conflict',
    back: address,
    action: address,
    version: theirs.version,
    formId: newId(),
    fields,
  });
}

/** views/cohorts/news.hbs: everything that was said to a trainee's cohort. */
export function newsPage({ cohort, chapter }: Study, announced: Announced[]) {
  return { cohort: cohort.name, chapter: chapter.name, announced: announced.map((one) => announcedOf(one, cohort.language)) };
}
