import { newId } from '../../kernel/identifier';
import type { Language } from '../../kernel/language';
import { qr } from '../../web/pictures/qr';
import type { Certificate } from '../certificate.entity';
import { lookOf } from '../designs/look';
import { facts } from '../facts.view';
import { type NameSize, nameSize } from '../name-size';
import { standingOf } from '../standing-of';
import type { Kept } from './certificate-pages.service';
import { eventLines } from './history.view';
import { linkedIn } from './linked-in';

/** views/certificates/list.hbs */
export function listPage(certificates: Certificate[], language: Language, now: Date) {
  return {
    certificates: certificates.map((certificate) => ({
      ...facts(certificate, language),
      standing: standingOf(certificate, now),
      address: `/certificates/${certificate.id}`,
    })),
    everything: certificates.length ? '/certificates/everything.zip' : null,
  };
}

/** views/certificates/certificate.hbs */
export function certificatePage(kept: Kept, language: Language, baseUrl: string, now: Date) {
  const { certificate, design, requests, events, ownUntil, after, before } = kept;
  const standing = standingOf(certificate, now);
  const address = `/certificates/${certificate.id}`;
  const waiting = requests.find(({ state }) => state === 'waiting') ?? null;
  const refused = requests[0]?.state === 'refused' ? requests[0] : null;
  const shared = `${baseUrl}/verify/${certificate.code}`;
  const said = facts(certificate, language);
  const holds = standing === 'valid';
  return {
    ...said,
    standing,
    nameClass: NAME_CLASSES[nameSize(certificate.name)],
    publicPage: `/verify/${certificate.code}`,
    checkAt: `${baseUrl}/verify`.replace(/^https?:\/\//, ''),
    ...lookOf(design, certificate.code, `${address}/pictures`),
    qr: qr(shared),
    reason: certificate.withdrawnFor && `holding.reason.${certificate.withdrawnFor}`,
    newer: after && `/certificates/${after}`,
    older: before && `/certificates/${before}`,
    files: holds || standing === 'expired' ? files(certificate, address) : null,
    unsigned: holds && !certificate.credential,
    shared: holds ? shared : null,
    linkedIn: holds ? linkedIn({ ...certificate, title: said.programme.text, issuer: certificate.snapshot.chapter, shared }) : null,
    visibility: holds ? { formId: newId(), action: `${address}/visibility`, hidden: certificate.nameHidden } : null,
    correction: holds && !waiting ? { address: `${address}/name`, ownUntil, refused: refused && { answer: refused.answer } } : null,
    waiting: waiting && { formId: newId(), action: `${address}/name/taking-back`, ...waiting },
    history: eventLines(certificate, events, certificate.personId),
  };
}

/** What can be taken along; signed files only of what was signed. */
function files({ credential }: Certificate, address: string) {
  const kinds = credential
    ? (['certificate.pdf', 'badge.png', 'badge.svg', 'credential.json', 'credential.jwt', 'picture.png'] as const)
    : (['certificate.pdf', 'picture.png'] as const);
  return {
    signed: credential !== null,
    rows: kinds.map((file) => ({ file, address: `${address}/${file}`, label: `holding.file.${file.replace('.', '-')}` })),
  };
}

const NAME_CLASSES: Record<NameSize, string> = { large: 'cert-name', middle: 'big gap-s', small: 't2 gap-s' };
