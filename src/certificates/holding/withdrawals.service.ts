import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Audit } from '../../chapters/audit/audit.service';
import type { Writer } from '../../database/writer';
import { Refusal } from '../../kernel/refusal';
import { Certificate, type WithdrawalReason } from '../certificate.entity';
import { Corrections } from './corrections.service';
import { Histories } from './histories.service';
import { HoldingLetters } from './holding-letters.service';
import { Successors } from './successors.service';

/** Why a team withdraws one. An erasure is its holder's own act. */
export const TEAM_REASONS = ['error', 'integrity', 'request'] as const satisfies readonly WithdrawalReason[];
export type TeamReason = (typeof TEAM_REASONS)[number];

/** What is said about a withdrawal: the reason to its holder, the note only to those who lead. */
export interface Ground {
  reason: TeamReason;
  note: string;
}

/** Taking certificates back, for good, and issuing one anew afterwards. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly successors: Successors,
    private readonly corrections: Corrections,
    private readonly histories: Histories,
    private readonly letters: HoldingLetters,
    private readonly audit: Audit,
  ) {}

  /** Refuses when it was withdrawn or replaced already. What was asked about its name is then no longer asked. */
  async withdraw(write: Writer, certificateId: string, { reason, note }: Ground, actorId: string, now: Date): Promise<void> {
    const certificate = await this.successors.held(write, certificateId);
    const current = { id: certificateId, replacedAt: IsNull(), withdrawnAt: IsNull() };
    const gone = await write.update(Certificate, current, { withdrawnAt: now, withdrawnFor: reason });
    if (gone !== 1) throw new Refusal('holding.refusal.not-current');
    await this.successors.revoked(write, certificate, now);
    await this.corrections.takeBack(write, certificateId, now);
    await this.histories.note(write, { certificateId, kind: 'withdrawn', actorId, category: reason, note: note || null }, now);
    await this.noted(write, certificate, 'certificate-withdrawn', actorId, now);
    await this.letters.put(write, certificate, `withdrawn.${reason}`);
  }

  /** A new certificate that says the same; the withdrawn one stays what it is. Returns the id of the new one. */
  async again(write: Writer, certificateId: string, actorId: string, now: Date): Promise<string> {
    const certificate = await this.successors.held(write, certificateId);
    const id = await this.successors.again(write, certificate, {}, actorId, now);
    await this.noted(write, certificate, 'certificate-issued-again', actorId, now);
    await this.letters.put(write, { ...certificate, id }, 'again');
    return id;
  }

  private async noted(
    write: Writer,
    { id, chapterId, personId }: Certificate,
    act: 'certificate-withdrawn' | 'certificate-issued-again',
    actorId: string,
    now: Date,
  ): Promise<void> {
    if (chapterId) await this.audit.note(write, { chapterId, act, actorId, subjectId: personId, objectId: id }, now);
  }
}
