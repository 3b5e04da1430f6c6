import { Injectable } from '@nestjs/common';
import { Clock } from '../../web/requests/clock';
import { Log } from '../../web/requests/log';
import { Rounds } from '../../web/requests/rounds';
import { SeatNews } from './seat-news.service';

const EVERY_MS = 30_000;

/** Tells people of their seats once these have been theirs for a while. */
@Injectable()
export class SeatLetterClock extends Rounds {
  constructor(
    private readonly news: SeatNews,
    private readonly clock: Clock,
    log: Log,
  ) {
    super(EVERY_MS, 'seat letters', log);
  }

  /** Returns how many letters were put into the outbox. */
  round(): Promise<number> {
    return this.news.send(this.clock.now());
  }
}
