import { Injectable } from '@nestjs/common';
import { Clock } from '../../web/requests/clock';
import { Log } from '../../web/requests/log';
import { Rounds } from '../../web/requests/rounds';
import { TableReminders } from './table-reminders.service';

const EVERY_MS = 60_000;

/** Looks every minute at which tables a window has begun, is half over, or nearly over. */
@Injectable()
export class WindowClock extends Rounds {
  constructor(
    private readonly reminders: TableReminders,
    private readonly clock: Clock,
    log: Log,
  ) {
    super(EVERY_MS, 'windows', log);
  }

  /** Returns how many letters were put into the outbox. */
  round(): Promise<number> {
    return this.reminders.send(this.clock.now());
  }
}
