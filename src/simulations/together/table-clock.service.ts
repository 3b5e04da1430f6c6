import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Database } from '../../database/database.service';
import { Clock } from '../../web/requests/clock';
import { Log } from '../../web/requests/log';
import { Rounds } from '../../web/requests/rounds';
import { SimulationTable } from '../tables/simulation-table.entity';
import { CohortTables } from './cohort-tables.service';

const EVERY_MS = 1_000;
const MOST_AT_ONCE = 50;

/** Moves tables on whose time has come: phases that are over, turns that are over, announcements. Several processes can be at it. */
@Injectable()
export class TableClock extends Rounds {
  constructor(
    private readonly database: Database,
    private readonly tables: CohortTables,
    private readonly clock: Clock,
    log: Log,
  ) {
    super(EVERY_MS, 'tables', log);
  }

  /** Returns how many tables it looked after. */
  async round(): Promise<number> {
    const now = this.clock.now();
    const where = { dueAt: LessThanOrEqual(now) };
    const due = await this.database
      .read(SimulationTable)
      .find({ where, select: { id: true }, order: { dueAt: 'ASC' }, take: MOST_AT_ONCE });
    for (const { id } of due) await this.database.write((write) => this.tables.tick(write, id, now));
    return due.length;
  }
}
