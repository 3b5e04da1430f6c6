import { Injectable } from '@nestjs/common';
import { Clock } from '../../web/requests/clock';
import { Log } from '../../web/requests/log';
import { Rounds } from '../../web/requests/rounds';
import { Reminders } from './reminders.service';

const EVERY_MS = 60 * 60_000;

/** Looks every hour whose certificates expire soon. */
@Injectable()
export class Expiries extends Rounds {
  constructor(
    private readonly reminders: Reminders,
    private readonly clock: Clock,
    log: Log,
  ) {
    super(EVERY_MS, 'expiries', log);
  }

  /** Returns how many were told. */
  round(): Promise<number> {
    return this.reminders.send(this.clock.now());
  }
}
