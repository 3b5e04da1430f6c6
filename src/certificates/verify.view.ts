import type { Language } from '../kernel/language';
import { formatDate } from '../languages/formats';
import type { Certificate } from './certificate.entity';
import { facts } from './facts.view';
import { standingOf } from './standing-of';

const LONGEST_KEPT = 100;

/** views/certificates/verify.hbs */
export function verifyPage(typed: string | null = null) {
  return {
    typed: (typed ?? '').slice(0, LONGEST_KEPT),
    errors: typed === null ? null : [{ field: 'code', key: 'certificates.error.code', details: {} }],
  };
}

/** views/certificates/genuine.hbs: nothing but what the paper says, for whoever holds its number; of the name only what its holder shows. */
export function genuinePage(certificate: Certificate, language: Language, now: Date) {
  const said = facts(certificate, language);
  const named = certificate.nameHidden ? { name: '', latinName: null } : {};
  const standing = standingOf(certificate, now);
  return { ...said, ...named, standing, erased: certificate.name === '', checkedAt: checkedAt(now, language), typed: '' };
}

/** views/certificates/replaced.hbs: not even whose it was. */
export function replacedPage(language: Language, now: Date) {
  return { checkedAt: checkedAt(now, language), typed: '' };
}

const checkedAt = (now: Date, language: Language) => formatDate(now, 'dateTime', language, 'UTC');

/** views/certificates/unknown.hbs */
export function unknownPage(typed: string) {
  return { typed: typed.slice(0, LONGEST_KEPT) };
}
