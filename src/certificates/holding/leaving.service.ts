import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { Certificate } from '../certificate.entity';
import { newCode } from '../code';
import { CertificateEvent } from './certificate-event.entity';
import { Histories } from './histories.service';
import { Successors } from './successors.service';

/** What somebody may choose for their certificates. */
export const FAREWELLS = ['nameless', 'named', 'none'] as const;
export type FarewellChoice = (typeof FAREWELLS)[number];

const NOBODY = { name: '', latinName: null, credential: null };

/**
 * What becomes of the certificates of somebody who deletes their account. An account that ends is no reason to doubt them, so they stay
 * valid, and files that somebody kept are still confirmed.
 *   nameless: files of them can be checked, and name nobody here any more; their numbers lead nowhere.
 *   named: they stay as they are.
 *   none: they are withdrawn, and their numbers lead nowhere.
 */
@Injectable()
export class LeavingHolders {
  constructor(
    private readonly database: Database,
    private readonly successors: Successors,
    private readonly histories: Histories,
  ) {}

  /** The ids of all that somebody holds, before they go. */
  async of(personId: string): Promise<string[]> {
    return (await this.database.read(Certificate).find({ where: { personId }, select: { id: true } })).map(({ id }) => id);
  }

  /** One that was replaced never keeps its name, whatever was chosen. What teams wrote about it goes. */
  async leave(write: Writer, ids: readonly string[], choice: FarewellChoice, now: Date): Promise<void> {
    if (!ids.length) return;
    for (const certificate of await this.database.read(Certificate).findBy({ id: In([...ids]) })) {
      const { id, replacedAt, withdrawnAt } = certificate;
      const current = !replacedAt && !withdrawnAt;
      if (choice === 'none' && current) await this.successors.revoked(write, certificate, now);
      const ends = choice === 'none' ? { code: newCode(), ...(current && { withdrawnAt: now, withdrawnFor: 'erasure' as const }) } : {};
      const named = choice === 'named' && !replacedAt;
      if (!named) await write.update(Certificate, { id }, { ...NOBODY, ...ends });
      await write.update(CertificateEvent, { certificateId: id }, { note: null });
      await this.histories.note(write, { certificateId: id, kind: 'erased', actorId: null }, now);
      this.successors.forgetPrints(write, id);
    }
  }
}
