import { Injectable } from '@nestjs/common';
import { Cohorts } from '../../cohorts/cohorts.service';
import { Enrolments } from '../../cohorts/enrolment/enrolments.service';
import type { Writer } from '../../database/writer';
import type { CertificateBatch } from './certificate-batch.entity';
import { CertificateRules } from './certificate-rules.service';
import { Pieces } from './pieces.service';
import { RollQueries } from './roll.queries';

const PEOPLE_AT_ONCE = 5; // signing takes its time, and whoever saves an answer waits behind a piece

/** The next few people of a cohort for whoever goes through it. */
@Injectable()
export class RollWork {
  constructor(
    private readonly cohorts: Cohorts,
    private readonly enrolments: Enrolments,
    private readonly queries: RollQueries,
    private readonly rules: CertificateRules,
    private readonly pieces: Pieces,
  ) {}

  count(cohortId: string): Promise<number> {
    return this.enrolments.taken(cohortId);
  }

  /** Issues to the next ones. No people: everybody was looked at. */
  async next(write: Writer, { cohortId, after }: Pick<CertificateBatch, 'cohortId' | 'after'>, now: Date) {
    const people = await this.queries.of(cohortId, after, PEOPLE_AT_ONCE);
    const cohort = (await this.cohorts.byId(cohortId))!;
    const accountNames = await this.rules.accountNames(cohort.chapterId);
    const issued = people.length ? await this.pieces.issue(write, cohort, people, accountNames, now) : 0;
    return { people: people.length, after: people.at(-1)?.enrolmentId ?? after, issued };
  }
}
