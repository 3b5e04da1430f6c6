import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import { Ledger } from '../../progress/ledger.service';
import { programmeSubject } from '../../progress/subjects';
import { ExtraTimes } from '../allowances/extra-times.service';
import { OwnDeadlines } from '../allowances/own-days.service';
import type { Cohort } from '../cohort.entity';
import { Enrolment } from '../enrolment/enrolment.entity';
import { Studies } from '../enrolment/studies.service';
import { StudyFollowers } from '../enrolment/study-followers.service';
import { carried } from './carrying';
import type { Place } from './moves.service';

/** What somebody who is moved brings along: what they have done, and the time they were given. */
@Injectable()
export class Belongings {
  constructor(
    private readonly studies: Studies,
    private readonly ledger: Ledger,
    private readonly extraTimes: ExtraTimes,
    private readonly deadlines: OwnDeadlines,
    private readonly followers: StudyFollowers,
  ) {}

  /** How many of somebody's finished steps count in each of these cohorts, in their order. */
  async counting(enrolmentId: string, cohorts: readonly Cohort[]): Promise<number[]> {
    const lines = await this.ledger.of(enrolmentId);
    return Promise.all(
      cohorts.map(
        async (cohort) => carried(await this.studies.plan(cohort), lines).filter(({ subject }) => subject.startsWith('step:')).length,
      ),
    );
  }

  /** To an enrolment in another cohort. What was done in both comes along with its first dates; of time, what the enrolment has already stays. */
  async bring(write: Writer, { enrolmentId: old, personId }: Place, enrolmentId: string, to: Cohort, now: Date): Promise<void> {
    const plan = await this.studies.plan(to);
    const lines = carried(plan, [...(await this.ledger.of(enrolmentId)), ...(await this.ledger.of(old))]);
    for (const { subject, at } of lines) await this.ledger.record(write, { enrolmentId, personId, subject, at });
    const whole = lines.find(({ subject }) => subject === programmeSubject(plan.programme));
    if (whole) await write.update(Enrolment, { id: enrolmentId, state: 'active' }, { state: 'completed', completedAt: whole.at });
    await this.extraTimes.bring(write, old, enrolmentId);
    const modules = plan.modules.map(({ slug }) => slug);
    await this.deadlines.bring(write, old, enrolmentId, modules);
    await this.followers.tell(write, { enrolmentId, personId, pinned: to, completions: lines }, now);
  }
}
