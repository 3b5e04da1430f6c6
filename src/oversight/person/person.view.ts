import { spoken } from '../../content/translation';
import { standingOf } from '../../certificates/standing-of';
import { stateNote } from '../../cohorts/states/state.view';
import { newId } from '../../kernel/identifier';
import { directionOf, LANGUAGE_NAMES } from '../../kernel/language';
import type { FormError } from '../../web/forms/form.pipe';
import { CHAPTER_QUIZ } from '../../content/structures';
import type { Viewer } from '../../web/requests/viewer';
import { quietUntil } from '../today/needs';
import { needWords, rowsFor } from '../today/today.view';
import { allowances, type GivenTime } from './allowances.view';
import type { NudgeForm } from './person.form';
import type { OwnPerson } from './person-of-cohort.guard';
import type { Seen } from './person-pages.service';
import type { Sheet } from './person-sheets.service';
import { shareOf, stepRows } from './steps.view';

/** What a form on the page held when it could not be taken. */
export interface Given extends GivenTime {
  note?: string;
  letter?: NudgeForm;
}

export const personAddress = (cohortId: string, enrolmentId: string) => `/cohorts/${cohortId}/people/${enrolmentId}`;

/** views/oversight/person.hbs */
export function personPage(own: OwnPerson, seen: Sheet, viewer: Viewer, now: Date, given: Given = {}, errors: FormError[] = []) {
  const { cohort, chapter, person, study } = own;
  const address = personAddress(cohort.id, study.enrolmentId);
  const quiet = seen.inNeed?.quietUntil ?? quietUntil(seen.nudges[0]?.sentAt ?? null, now);
  return {
    formId: newId(),
    name: person.name,
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    cohort: { name: cohort.name, address: `/cohorts/${cohort.id}` },
    language: person.language ? LANGUAGE_NAMES[person.language] : null,
    left: study.state === 'withdrawn',
    state: stateNote(own, now),
    moveAddress: own.lead && !cohort.archivedAt ? `${address}/move` : null,
    moves: seen.moves.map(({ kind, movedAt, by, toCohortId, toEnrolmentId, toCohort }) => ({
      kind,
      at: movedAt,
      by,
      to: toCohortId && toEnrolmentId ? { name: toCohort, address: personAddress(toCohortId, toEnrolmentId) } : null,
    })),
    origins: seen.origins.map((from) => ({
      at: from.movedAt,
      cohort: from.cohort,
      address: personAddress(from.cohortId, from.enrolmentId),
    })),
    writable: !cohort.archivedAt,
    joinedAt: study.joinedAt,
    lastAt: seen.lastAt,
    done: seen.standing.done,
    total: seen.standing.total,
    share: seen.standing.share,
    complete: seen.standing.complete,
    need: seen.inNeed && needWords(seen.inNeed.need, quizTitle(seen)),
    modules: stepRows(seen, study, `/cohorts/${cohort.id}/works`, now),
    tries: tryRows(seen, address),
    certificate: seen.certificate && {
      code: seen.certificate.code,
      issuedAt: seen.certificate.issuedAt,
      address: own.lead ? `/chapters/${chapter.slug}/certificates/${seen.certificate.id}` : `/verify/${seen.certificate.code}`,
      standing: standingOf(seen.certificate, now),
    },
    elsewhere: seen.elsewhere,
    letter: study.state === 'withdrawn' || cohort.archivedAt || quiet ? null : letter(seen, address, given.letter),
    quietUntil: study.state === 'withdrawn' ? null : quiet,
    nudges: seen.nudges.map(({ text, ...nudge }) => ({ ...nudge, text: text.split('\n') })),
    allowances: study.state === 'withdrawn' ? null : allowances(own, seen.programme, address, given),
    note: given.note ?? '',
    noteFormId: newId(),
    notesAddress: `${address}/notes`,
    notes: seen.notes.map(({ id, text, writtenAt, author, authorId }) => ({
      lines: text.split('\n'),
      writtenAt,
      author,
      removal:
        !cohort.archivedAt && (own.lead || authorId === viewer.id) ? { address: `${address}/notes/${id}/removal`, formId: newId() } : null,
    })),
    errors: errors.length ? errors : null,
  };
}

function letter({ draft, inNeed }: Sheet, address: string, given?: NudgeForm) {
  return {
    address: `${address}/nudges`,
    language: draft.language,
    direction: directionOf(draft.language),
    languageName: LANGUAGE_NAMES[draft.language],
    subject: given?.subject ?? draft.subject,
    text: given?.text ?? draft.text,
    rows: rowsFor(given?.text ?? draft.text) + 6, // the column is narrow
    reason: given?.reason ?? inNeed?.need.kind ?? 'own',
    open: Boolean(given),
  };
}

function quizTitle({ inNeed, programme }: Seen) {
  const about = inNeed?.need.step;
  const step = about && programme.modules.find(({ slug }) => slug === about.module)?.steps.find(({ key }) => key === about.step);
  return step?.title ?? null;
}

/** Tries quiz by quiz, the latest first: those of the programme, then those of the chapter's own. */
function tryRows({ programme, attempts, passMarks, beside }: Sheet, address: string) {
  const ofProgramme = programme.modules.flatMap(({ slug, steps }) => steps.map(({ key, title }) => ({ module: slug, step: key, title })));
  const ofChapter = beside.map(({ set, title }) => ({ module: CHAPTER_QUIZ, step: set.slug, title }));
  return [...ofProgramme, ...ofChapter].flatMap(({ module, step, title }) => {
    const own = attempts.filter((one) => one.module === module && one.step === step).reverse();
    if (!own.length) return [];
    const rows = own.map((attempt) => ({
      number: attempt.number,
      startedAt: attempt.startedAt,
      handedInAt: attempt.handedInAt,
      abandonedAt: attempt.abandonedAt,
      provisional: attempt.handedInAt !== null && attempt.points === null,
      points: (attempt.points ?? 0) / 100,
      most: (attempt.most ?? 0) / 100,
      share: shareOf(attempt),
      passed: Boolean(attempt.passed),
      address: `${address}/tries/${attempt.id}`,
    }));
    return [{ title: spoken(title), mark: passMarks.get(own[0]!.quizVersionId)!, rows }];
  });
}
