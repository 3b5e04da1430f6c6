import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import { Certificate } from '../certificate.entity';
import { newCode } from '../code';
import { Credentials } from '../credentials/credentials.service';
import { PrintingService } from '../printing/printing.service';
import { standingOf } from '../standing-of';
import type { EventKind } from './certificate-event.entity';
import { Histories } from './histories.service';

/** What is different about the next one; everything else is as frozen as it was. */
export type Change = Partial<Pick<Certificate, 'name' | 'latinName' | 'validUntil'>>;

/** Who does it, and why. */
export interface By {
  actorId: string;
  kind: Extract<EventKind, 'replaced' | 'renewed'>;
  category?: string;
}

/** Certificates that come after others: each is new, with an id, a number and a signature of its own. */
@Injectable()
export class Successors {
  constructor(
    private readonly database: Database,
    private readonly histories: Histories,
    private readonly credentials: Credentials,
    private readonly printing: PrintingService,
  ) {}

  /** The certificate as it is now, which nobody else changes until the end of the transaction. */
  async held(write: Writer, id: string): Promise<Certificate> {
    await write.lock(Certificate, id);
    return this.database.read(Certificate).findOneByOrFail({ id });
  }

  /** Lets a new one take its place. Refuses when it is withdrawn or was replaced already. Returns the id of the new one. */
  async replace(write: Writer, old: Certificate, change: Change, { actorId, kind, category }: By, now: Date): Promise<string> {
    const current = { id: old.id, replacedAt: IsNull(), withdrawnAt: IsNull() };
    if ((await write.update(Certificate, current, { replacedAt: now })) !== 1) throw new Refusal('holding.refusal.not-current');
    const id = await this.make(write, old, change, now);
    await write.update(Certificate, { id: old.id }, { replacedById: id });
    await this.revoked(write, old, now);
    await this.histories.note(write, { certificateId: old.id, kind, actorId, category }, now);
    await this.histories.note(write, { certificateId: id, kind: 'issued', actorId, category: kind }, now);
    return id;
  }

  /** Issues one anew after the last was withdrawn; that one stays withdrawn. Refuses while another one is there. */
  async again(write: Writer, old: Certificate, change: Change, actorId: string, now: Date): Promise<string> {
    const { enrolmentId, personId, kind, about } = old;
    if (standingOf(old, now) !== 'withdrawn' || !personId || !enrolmentId) throw new Refusal('holding.refusal.not-again');
    const others = { enrolmentId, kind, about, replacedAt: IsNull(), withdrawnAt: IsNull() };
    if (await this.database.read(Certificate).countBy(others)) throw new Refusal('holding.refusal.not-again');
    const id = await this.make(write, old, change, now);
    await this.histories.note(write, { certificateId: id, kind: 'issued', actorId, category: 'again' }, now);
    return id;
  }

  /** Every file of it says from now on that it does not count, and nothing printed of it is kept at hand. */
  async revoked(write: Writer, certificate: Certificate, now: Date): Promise<void> {
    await this.credentials.revoke(write, certificate, now);
    write.afterCommit(() => this.printing.forget(certificate.id));
  }

  private async make(write: Writer, old: Certificate, change: Change, now: Date): Promise<string> {
    const { credential: _, statusList: __, statusIndex: ___, ...said } = old;
    const since = { withdrawnAt: null, withdrawnFor: null, replacedAt: null, replacedById: null };
    const certificate = { ...said, ...since, ...change, id: newId(), code: newCode(), issuedAt: now };
    const signed = await this.credentials.sign(write, certificate, now);
    await write.insert(Certificate, { ...certificate, ...signed });
    return certificate.id;
  }
}
