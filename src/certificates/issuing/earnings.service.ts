import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StudyFollowers, type Progressed } from '../../cohorts/enrolment/study-followers.service';
import { StudyQueries } from '../../cohorts/enrolment/studies.queries';
import type { Study } from '../../cohorts/enrolment/study';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Person } from '../../people/person.entity';
import type { About } from './certificates.service';
import { EarnedCertificate } from './earned-certificate.entity';
import { Giving } from './giving.service';
import { Names, type PrintedNames } from './names.service';
import { type Prospect, Prospects } from './prospects.service';

/**
 * What an act has earned, in its own transaction: whoever has confirmed a name once has the certificate with it, everybody else is asked
 * for their name. Confirming it issues everything that waits for it.
 */
@Injectable()
export class Earnings implements OnModuleInit {
  constructor(
    private readonly followers: StudyFollowers,
    private readonly studies: StudyQueries,
    private readonly prospects: Prospects,
    private readonly names: Names,
    private readonly giving: Giving,
  ) {}

  onModuleInit(): void {
    this.followers.add((write, progressed, now) => this.follow(write, progressed, now));
  }

  private async follow(write: Writer, { enrolmentId, personId, pinned, completions }: Progressed, now: Date): Promise<void> {
    const earned = await this.prospects.earnedBy(enrolmentId, pinned, completions);
    const fresh: About[] = [];
    for (const { goal, at } of earned) {
      const { kind, about } = goal;
      const row = { id: newId(), enrolmentId, personId, kind, about, at, askedAt: null };
      if (await write.insertOnce(EarnedCertificate, row)) fresh.push({ kind, about });
    }
    if (!fresh.length) return;
    await write.lock(Person, personId); // of a last step and a name that arrive at once, the later one sees the other
    const study = (await this.studies.one(enrolmentId, personId))!;
    await this.giving.give(write, { ...study, cohort: { ...study.cohort, ...pinned } }, fresh, await this.names.of(personId), now);
  }

  /** The name that somebody has confirmed. */
  nameOf(personId: string): Promise<PrintedNames | null> {
    return this.names.of(personId);
  }

  prospectsOf(study: Study): Promise<Prospect[]> {
    return this.prospects.of(study);
  }

  /**
   * Confirms somebody's name, unless it is confirmed, and issues all that they have earned in whichever cohort. Returns the id of the
   * certificate that they asked for; refuses, and confirms nothing, while it is not earned.
   */
  async claim(write: Writer, study: Study, asked: About, typed: PrintedNames, now: Date): Promise<string> {
    const names = await this.names.confirm(write, study.personId, typed, now);
    const id = await this.giving.issue(write, study, names, now, asked);
    for (const one of await this.studies.ofPerson(study.personId)) {
      for (const { goal, earned } of await this.prospects.of(one)) if (earned) await this.giving.issue(write, one, names, now, goal);
    }
    return id;
  }
}
