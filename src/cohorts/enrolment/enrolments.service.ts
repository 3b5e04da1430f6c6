import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { Chapters } from '../../chapters/chapters.service';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import { Cohort } from '../cohort.entity';
import { Move } from '../moves/move.entity';
import { closedTo } from '../states/state';
import { WaitingPerson } from '../waiting/waiting-person.entity';
import { Enrolment } from './enrolment.entity';

/** Getting into a cohort, and who is in it. */
@Injectable()
export class Enrolments {
  constructor(
    private readonly database: Database,
    private readonly chapters: Chapters,
  ) {}

  of(cohortId: string, personId: string): Promise<Enrolment | null> {
    return this.database.read(Enrolment).findOneBy({ cohortId, personId });
  }

  /** How many places of a cohort are taken. */
  taken(cohortId: string): Promise<number> {
    return this.database.read(Enrolment).countBy({ cohortId, state: Not('withdrawn') });
  }

  /** How many places are free; without a limit, more than anybody could take. */
  async room({ id, places }: Pick<Cohort, 'id' | 'places'>): Promise<number> {
    return places === null ? Infinity : places - (await this.taken(id));
  }

  /**
   * Takes a person into a cohort and its chapter, once: whoever is in already keeps their enrolment and its history, and nobody waits who is in.
   * Refuses when the cohort is not open, over or full; the lock makes the last place go to one person only. `by` is whoever did it.
   */
  async join(
    write: Writer,
    { id: cohortId }: Pick<Cohort, 'id'>,
    personId: string,
    now: Date,
    by: string | null = personId,
  ): Promise<string> {
    await write.lock(Cohort, cohortId);
    const before = await this.of(cohortId, personId);
    if (before && before.state !== 'withdrawn') return before.id;
    const cohort = await this.database.read(Cohort).findOneByOrFail({ id: cohortId });
    const closed = closedTo(cohort, now);
    if (closed) throw new Refusal(closed);
    if (cohort.places !== null && (await this.room(cohort)) <= 0) throw new Refusal('cohorts.refusal.full', { places: cohort.places });
    await this.chapters.appoint(write, cohort.chapterId, personId, 'trainee', now);
    await write.remove(WaitingPerson, { cohortId, personId });
    if (before) {
      await write.update(Enrolment, { id: before.id }, { state: before.completedAt ? 'completed' : 'active' });
      await write.insert(Move, { id: newId(), enrolmentId: before.id, kind: 'back', toEnrolmentId: null, byId: by, at: now });
      return before.id;
    }
    const id = newId();
    await write.insert(Enrolment, { id, cohortId, personId, state: 'active', joinedAt: now, completedAt: null });
    return id;
  }
}
