import type { Chapter } from '../../chapters/chapter.entity';
import { newId } from '../../kernel/identifier';
import type { Language } from '../../kernel/language';
import type { FormError } from '../../web/forms/form.pipe';
import type { Viewer } from '../../web/requests/viewer';
import { facts } from '../facts.view';
import { standingOf } from '../standing-of';
import type { Issued } from './certificate-of-chapter.guard';
import { eventLines } from './history.view';
import { LONGEST_ANSWER, LONGEST_NOTE, type WithdrawalForm } from './holding.form';
import type { KeptHere, WaitingRequest } from './issued-pages.service';
import { renewable } from './validity';
import { TEAM_REASONS } from './withdrawals.service';

const LONGEST_KEPT = 100;

const placeOf = ({ name, slug }: Chapter) => ({
  name,
  address: `/chapters/${slug}`,
  certificates: `/chapters/${slug}/certificates`,
});

/** views/certificates/requests.hbs: who asks for another name, and finding a certificate by its number. */
export function requestsPage(chapter: Chapter, waiting: readonly WaitingRequest[], language: Language, typed: string | null) {
  const place = placeOf(chapter);
  return {
    chapter: place,
    requests: waiting.map(({ request, certificate }) => ({
      address: `${place.certificates}/${certificate.id}`,
      printed: certificate.name,
      name: request.name,
      askedAt: request.askedAt,
      programme: facts(certificate, language).programme,
    })),
    typed: (typed ?? '').slice(0, LONGEST_KEPT),
    errors: typed === null ? null : [{ field: 'number', key: 'holding.error.number', details: {} }],
  };
}

/** views/certificates/issued.hbs: one certificate, for those who lead its chapter. */
export function issuedPage(
  { chapter, certificate }: Issued,
  { events, requests, names, after, before }: KeptHere,
  viewer: Viewer,
  language: Language,
  now: Date,
  answer = '',
  errors: FormError[] = [],
) {
  const place = placeOf(chapter);
  const standing = standingOf(certificate, now);
  const address = `${place.certificates}/${certificate.id}`;
  const waiting = requests.find(({ state }) => state === 'waiting');
  const own = certificate.personId === viewer.id;
  const [current, held] = [standing === 'valid' || standing === 'expired', certificate.personId !== null];
  const lines = eventLines(certificate, events, null);
  const noted = [...Array<null>(lines.length - events.length).fill(null), ...events];
  return {
    ...facts(certificate, language),
    chapter: place,
    standing,
    own,
    publicPage: `/verify/${certificate.code}`,
    reason: certificate.withdrawnFor && `holding.reason.${certificate.withdrawnFor}`,
    newer: after && `${place.certificates}/${after}`,
    older: before && `${place.certificates}/${before}`,
    request: waiting
      ? { ...waiting, why: `holding.why.${waiting.why}`, formId: newId(), action: `${address}/answer`, answer, most: LONGEST_ANSWER }
      : null,
    withdrawal: current ? `${address}/withdrawal` : null,
    renewal: current && held && !own && !waiting && renewable(certificate, now) ? press(`${address}/renewal`) : null,
    again: standing === 'withdrawn' && held && !own ? press(`${address}/again`) : null,
    history: lines.map((line, i) => ({
      ...line,
      by: (noted[i]?.actorId && names.get(noted[i].actorId)) ?? null,
      note: noted[i]?.note ?? null,
    })),
    answered: requests.flatMap(({ state, name, answer: words, answeredAt, answeredById }) =>
      state === 'refused' && answeredAt ? [{ name, words, answeredAt, by: (answeredById && names.get(answeredById)) ?? null }] : [],
    ),
    errors: errors.length ? errors : null,
  };
}

const press = (action: string) => ({ action, formId: newId() });

/** views/certificates/withdrawal.hbs */
export function withdrawalPage({ chapter, certificate }: Issued, typed: WithdrawalForm, language: Language, errors: FormError[] = []) {
  const place = placeOf(chapter);
  const address = `${place.certificates}/${certificate.id}`;
  return {
    ...facts(certificate, language),
    formId: newId(),
    chapter: place,
    back: address,
    action: `${address}/withdrawal`,
    reasons: TEAM_REASONS.map((reason) => ({ reason, chosen: typed.reason === reason, label: `holding.withdraw.reason-${reason}` })),
    note: typed.note,
    sure: typed.sure === 'yes',
    most: LONGEST_NOTE,
    errors: errors.length ? errors : null,
  };
}
