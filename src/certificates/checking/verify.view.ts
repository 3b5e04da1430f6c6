import type { Language } from '../../kernel/language';
import { formatDate } from '../../languages/formats';
import type { Certificate } from '../certificate.entity';
import { facts } from '../certificates.view';

const LONGEST_KEPT = 100;

/** views/certificates/verify.hbs */
export function verifyPage(typed: string | null = null) {
  return {
    typed: (typed ?? '').slice(0, LONGEST_KEPT),
    errors: typed === null ? null : [{ field: 'code', key: 'certificates.error.code', details: {} }],
  };
}

/** views/certificates/genuine.hbs: nothing but what the paper says, for whoever holds its number. */
export function genuinePage(certificate: Certificate, language: Language, now: Date) {
  return { ...facts(certificate, language), checkedAt: formatDate(now, 'dateTime', language, 'UTC'), typed: '' };
}

/** views/certificates/unknown.hbs */
export function unknownPage(typed: string) {
  return { typed: typed.slice(0, LONGEST_KEPT) };
}
