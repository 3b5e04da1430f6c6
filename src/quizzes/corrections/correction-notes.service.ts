import { Injectable } from '@nestjs/common';
import { Audit } from '../../chapters/audit/audit.service';
import { Conflict } from '../../database/conflict';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import type { Policy } from './corrections';
import { CorrectionQueries } from './corrections.queries';
import { KeyChanges } from './key-changes.service';
import { QuestionCorrection } from './question-correction.entity';
import type { Proposal } from './regrading.service';

/** How a correction is made: what becomes of earlier attempts, why, by whom, and from which chapter's page. */
export interface Made {
  policy: Policy;
  reason: string;
  byId: string;
  seenIn: string;
  /** how many corrections of the quiz its maker had seen */
  known: number;
}

/** Notes corrections, and has the audit know of them. */
@Injectable()
export class CorrectionNotes {
  constructor(
    private readonly queries: CorrectionQueries,
    private readonly audit: Audit,
    private readonly changes: KeyChanges,
  ) {}

  /** Lays a new key over a question; throws Conflict when another correction came meanwhile. */
  async add(write: Writer, { slug, questionHash, chapterId, structure, texts }: Proposal, made: Made, now: Date): Promise<string> {
    const { policy, reason, byId, seenIn, known } = made;
    if ((await this.queries.inChapter(slug, seenIn)).length !== known) throw new Conflict('QuestionCorrection', questionHash);
    const id = newId();
    const row = { id, quizSlug: slug, questionHash, chapterId, structure, texts, policy, reason, byId, at: now, regradedAt: null };
    await write.insert(QuestionCorrection, row);
    await this.audit.note(write, { chapterId: seenIn, act: 'key-corrected', actorId: byId, objectId: id }, now);
    await this.changes.tell(write, { slug, chapterId, structure, texts, byId }, now);
    return id;
  }
}
