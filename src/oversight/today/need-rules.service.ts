import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Repeats } from '../../cohorts/repeats.service';
import { Conflict } from '../../database/conflict';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { CohortNeedRules } from './need-rules.entity';
import { type NeedRules, USUAL_RULES } from './needs';

/** The rules of a cohort, and the version they are at: 0 while they are the usual ones. */
export interface SetRules {
  rules: NeedRules;
  version: number;
}

/** When somebody in a cohort needs its team. */
@Injectable()
export class NeedRulesOfCohorts implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly repeats: Repeats,
  ) {}

  onModuleInit(): void {
    this.repeats.add(async (write, from, to) => {
      const { rules, version } = await this.of(from);
      if (version > 0) await this.change(write, to, 0, rules);
    });
  }

  async of(cohortId: string): Promise<SetRules> {
    return (await this.ofAll([cohortId])).get(cohortId)!;
  }

  /** One question, however many cohorts. */
  async ofAll(cohortIds: readonly string[]): Promise<Map<string, SetRules>> {
    const usual = new Map<string, SetRules>(cohortIds.map((id) => [id, { rules: USUAL_RULES, version: 0 }]));
    if (!cohortIds.length) return usual;
    const rows = await this.database.read(CohortNeedRules).findBy({ cohortId: In([...cohortIds]) });
    for (const { cohortId, version, notStartedDays, failedTries, wrongInARow, silentDays } of rows) {
      usual.set(cohortId, { version, rules: { notStartedDays, failedTries, wrongInARow, silentDays } });
    }
    return usual;
  }

  /** Changes rules as somebody saw them; throws Conflict when somebody else has changed them since. */
  async change(write: Writer, cohortId: string, version: number, rules: NeedRules): Promise<void> {
    if (version === 0) {
      if (await write.insertOnce(CohortNeedRules, { id: newId(), cohortId, ...rules, version: 1 })) return;
      throw new Conflict('CohortNeedRules', cohortId);
    }
    const row = await this.database.read(CohortNeedRules).findOneBy({ cohortId });
    if (!row) throw new Conflict('CohortNeedRules', cohortId);
    await write.changeAt(CohortNeedRules, { id: row.id, version }, rules);
  }
}
