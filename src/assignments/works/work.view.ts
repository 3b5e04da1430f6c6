import { spoken } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { LANGUAGE_NAMES } from '../../kernel/language';
import { stepAddress } from '../../modules/step-address';
import { conflictPage } from '../../web/errors/errors.view';
import type { FormError } from '../../web/forms/form.pipe';
import { peersNeeded } from '../assignment';
import { LARGEST_FILE } from '../files/body';
import { acceptedEndings, formatNames } from '../files/file-kinds';
import { criteriaRows, fileRow, versionRows } from '../reviews/shown.view';
import { isOpen, peersUntil } from './state';
import { isTakingPart } from './taking-part';
import type { Work } from './work.entity';
import type { WorkForm } from './work.form';
import type { OwnWork } from './work-pages.service';

/** views/assignments/work.hbs: the task, by what it is judged, and one's own work. */
export function workPage(own: OwnWork, now: Date, given: WorkForm | null = null, errors: FormError[] = []) {
  const { task, words, html, work, locked, closed, due, place } = own;
  const address = stepAddress(place.study.enrolmentId, place.module, { kind: 'assignment', key: place.step });
  const state = work?.state ?? 'draft';
  const body = words.text('task');
  const until = work?.handedInAt && work.number === 1 ? peersUntil(task, work.handedInAt) : null;
  const { study } = place;
  const writes = isTakingPart(study) && isOpen(state) && !locked && !closed;
  const waits = state === 'waiting'; // what peers say is shown when all of them have said it
  const shown = waits ? { ...own, reviews: own.reviews.filter(({ peer, number }) => !peer || number < work!.number) } : own;
  const versions = versionRows(task, words, shown, address);
  const answers = state === 'revise' ? versions[0]!.reviews : []; // what to change stands where one begins to read
  return {
    formId: newId(),
    title: spoken(words.text('title')),
    summary: spoken(words.text('summary')),
    body: { ...spoken(body), text: html },
    original: body.language === words.language ? null : LANGUAGE_NAMES[body.language],
    criteria: criteriaRows(task, words),
    passMark: task.passMark,
    byPeers: task.review.by === 'peers',
    needed: peersNeeded(task),
    days: task.review.by === 'peers' ? task.review.days : 0,
    left: study.state === 'withdrawn' ? { address: `/learning/${study.enrolmentId}/record` } : null,
    archived: study.cohort.archivedAt,
    state,
    closed,
    locked: closed ? null : locked,
    due,
    complete: state === 'accepted',
    handedInAt: work?.handedInAt ?? null,
    withPeers: waits && until !== null && until > now ? { until } : null,
    form: writes ? formOf(own, address, given) : null,
    answers,
    versions: versions.map((version, at) => (at === 0 && answers.length ? { ...version, reviews: [] } : version)),
    begins: state === 'draft',
    peers: own.peers && peersOf(own, address),
    errors: errors.length ? errors : null,
  };
}

function formOf({ task, work, files }: OwnWork, action: string, given: WorkForm | null) {
  const here = files.filter(({ until }) => until === null);
  return {
    action,
    version: given?.version ?? String(work?.version ?? 0),
    asked: task.text.need === 'none' ? null : task.text.need,
    words: task.text.words,
    text: given?.text ?? work?.text ?? '',
    links: task.links ? { most: task.links, text: given?.links ?? work?.links.join('\n') ?? '', rows: task.links } : null,
    files: here.map((file) => ({ ...fileRow(file, action), name: file.name })),
    mayAdd: here.length < task.files,
    mostFiles: task.files,
    accept: acceptedEndings(task.kinds),
    formats: formatNames(task.kinds),
    megabytes: LARGEST_FILE / 1024 / 1024,
    savedAt: work?.savedAt ?? null,
  };
}

function peersOf({ task, work, peers }: OwnWork, address: string) {
  const begun = peers!.taken.some(({ givenAt }) => !givenAt);
  return {
    given: work!.reviewsGiven,
    needed: peersNeeded(task),
    reviews: peers!.taken.map(({ id, givenAt }, index) => ({ number: index + 1, givenAt, address: `${address}/reviews/${id}` })),
    take: !begun && (peers!.owes || work!.state === 'passed') ? { address: `${address}/reviews`, formId: newId() } : null,
    nothing: !begun && !peers!.owes && work!.reviewsGiven < peersNeeded(task),
  };
}

/** views/errors/conflict.hbs: the same work was changed on two pages. */
export function workConflict(address: string, theirs: Work, { text, links }: WorkForm) {
  return conflictPage({
    title: 'assignments.conflict',
    back: address,
    action: address,
    version: theirs.version,
    formId: newId(),
    fields: [
      { name: 'text', label: 'assignments.work.text', mine: text, theirs: theirs.text },
      { name: 'links', label: 'assignments.work.links', mine: links, theirs: theirs.links.join('\n') },
      { name: 'do', label: 'assignments.work.save', mine: 'save', theirs: 'save' },
    ],
  });
}
