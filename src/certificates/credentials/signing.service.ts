import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import { Phrases } from '../../languages/phrases';
import type { Certificate } from '../certificate.entity';
import { Achievements } from './achievements.service';
import { withProof } from './data-integrity';
import { Issuer } from './issuer.service';
import { IssuerKeys } from './issuer-keys.service';
import { openBadge } from './open-badge';
import { toSecond } from './status-list';
import { StatusLists } from './status-lists.service';

export type Unsigned = Omit<Certificate, 'credential' | 'statusList' | 'statusIndex'>;
export type Signed = Pick<Certificate, 'credential' | 'statusList' | 'statusIndex'>;

/** Makes the document of a certificate and signs it. */
@Injectable()
export class Signing {
  constructor(
    private readonly keys: IssuerKeys,
    private readonly lists: StatusLists,
    private readonly achievements: Achievements,
    private readonly issuer: Issuer,
    private readonly phrases: Phrases,
  ) {}

  async sign(write: Writer, certificate: Unsigned, now: Date): Promise<Signed & { credential: string }> {
    const { did, address, key } = await this.keys.issuing(write, 'ed25519', now);
    const place = await this.lists.draw(write, { did, address, key }, now);
    const achievement = await this.achievements.of(write, certificate, now);
    const from = { site: this.issuer.siteOf(did), did, subject: randomUUID(), achievement, place };
    const document = openBadge(certificate, from, this.phrases.in(certificate.snapshot.language));
    const signed = await withProof(document, { created: toSecond(now), verificationMethod: address }, key);
    return { credential: JSON.stringify(signed), statusList: place.list, statusIndex: place.place };
  }
}
