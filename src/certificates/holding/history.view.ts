import { dayIn } from '../../cohorts/schedule';
import type { Certificate } from '../certificate.entity';
import type { CertificateEvent } from './certificate-event.entity';

/**
 * What happened to a certificate, the first first; that it was issued stands in it even where nobody noted it. `holder` is who “you” is.
 * The phrase is `holding.event.<kind>`, and for what its holder did `holding.event.<kind>-own`. Who did it and what they noted is for the team alone.
 */
export function eventLines({ snapshot, issuedAt }: Certificate, events: readonly CertificateEvent[], holder: string | null) {
  const own = new Set(['replaced', 'hidden', 'shown']);
  const line = ({ kind, at, actorId, category }: Pick<CertificateEvent, 'kind' | 'at' | 'actorId' | 'category'>) => ({
    on: dayIn(snapshot.zone, at),
    what: `holding.event.${kind}${own.has(kind) && actorId !== null && actorId === holder ? '-own' : ''}`,
    why: kind === 'issued' ? null : category && `holding.why.${category}`,
    by: null as string | null,
    note: null as string | null,
  });
  const issued = { kind: 'issued' as const, at: issuedAt, actorId: null, category: null };
  return [...(events.some(({ kind }) => kind === 'issued') ? [] : [issued]), ...events].map(line);
}
