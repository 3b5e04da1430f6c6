import { Injectable } from '@nestjs/common';
import { Audit } from '../../chapters/audit/audit.service';
import { Content } from '../../content/content.service';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { Refusal } from '../../kernel/refusal';
import { Cohort } from '../cohort.entity';
import { phase } from '../schedule';
import { allows, stateOf } from './state';

/** From draft to open, into the archive and out of it. Pressed twice, each is done once. */
@Injectable()
export class CohortStates {
  constructor(
    private readonly database: Database,
    private readonly content: Content,
    private readonly audit: Audit,
  ) {}

  /** Opens a draft, pinned to what is newest now, since nobody has begun anything. Refuses when its last day has passed. */
  async open(write: Writer, cohortId: string, now: Date): Promise<void> {
    const cohort = await this.locked(write, cohortId);
    if (stateOf(cohort, now) === 'archived') throw new Refusal('states.refusal.archived');
    if (!allows(cohort, 'open', now)) return;
    if (phase(cohort, now) === 'over') throw new Refusal('states.refusal.days-over');
    const { slug } = await this.content.document(cohort.programmeVersionId);
    const programmeVersionId = (await this.content.latest({ kind: 'programme', slug }))!.id;
    const pins = await this.content.pin(programmeVersionId);
    await write.changeAt(Cohort, cohort, { programmeVersionId, pins, openedAt: now });
  }

  /** Puts away what is finished, or was never opened. Refuses while people can get in. */
  async archive(write: Writer, cohortId: string, by: string, now: Date): Promise<void> {
    const cohort = await this.locked(write, cohortId);
    if (cohort.archivedAt) return;
    if (!allows(cohort, 'archive', now)) throw new Refusal('states.refusal.not-finished');
    await write.changeAt(Cohort, cohort, { archivedAt: now });
    await this.audit.note(write, { chapterId: cohort.chapterId, act: 'cohort-archived', actorId: by, objectId: cohortId }, now);
  }

  /** Takes it out again, as what it was before. */
  async bringBack(write: Writer, cohortId: string, by: string, now: Date): Promise<void> {
    const cohort = await this.locked(write, cohortId);
    if (!cohort.archivedAt) return;
    await write.changeAt(Cohort, cohort, { archivedAt: null });
    await this.audit.note(write, { chapterId: cohort.chapterId, act: 'cohort-brought-back', actorId: by, objectId: cohortId }, now);
  }

  private async locked(write: Writer, id: string): Promise<Cohort> {
    await write.lock(Cohort, id);
    return this.database.read(Cohort).findOneByOrFail({ id });
  }
}
