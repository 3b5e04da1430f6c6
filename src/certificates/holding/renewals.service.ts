import { Injectable } from '@nestjs/common';
import { Audit } from '../../chapters/audit/audit.service';
import type { Writer } from '../../database/writer';
import { Refusal } from '../../kernel/refusal';
import { Corrections } from './corrections.service';
import { HoldingLetters } from './holding-letters.service';
import { Successors } from './successors.service';
import { renewable, renewedUntil } from './validity';

/** Giving a certificate that expires as much time again. */
@Injectable()
export class Renewals {
  constructor(
    private readonly successors: Successors,
    private readonly corrections: Corrections,
    private readonly letters: HoldingLetters,
    private readonly audit: Audit,
  ) {}

  /** Returns the id of the new one. Refuses while it holds for long, and while a request about its name waits. */
  async renew(write: Writer, certificateId: string, actorId: string, now: Date): Promise<string> {
    const certificate = await this.successors.held(write, certificateId);
    const { chapterId, personId, issuedAt, validUntil } = certificate;
    if (!personId || !validUntil || !renewable(certificate, now)) throw new Refusal('holding.refusal.not-renewable');
    if (await this.corrections.waiting(certificateId)) throw new Refusal('holding.refusal.answer-first');
    const until = renewedUntil({ issuedAt, validUntil }, now);
    const id = await this.successors.replace(write, certificate, { validUntil: until }, { actorId, kind: 'renewed' }, now);
    if (chapterId) {
      await this.audit.note(write, { chapterId, act: 'certificate-renewed', actorId, subjectId: personId, objectId: certificateId }, now);
    }
    await this.letters.put(write, { ...certificate, id, validUntil: until }, 'renewed');
    return id;
  }
}
