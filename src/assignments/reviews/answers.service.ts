import { Injectable } from '@nestjs/common';
import { Audit } from '../../chapters/audit/audit.service';
import { Conflict } from '../../database/conflict';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import type { Levels } from '../marking';
import { isAnswerable } from '../works/state';
import { Work } from '../works/work.entity';
import { Review, type Verdict } from './review.entity';
import { Settling } from './settling.service';

/** What somebody of the team has decided about a work. */
export interface Answered {
  levels: Levels;
  comment: string;
  verdict: Verdict;
}

/** The answers of teams to works. */
@Injectable()
export class Answers {
  constructor(
    private readonly database: Database,
    private readonly settling: Settling,
    private readonly audit: Audit,
  ) {}

  /**
   * Answers a work as somebody saw it; a `Conflict` when it has changed since, because somebody else was first. Refuses the reviewer's own
   * work, and one that waits for no answer.
   */
  async answer(
    write: Writer,
    { id, version }: { id: string; version: number },
    { chapterId, reviewerId }: { chapterId: string; reviewerId: string },
    { levels, comment, verdict }: Answered,
    now: Date,
  ): Promise<void> {
    await write.lock(Work, id);
    const work = await this.database.read(Work).findOneBy({ id });
    if (!work) throw new NotFound();
    if (work.personId === reviewerId) throw new Refusal('assignments.refusal.own');
    if (work.version !== version) throw new Conflict('Work', id);
    if (!isAnswerable(work.state)) throw new Refusal('assignments.refusal.not-waiting');
    const review = { id: newId(), workId: id, number: work.number, reviewerId, peer: false, levels, comment, verdict };
    await write.insert(Review, { ...review, takenAt: now, givenAt: now });
    await this.settling.settle(write, work, verdict, now);
    const act = verdict === 'accepted' ? 'work-accepted' : 'work-returned';
    await this.audit.note(write, { chapterId, act, actorId: reviewerId, subjectId: work.personId, objectId: id }, now);
  }
}
