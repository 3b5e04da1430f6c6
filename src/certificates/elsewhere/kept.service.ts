import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { isId, newId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import { Person } from '../../people/person.entity';
import type { Dropped } from '../checking/dropped';
import { Credentials } from '../credentials/credentials.service';
import { Certificates } from '../issuing/certificates.service';
import { badgeWords } from './badge';
import { KeptCertificate } from './kept-certificate.entity';
import { provenDocument, provenToken } from './proof';

export const MOST_KEPT = 50;
export type Looked = Omit<KeptCertificate, 'id' | 'personId' | 'shown' | 'addedAt'>;

/** Certificates from elsewhere that people keep: looked at when they come, shown where their holder says so, thrown away when they like. */
@Injectable()
export class Kept {
  constructor(
    private readonly database: Database,
    private readonly credentials: Credentials,
    private readonly certificates: Certificates,
  ) {}

  of(personId: string): Promise<KeptCertificate[]> {
    return this.database.read(KeptCertificate).find({ where: { personId }, order: { addedAt: 'DESC', id: 'DESC' } });
  }

  one(id: string, personId: string): Promise<KeptCertificate | null> {
    return this.database.read(KeptCertificate).findOneBy({ id, personId });
  }

  /** One that names this site as its issuer is not from elsewhere: the id of somebody’s own certificate that it is, or null when it is none of theirs. */
  async ours(dropped: Dropped, personId: string, now: Date): Promise<{ id: string | null } | null> {
    if (!('jwt' in dropped) && !('document' in dropped)) return null;
    const checked = await ('jwt' in dropped ? this.credentials.checkJwt(dropped.jwt, now) : this.credentials.check(dropped.document, now));
    const { verdict, facts } = checked;
    if (verdict === 'foreign' || !facts?.issuerId) return null;
    const id = verdict === 'broken' ? null : /^urn:uuid:(.+)$/.exec(facts.credentialId ?? '')?.[1];
    return { id: isId(id) ? ((await this.certificates.one(id, personId))?.id ?? null) : null };
  }

  /** What it says and how far it can be proved, or why it cannot be kept. */
  async look(dropped: Dropped): Promise<Looked | { problem: string }> {
    if ('problem' in dropped) return dropped;
    const words = badgeWords(dropped);
    if (!words) return { problem: 'unreadable' };
    const proven =
      'jwt' in dropped ? provenToken(dropped.jwt) : 'document' in dropped ? await provenDocument(dropped.document) : 'unproven';
    return { ...words, proven, hash: createHash('sha256').update(words.text).digest('hex') };
  }

  /** Keeps it; one that is kept already stays as it is. */
  async keep(write: Writer, personId: string, looked: Looked, now: Date): Promise<void> {
    await write.lock(Person, personId);
    if ((await this.database.read(KeptCertificate).countBy({ personId })) >= MOST_KEPT)
      throw new Refusal('elsewhere.refusal.too-many', { max: MOST_KEPT });
    await write.insertOnce(KeptCertificate, { ...looked, id: newId(), personId, shown: false, addedAt: now });
  }

  async show(write: Writer, id: string, personId: string, shown: boolean): Promise<void> {
    await write.update(KeptCertificate, { id, personId }, { shown });
  }

  async remove(write: Writer, id: string, personId: string): Promise<void> {
    await write.remove(KeptCertificate, { id, personId });
  }
}
