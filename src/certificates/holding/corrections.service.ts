import { Injectable } from '@nestjs/common';
import { Audit } from '../../chapters/audit/audit.service';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import { Certificate } from '../certificate.entity';
import { standingOf } from '../standing-of';
import { CertificateRequest } from './certificate-request.entity';
import { lineOf, ownUntil, type Why } from './correction';
import { Histories } from './histories.service';
import { HoldingLetters } from './holding-letters.service';
import { Successors } from './successors.service';

/** The name that is asked for. */
export interface Asked {
  name: string;
  latinName: string | null;
  why: Why;
}

/** Another name on a certificate: at once by its holder while it is new, later when a lead agrees. */
@Injectable()
export class Corrections {
  constructor(
    private readonly database: Database,
    private readonly successors: Successors,
    private readonly histories: Histories,
    private readonly letters: HoldingLetters,
    private readonly audit: Audit,
  ) {}

  /** What was asked about a certificate, the latest first. */
  of(certificateId: string): Promise<CertificateRequest[]> {
    return this.database.read(CertificateRequest).find({ where: { certificateId }, order: { askedAt: 'DESC', id: 'DESC' } });
  }

  waiting(certificateId: string): Promise<CertificateRequest | null> {
    return this.database.read(CertificateRequest).findOneBy({ certificateId, state: 'waiting' });
  }

  /** Until when its holder corrects the name alone, or null. */
  async ownUntil(certificate: Certificate, now: Date): Promise<Date | null> {
    const { personId } = certificate;
    if (!personId) return null;
    const all = await this.database.read(Certificate).findBy({ personId });
    const events = await this.histories.of(all.map(({ id }) => id));
    return ownUntil(lineOf(certificate, all, events, personId), now);
  }

  /** Corrects it, or asks for it; returns the id of the certificate to look at. Refuses when it is not valid, or a request waits. */
  async ask(write: Writer, id: string, holderId: string, { name, latinName, why }: Asked, now: Date): Promise<string> {
    const certificate = await this.successors.held(write, id);
    if (standingOf(certificate, now) !== 'valid') throw new Refusal('holding.refusal.not-current');
    if (await this.waiting(id)) throw new Refusal('holding.refusal.waiting');
    if (await this.ownUntil(certificate, now)) {
      return this.successors.replace(write, certificate, { name, latinName }, { actorId: holderId, kind: 'replaced', category: why }, now);
    }
    const asked = { name, latinName, why, state: 'waiting' as const, askedAt: now, answeredAt: null, answeredById: null };
    await write.insert(CertificateRequest, { id: newId(), certificateId: id, personId: holderId, ...asked });
    return id;
  }

  /** Its holder has thought again. Pressed twice it is done once. */
  async takeBack(write: Writer, certificateId: string, now: Date): Promise<void> {
    const waits = { certificateId, state: 'waiting' as const };
    await write.update(CertificateRequest, waits, { state: 'taken-back', answeredAt: now });
  }

  /** Issues the certificate with the other name, and says so by letter. Returns its id. */
  async approve(write: Writer, certificateId: string, at: { id: string; version: number }, leadId: string, now: Date): Promise<string> {
    const certificate = await this.successors.held(write, certificateId);
    const { name, latinName, why } = await this.answer(write, certificateId, at, { state: 'approved', answeredById: leadId }, now);
    const by = { actorId: leadId, kind: 'replaced' as const, category: why };
    const id = await this.successors.replace(write, certificate, { name, latinName }, by, now);
    const { chapterId, personId: subjectId } = certificate;
    const act = 'certificate-corrected' as const;
    if (chapterId) await this.audit.note(write, { chapterId, act, actorId: leadId, subjectId, objectId: certificateId }, now);
    await this.letters.put(write, { ...certificate, id, name }, 'corrected');
    return id;
  }

  /** Says no, with words, and by letter. */
  async refuse(
    write: Writer,
    certificateId: string,
    at: { id: string; version: number },
    { answer, leadId }: { answer: string; leadId: string },
    now: Date,
  ): Promise<void> {
    const certificate = await this.successors.held(write, certificateId);
    await this.answer(write, certificateId, at, { state: 'refused', answer, answeredById: leadId }, now);
    await this.letters.put(write, certificate, 'refused', { answer });
  }

  /** Of two who answer at once, the later one is told that it is answered. */
  private async answer(
    write: Writer,
    certificateId: string,
    { id, version }: { id: string; version: number },
    answered: Partial<CertificateRequest>,
    now: Date,
  ): Promise<CertificateRequest> {
    const request = await this.database.read(CertificateRequest).findOneBy({ id, certificateId });
    if (request?.state !== 'waiting') throw new Refusal('holding.refusal.answered');
    await write.changeAt(CertificateRequest, { id, version }, { ...answered, answeredAt: now });
    return request;
  }
}
