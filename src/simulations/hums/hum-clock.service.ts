import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import { newId } from '../../kernel/identifier';
import { Clock } from '../../web/requests/clock';
import { Log } from '../../web/requests/log';
import { Rounds } from '../../web/requests/rounds';
import { CohortTables } from '../together/cohort-tables.service';
import { Hums } from './hums.service';

const EVERY_MS = 5_000;

/** Closes hums that nobody closed before the table went on: ballots do not outlive the moment for which they were given. */
@Injectable()
export class HumClock extends Rounds {
  constructor(
    private readonly database: Database,
    private readonly hums: Hums,
    private readonly together: CohortTables,
    private readonly clock: Clock,
    log: Log,
  ) {
    super(EVERY_MS, 'hums', log);
  }

  /** Returns how many it closed. */
  async round(): Promise<number> {
    const over = await this.hums.over();
    for (const { tableId, hum } of over) {
      await this.database.write(async (write) => {
        const act = { id: newId(), command: await this.hums.closing(write, tableId, hum), text: null };
        await this.together.direct(write, tableId, 'machine', act, '', this.clock.now());
      });
    }
    return over.length;
  }
}
