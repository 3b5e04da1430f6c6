import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Database } from '../../../database/database.service';
import { Clock } from '../../../web/requests/clock';
import { Log } from '../../../web/requests/log';
import { Rounds } from '../../../web/requests/rounds';
import { Reflection } from '../reflection.entity';
import { CommitmentLetters } from './commitment-letters.service';
import { CommitmentQueries } from './commitments.queries';

const EVERY_MS = 60 * 60_000;
const MOST_AT_ONCE = 100;

/** Looks every hour whose commitment is thirty days old. */
@Injectable()
export class Commitments extends Rounds {
  constructor(
    private readonly database: Database,
    private readonly queries: CommitmentQueries,
    private readonly letters: CommitmentLetters,
    private readonly clock: Clock,
    log: Log,
  ) {
    super(EVERY_MS, 'commitments', log);
  }

  /** Returns how many were written to. Of several processes one finds the commitment still waiting. */
  async round(): Promise<number> {
    const now = this.clock.now();
    let sent = 0;
    for (const due of await this.queries.due(now, MOST_AT_ONCE)) {
      await this.database.write(async (write) => {
        if (!(await write.update(Reflection, { id: due.id, remindAt: LessThanOrEqual(now) }, { remindAt: null }))) return;
        await this.letters.put(write, due);
        sent++;
      });
    }
    return sent;
  }
}
