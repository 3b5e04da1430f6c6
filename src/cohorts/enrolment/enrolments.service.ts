import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { Chapters } from '../../chapters/chapters.service';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import { Cohort } from '../cohort.entity';
import { phase } from '../schedule';
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

  /**
   * Takes a person into a cohort and its chapter, once: whoever is in already keeps their enrolment and its history.
   * Refuses when the cohort is over or full; the lock makes the last place go to one person only.
   */
  async join(write: Writer, { id: cohortId }: Pick<Cohort, 'id'>, personId: string, now: Date): Promise<string> {
    await write.lock(Cohort, cohortId);
    const before = await this.of(cohortId, personId);
    if (before && before.state !== 'withdrawn') return before.id;
    const cohort = await this.database.read(Cohort).findOneByOrFail({ id: cohortId });
    if (phase(cohort, now) === 'over') throw new Refusal('cohorts.refusal.over');
    if (cohort.places !== null && (await this.taken(cohortId)) >= cohort.places) {
      throw new Refusal('cohorts.refusal.full', { places: cohort.places });
    }
    await this.chapters.appoint(write, cohort.chapterId, personId, 'trainee', now);
    if (before) {
      await write.update(Enrolment, { id: before.id }, { state: before.completedAt ? 'completed' : 'active' });
      return before.id;
    }
    const id = newId();
    await write.insert(Enrolment, { id, cohortId, personId, state: 'active', joinedAt: now, completedAt: null });
    return id;
  }
}
