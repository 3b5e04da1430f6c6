import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import { Clock } from '../../web/requests/clock';
import { Log } from '../../web/requests/log';
import { Rounds } from '../../web/requests/rounds';
import { Sittings } from './sittings.service';

const EVERY_MS = 15_000;

/** Lets tables begin whose day and hour has come. */
@Injectable()
export class SittingClock extends Rounds {
  constructor(
    private readonly database: Database,
    private readonly sittings: Sittings,
    private readonly clock: Clock,
    log: Log,
  ) {
    super(EVERY_MS, 'sittings', log);
  }

  /** Returns how many began. */
  async round(): Promise<number> {
    const now = this.clock.now();
    const due = await this.sittings.due(now);
    let begun = 0;
    for (const sitting of due) if (await this.database.write((write) => this.sittings.beginDue(write, sitting, now))) begun++;
    return begun;
  }
}
