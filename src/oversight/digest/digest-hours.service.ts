import { Injectable } from '@nestjs/common';
import { Chapters } from '../../chapters/chapters.service';
import { Clock } from '../../web/requests/clock';
import { Log } from '../../web/requests/log';
import { Rounds } from '../../web/requests/rounds';
import { Digests } from './digests.service';

const EVERY_MS = 10 * 60_000;

/** Looks now and then whether it is Monday morning somewhere. */
@Injectable()
export class DigestHours extends Rounds {
  constructor(
    private readonly chapters: Chapters,
    private readonly digests: Digests,
    private readonly clock: Clock,
    log: Log,
  ) {
    super(EVERY_MS, 'digests', log);
  }

  /** Returns how many letters were put into the outbox. */
  async round(): Promise<number> {
    return this.digests.send(await this.chapters.all(), this.clock.now());
  }
}
