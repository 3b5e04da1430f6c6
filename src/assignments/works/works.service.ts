import { Injectable } from '@nestjs/common';
import { Conflict } from '../../database/conflict';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import type { AssignmentPlace } from './assignment-step.guard';
import { isOpen } from './state';
import { Work } from './work.entity';
import { WorkVersion } from './work-version.entity';

/** What somebody has written so far. */
export interface Written {
  text: string;
  links: string[];
}

/** What people write and hand in. */
@Injectable()
export class Works {
  constructor(private readonly database: Database) {}

  at({ study, module, step }: Pick<AssignmentPlace, 'study' | 'module' | 'step'>): Promise<Work | null> {
    return this.database.read(Work).findOneBy({ enrolmentId: study.enrolmentId, module, step });
  }

  byId(id: string): Promise<Work | null> {
    return this.database.read(Work).findOneBy({ id });
  }

  /** The versions that were handed in, the first one first. */
  versionsOf(workId: string): Promise<WorkVersion[]> {
    return this.database.read(WorkVersion).find({ where: { workId }, order: { number: 'ASC' } });
  }

  /**
   * Keeps what is being written. A `Conflict` when it was changed on another page since the version that this one began with, unless both
   * say the same; refuses while the work is with its reviewers.
   */
  async save(write: Writer, place: AssignmentPlace, written: Written, version: number, now: Date): Promise<Work> {
    const before = await this.at(place);
    if (!before) return this.begin(write, place, written, version, now);
    await write.lock(Work, before.id);
    const work = (await this.byId(before.id))!;
    if (!isOpen(work.state)) throw new Refusal('assignments.refusal.handed-in');
    const same = work.text === written.text && JSON.stringify(work.links) === JSON.stringify(written.links);
    await write.changeAt(Work, { id: work.id, version: same ? work.version : version }, { ...written, savedAt: now });
    return (await this.byId(work.id))!;
  }

  /** Hands in what was saved, as the next version. */
  async handIn(write: Writer, { id, version, number, text, links }: Work, now: Date): Promise<void> {
    await write.insert(WorkVersion, { id: newId(), workId: id, number: number + 1, text, links, handedInAt: now });
    await write.changeAt(Work, { id, version }, { state: 'waiting', number: number + 1, handedInAt: now, savedAt: now });
  }

  private async begin(write: Writer, place: AssignmentPlace, written: Written, version: number, now: Date): Promise<Work> {
    const { study, module, step, assignmentVersionId } = place;
    const work: Work = {
      id: newId(),
      enrolmentId: study.enrolmentId,
      personId: study.personId,
      assignmentVersionId,
      module,
      step,
      ...written,
      state: 'draft',
      number: 0,
      reviewsGiven: 0,
      savedAt: now,
      handedInAt: null,
      answeredAt: null,
      version: 1,
    };
    if (version !== 0 || !(await write.insertOnce(Work, work))) throw new Conflict('Work', study.enrolmentId);
    return work;
  }
}
