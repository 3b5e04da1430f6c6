import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../database/database.service';
import { Ledger } from '../../progress/ledger.service';
import type { Completed } from '../../progress/standing';
import { EarnedCertificate } from './earned-certificate.entity';
import { type Eligibility, eligible, type Goal } from './eligibility';
import { FactQueries } from './facts.queries';
import { Goals, type Pinned } from './goals.service';

/** A certificate that can be earned, and how it stands for somebody. */
export type Prospect = Eligibility & { goal: Goal };

/** How the certificates of a study stand. */
@Injectable()
export class Prospects {
  constructor(
    private readonly database: Database,
    private readonly goals: Goals,
    private readonly ledger: Ledger,
    private readonly facts: FactQueries,
  ) {}

  async of({ enrolmentId, cohort }: { enrolmentId: string; cohort: Pinned }): Promise<Prospect[]> {
    return (await this.ofCohort(cohort, [enrolmentId])).get(enrolmentId)!;
  }

  /** Of several who study the same: as many questions to the database for a thousand people as for one. What was earned once stays earned. */
  async ofCohort(pinned: Pinned, enrolmentIds: string[]): Promise<Map<string, Prospect[]>> {
    const goals = await this.goals.of(pinned);
    const [ledgers, earned, marks] = await Promise.all([
      this.ledger.ofAll(enrolmentIds),
      this.earned(enrolmentIds),
      goals.some(({ requirements }) => requirements.mark) ? this.facts.marks(enrolmentIds) : null,
    ]);
    const prospect = (enrolmentId: string, goal: Goal): Prospect => {
      const before = earned.find((one) => one.enrolmentId === enrolmentId && one.kind === goal.kind && one.about === goal.about);
      if (before) return { goal, earned: true, at: before.at };
      return { goal, ...eligible(goal, { completions: ledgers.get(enrolmentId)!, marks: marks?.get(enrolmentId) ?? [] }) };
    };
    return new Map(enrolmentIds.map((id) => [id, goals.map((goal) => prospect(id, goal))]));
  }

  /** What a ledger has earned; marks are asked for only where nothing else is missing. */
  async earnedBy(enrolmentId: string, pinned: Pinned, completions: readonly Completed[]): Promise<{ goal: Goal; at: Date }[]> {
    const goals = await this.goals.of(pinned);
    const close = goals.filter((goal) => {
      const found = eligible(goal, { completions, marks: [] });
      return found.earned || (!found.missing.steps.length && found.missing.mark);
    });
    if (!close.length) return [];
    const marks = close.some(({ requirements }) => requirements.mark) ? (await this.facts.marks([enrolmentId])).get(enrolmentId)! : [];
    return close.flatMap((goal) => {
      const found = eligible(goal, { completions, marks });
      return found.earned ? [{ goal, at: found.at }] : [];
    });
  }

  private earned(enrolmentIds: string[]): Promise<EarnedCertificate[]> {
    return enrolmentIds.length ? this.database.read(EarnedCertificate).findBy({ enrolmentId: In(enrolmentIds) }) : Promise.resolve([]);
  }
}
