import { Injectable } from '@nestjs/common';
import { StudyQueries } from '../../cohorts/enrolment/studies.queries';
import type { Writer } from '../../database/writer';
import { type About, Certificates } from './certificates.service';
import { Giving } from './giving.service';
import type { Pinned } from './goals.service';
import { Prospects } from './prospects.service';
import { nameFor, type OnRoll } from './roll';

/** A few people of a cohort at a time: whoever has earned something and has a name for it gets it. */
@Injectable()
export class Pieces {
  constructor(
    private readonly prospects: Prospects,
    private readonly certificates: Certificates,
    private readonly studies: StudyQueries,
    private readonly giving: Giving,
  ) {}

  /** Returns how many were issued. What somebody has, or had and lost, they do not get again. */
  async issue(write: Writer, cohort: Pinned, people: readonly OnRoll[], accountNames: boolean, now: Date): Promise<number> {
    const ids = people.map(({ enrolmentId }) => enrolmentId);
    const [prospects, issued] = await Promise.all([this.prospects.ofCohort(cohort, ids), this.certificates.allOf(ids)]);
    const has = new Set(issued.map(({ enrolmentId, kind, about }) => `${enrolmentId} ${kind} ${about}`));
    let count = 0;
    for (const person of people) {
      const { enrolmentId, personId } = person;
      const earned = prospects
        .get(enrolmentId)!
        .filter((one) => one.earned && !has.has(`${enrolmentId} ${one.goal.kind} ${one.goal.about}`))
        .map(({ goal }): About => ({ kind: goal.kind, about: goal.about }));
      const { names } = nameFor(person, accountNames);
      const study = earned.length && names ? await this.studies.one(enrolmentId, personId) : null;
      if (study) count += await this.giving.give(write, study, earned, names, now);
    }
    return count;
  }
}
