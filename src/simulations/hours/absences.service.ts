import { Injectable } from '@nestjs/common';
import { Conflict } from '../../database/conflict';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import type { Longer } from '../engine/commands';
import { TableQueries } from '../tables/tables.queries';
import type { Absence } from './absence';
import { AbsenceRule } from './absence-rule.entity';
import { HoursQueries } from './hours.queries';

/** What has to be known of the people at a table: where they live, who has more time, and what becomes of whoever is away. */
@Injectable()
export class Absences {
  constructor(
    private readonly database: Database,
    private readonly queries: HoursQueries,
    private readonly tables: TableQueries,
  ) {}

  zonesAt(tableId: string): Promise<string[]> {
    return this.queries.zonesAt(tableId);
  }

  longerTurnsAt(tableId: string): Promise<Longer> {
    return this.tables.longerTurns(tableId);
  }

  /** Version 0 where nobody has said anything yet. */
  async ruleOf(tableId: string): Promise<Pick<AbsenceRule, 'rule' | 'version'>> {
    return (await this.database.read(AbsenceRule).findOneBy({ tableId })) ?? { rule: 'proceed', version: 0 };
  }

  /** Refuses (`Conflict`) what comes from a page that did not know the rule of now. */
  async choose(write: Writer, tableId: string, rule: Absence, version: number): Promise<void> {
    const chosen = version
      ? (await write.update(AbsenceRule, { tableId, version }, { rule, version: version + 1 })) === 1
      : await write.insertOnce(AbsenceRule, { tableId, rule, version: 1 });
    if (!chosen) throw new Conflict('absence rule', tableId);
  }
}
