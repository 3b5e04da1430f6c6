import { Injectable } from '@nestjs/common';
import type { Cohort } from '../../cohorts/cohort.entity';
import { StudyQueries } from '../../cohorts/enrolment/studies.queries';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { EarnedCertificate } from './earned-certificate.entity';
import { Giving } from './giving.service';
import { Goals } from './goals.service';
import { mayBeAsked } from './roll';
import { type RollLine, Rolls } from './rolls.service';

/** Asking everybody in a cohort for the name without which their certificate waits. */
@Injectable()
export class Reminders {
  constructor(
    private readonly rolls: Rolls,
    private readonly goals: Goals,
    private readonly studies: StudyQueries,
    private readonly giving: Giving,
  ) {}

  /** One letter each, and none to whom one went within three days. Returns how many were asked. */
  async ask(write: Writer, cohort: Cohort, now: Date): Promise<number> {
    const asked = new Set<string>();
    for (const goal of await this.goals.of(cohort)) {
      for (const line of await this.rolls.of(cohort, goal)) {
        if (!waitsForName(line, now) || asked.has(line.personId)) continue;
        const { enrolmentId, personId } = line;
        const study = (await this.studies.one(enrolmentId, personId))!;
        const { kind, about } = goal;
        await write.insertOnce(EarnedCertificate, { id: newId(), enrolmentId, personId, kind, about, at: line.at, askedAt: null });
        await this.giving.ask(write, study, { kind, about }, now);
        asked.add(personId);
      }
    }
    return asked.size;
  }
}

function waitsForName(line: RollLine, now: Date): line is RollLine & { state: 'earned' } {
  return line.state === 'earned' && line.confirmedName === null && line.reachable && mayBeAsked(line.askedAt, now);
}
