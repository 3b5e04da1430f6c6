import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Cohort } from '../../cohorts/cohort.entity';
import { Database } from '../../database/database.service';
import { type About, Certificates } from './certificates.service';
import { EarnedCertificate } from './earned-certificate.entity';
import { CertificateRules } from './certificate-rules.service';
import { type Prospect, Prospects } from './prospects.service';
import { nameFor, type NameWait, type OnRoll } from './roll';
import { RollQueries } from './roll.queries';

/** How a certificate stands for somebody in a cohort. */
export type RollState =
  | { state: 'issued' | 'withdrawn'; code: string; issuedAt: Date }
  /** Earned, and not issued: because of the name, or because nobody has pressed yet. */
  | { state: 'earned'; at: Date; waits: NameWait | null; askedAt: Date | null }
  | { state: 'lacks'; prospect: Prospect & { earned: false } };

export type RollLine = OnRoll & RollState;

/** How everybody in a cohort stands towards its certificates. */
@Injectable()
export class Rolls {
  constructor(
    private readonly database: Database,
    private readonly queries: RollQueries,
    private readonly prospects: Prospects,
    private readonly certificates: Certificates,
    private readonly rules: CertificateRules,
  ) {}

  /** As many questions to the database for a thousand people as for one. */
  async of(cohort: Cohort, { kind, about }: About): Promise<RollLine[]> {
    const people = await this.queries.of(cohort.id);
    const ids = people.map(({ enrolmentId }) => enrolmentId);
    const [prospects, issued, accountNames, asked] = await Promise.all([
      this.prospects.ofCohort(cohort, ids),
      this.certificates.allOf(ids),
      this.rules.accountNames(cohort.chapterId),
      this.askedAt(ids),
    ]);
    return people.map((person): RollLine => {
      const { enrolmentId } = person;
      const own = issued.filter((one) => one.enrolmentId === enrolmentId && one.kind === kind && one.about === about).at(-1);
      if (own) return { ...person, state: own.withdrawnAt ? 'withdrawn' : 'issued', code: own.code, issuedAt: own.issuedAt };
      const prospect = prospects.get(enrolmentId)!.find(({ goal }) => goal.kind === kind && goal.about === about)!;
      if (!prospect.earned) return { ...person, state: 'lacks', prospect };
      const { waits } = nameFor(person, accountNames);
      return { ...person, state: 'earned', at: prospect.at, waits, askedAt: asked.get(enrolmentId) ?? null };
    });
  }

  private async askedAt(ids: string[]): Promise<Map<string, Date | null>> {
    const rows = ids.length ? await this.database.read(EarnedCertificate).findBy({ enrolmentId: In(ids) }) : [];
    return new Map(rows.map(({ enrolmentId, askedAt }) => [enrolmentId, askedAt]));
  }
}
