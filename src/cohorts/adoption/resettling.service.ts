import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import { Ledger } from '../../progress/ledger.service';
import { programmeSubject } from '../../progress/subjects';
import type { Cohort } from '../cohort.entity';
import { Enrolment } from '../enrolment/enrolment.entity';
import { Studies } from '../enrolment/studies.service';
import { StudyFollowers } from '../enrolment/study-followers.service';
import { AdoptionQueries } from './adoption.queries';
import { effects, type Effects, unrecorded } from './effects';

type Pinned = Pick<Cohort, 'programmeVersionId' | 'pins'>;

/** How people stand when what they study changes under them. */
@Injectable()
export class Resettling {
  constructor(
    private readonly queries: AdoptionQueries,
    private readonly studies: Studies,
    private readonly ledger: Ledger,
    private readonly followers: StudyFollowers,
  ) {}

  /** What it would do to those who are in a cohort. */
  async effects(cohort: Cohort, newest: Pinned): Promise<Effects> {
    const ledgers = await this.ledger.ofAll(await this.queries.studying(cohort.id));
    return effects(await this.studies.plan(cohort), await this.studies.plan(newest), [...ledgers.values()]);
  }

  /** Records what everybody has earned, by the old versions and by the new ones: of both nothing is lost. */
  async settle(write: Writer, cohort: Cohort, newest: Pinned, now: Date): Promise<void> {
    const [was, will] = [await this.studies.plan(cohort), await this.studies.plan(newest)];
    const people = await this.queries.held(cohort.id);
    const ledgers = await this.ledger.ofAll(people.map(({ id }) => id));
    for (const { id: enrolmentId, personId } of people) {
      const before = unrecorded(was, ledgers.get(enrolmentId)!);
      const known = [...ledgers.get(enrolmentId)!, ...before.map((subject) => ({ subject, at: now }))];
      const subjects = [...before, ...unrecorded(will, known)];
      for (const subject of subjects) await this.ledger.record(write, { enrolmentId, personId, subject, at: now });
      if (subjects.includes(programmeSubject(will.programme)))
        await write.update(Enrolment, { id: enrolmentId, state: 'active' }, { state: 'completed', completedAt: now });
      const completions = [...known, ...subjects.map((subject) => ({ subject, at: now }))];
      await this.followers.tell(write, { enrolmentId, personId, pinned: newest, completions }, now);
    }
  }
}
