import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import { Certificate } from '../certificate.entity';
import type { Design } from '../designs/design';
import { Designs } from '../designs/designs.service';
import type { CertificateEvent } from './certificate-event.entity';
import type { CertificateRequest } from './certificate-request.entity';
import { Corrections } from './corrections.service';
import { Histories } from './histories.service';

/** A certificate with all that belongs to it. */
export interface Kept {
  certificate: Certificate;
  design: Design;
  /** The latest first. */
  requests: CertificateRequest[];
  /** The first first. */
  events: CertificateEvent[];
  /** Until when its holder corrects the name alone. */
  ownUntil: Date | null;
  /** The ids of those that took its place, and of which it took the place. */
  after: string | null;
  before: string | null;
}

/** One certificate’s page, gathered. */
@Injectable()
export class CertificatePages {
  constructor(
    private readonly database: Database,
    private readonly corrections: Corrections,
    private readonly histories: Histories,
    private readonly designs: Designs,
  ) {}

  async of(certificate: Certificate, now: Date): Promise<Kept> {
    const { id, replacedById: after } = certificate;
    const [design, requests, events, ownUntil, old] = await Promise.all([
      this.designs.of(certificate),
      this.corrections.of(id),
      this.histories.of([id]),
      this.corrections.ownUntil(certificate, now),
      this.database.read(Certificate).findOne({ where: { replacedById: id }, select: { id: true } }),
    ]);
    return { certificate, design, requests, events, ownUntil, after, before: old?.id ?? null };
  }
}
