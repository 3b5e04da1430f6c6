import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import { Refusal } from '../../kernel/refusal';
import { Corrections } from './corrections.service';
import { Telling } from './telling.service';
import { Successors } from './successors.service';
import { renewable, renewedUntil } from './validity';

/** Giving a certificate that expires as much time again. */
@Injectable()
export class Renewals {
  constructor(
    private readonly successors: Successors,
    private readonly corrections: Corrections,
    private readonly telling: Telling,
  ) {}

  /** Returns the id of the new one. Refuses while it holds for long, and while a request about its name waits. */
  async renew(write: Writer, certificateId: string, actorId: string, now: Date): Promise<string> {
    const certificate = await this.successors.held(write, certificateId);
    const { personId, issuedAt, validUntil } = certificate;
    if (!personId || !validUntil || !renewable(certificate, now)) throw new Refusal('holding.refusal.not-renewable');
    if (await this.corrections.waiting(certificateId)) throw new Refusal('holding.refusal.answer-first');
    const until = renewedUntil({ issuedAt, validUntil }, now);
    const id = await this.successors.replace(write, certificate, { validUntil: until }, { actorId, kind: 'renewed' }, now);
    await this.telling.noted(write, certificate, 'certificate-renewed', actorId, now);
    await this.telling.letter(write, { ...certificate, id, validUntil: until }, 'renewed');
    return id;
  }
}
