import { Injectable } from '@nestjs/common';
import { Audit } from '../../chapters/audit/audit.service';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { CertificateRule } from './certificate-rule.entity';

/** What chapters have decided about their certificates. */
@Injectable()
export class CertificateRules {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Whether a lead may issue under the names of accounts; nobody may before the chapter has said so. */
  async accountNames(chapterId: string): Promise<boolean> {
    return (await this.database.read(CertificateRule).findOneBy({ chapterId }))?.accountNames ?? false;
  }

  async change(write: Writer, chapterId: string, accountNames: boolean, actorId: string, now: Date): Promise<void> {
    if ((await this.accountNames(chapterId)) === accountNames) return;
    await write.upsert(CertificateRule, { chapterId, accountNames }, ['chapterId']);
    await this.audit.note(write, { chapterId, act: 'certificate-rule-changed', actorId }, now);
  }
}
