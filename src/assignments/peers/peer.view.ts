import { spoken } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { LANGUAGE_NAMES } from '../../kernel/language';
import type { FormError } from '../../web/forms/form.pipe';
import type { PeerReviewForm } from '../reviews/review.form';
import { criteriaRows, fileRow, reviewRow } from '../reviews/shown.view';
import type { PeerReviewPlace } from './own-peer-review.guard';
import type { PeerSeen } from './peer-pages.service';

/** views/assignments/peer.hbs: somebody's work without their name, and the form to review it. */
export function peerPage(
  { review }: PeerReviewPlace,
  back: string,
  { task, words, html, version, files }: PeerSeen,
  given: PeerReviewForm | null = null,
  errors: FormError[] = [],
) {
  const address = `${back}/reviews/${review.id}`;
  const body = words.text('task');
  const said = review.givenAt && { ...review, givenAt: review.givenAt, peer: true, verdict: null, reviewer: null };
  return {
    formId: newId(),
    back,
    title: spoken(words.text('title')),
    body: { ...spoken(body), text: html },
    original: body.language === words.language ? null : LANGUAGE_NAMES[body.language],
    work: {
      text: version.text,
      links: version.links,
      files: files.map((file, index) => fileRow(file, address, index + 1)),
    },
    said: said && reviewRow(task, words, said),
    form: said ? null : { action: address, criteria: criteriaRows(task, words, given?.levels ?? {}), comment: given?.comment ?? '' },
    errors: errors.length ? errors : null,
  };
}
