import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
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
  constructor(private readonly database: Database) {}

  of(cohortId: string, personId: string): Promise<Enrolment | null> {
    return this.database.read(Enrolment).findOneBy({ cohortId, personId });
  }

  /** Everybody in a cohort, in the order in which they joined. */
  inCohort(cohortId: string): Promise<Enrolment[]> {
    return this.database.read(Enrolment).find({ where: { cohortId, state: Not('withdrawn') }, order: { joinedAt: 'ASC', id: 'ASC' } });
  }

  /** How many people are in each of several cohorts. */
  async counts(cohortIds: string[]): Promise<Map<string, number>> {
    if (!cohortIds.length) return new Map();
    const rows = await this.database.read(Enrolment).find({ where: { cohortId: In(cohortIds), state: Not('withdrawn') }, select: { id: true, cohortId: true } });
    const counts = new Map<string, number>();
    for (const { cohortId } of rows) counts.set(cohortId, (counts.get(cohortId) ?? 0) + 1);
    return counts;
  }

  /**
   * Takes a person in, once: whoever is in already keeps their enrolment and its history.
   * Refuses when the cohort is over or full; the lock makes the last place go to one person only.
   */
  async join(write: Writer, cohort: Cohort, personId: string, now: Date): Promise<string> {
    await write.lock(Cohort, cohort.id);
    const before = await this.of(cohort.id, personId);
    if (before && before.state !== 'withdrawn') return before.id;
    if (phase(cohort, now) === 'over') throw new Refusal('cohorts.refusal.over', {});
    const taken = await this.database.read(Enrolment).countBy({ cohortId: cohort.id, state: Not('withdrawn') });
    if (cohort.places !== null && taken >= cohort.places) throw new Refusal('cohorts.refusal.full', { places: cohort.places });
    if (before) {
      await write.update(Enrolment, { id: before.id }, { state: 'active' });
      return before.id;
    }
    const id = newId();
    await write.insert(Enrolment, { id, cohortId: cohort.id, personId, state: 'active', joinedAt: now, completedAt: null });
    return id;
  }
}
