import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import { Refusal } from '../../kernel/refusal';
import { Certificate } from '../certificate.entity';
import { standingOf } from '../standing-of';
import { Histories } from './histories.service';
import { Successors } from './successors.service';

/** Whether the public page of a certificate says its holder’s name, or asks for it. */
@Injectable()
export class Visibility {
  constructor(
    private readonly successors: Successors,
    private readonly histories: Histories,
  ) {}

  /** Nothing is noted where nothing changes. */
  async change(write: Writer, certificateId: string, hide: boolean, actorId: string, now: Date): Promise<void> {
    const certificate = await this.successors.held(write, certificateId);
    if (standingOf(certificate, now) === 'replaced') throw new Refusal('holding.refusal.not-current');
    if (certificate.nameHidden === hide) return;
    await write.update(Certificate, { id: certificateId }, { nameHidden: hide });
    await this.histories.note(write, { certificateId, kind: hide ? 'hidden' : 'shown', actorId }, now);
  }
}
