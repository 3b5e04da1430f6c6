import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { CertificateEvent } from './certificate-event.entity';

type Noted = Pick<CertificateEvent, 'certificateId' | 'kind' | 'actorId'> & Partial<Pick<CertificateEvent, 'category' | 'note'>>;

/** What happened to certificates. */
@Injectable()
export class Histories {
  constructor(private readonly database: Database) {}

  /** Adds a line, in the transaction of the act itself. */
  async note(write: Writer, { certificateId, kind, actorId, category = null, note = null }: Noted, now: Date): Promise<void> {
    await write.insert(CertificateEvent, { id: newId(), certificateId, kind, actorId, category, note, at: now });
  }

  /** The first first. */
  of(certificateIds: readonly string[]): Promise<CertificateEvent[]> {
    if (!certificateIds.length) return Promise.resolve([]);
    const where = { certificateId: In([...certificateIds]) };
    return this.database.read(CertificateEvent).find({ where, order: { at: 'ASC', id: 'ASC' } });
  }
}
