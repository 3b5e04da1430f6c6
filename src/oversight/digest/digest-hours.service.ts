import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Chapters } from '../../chapters/chapters.service';
import { Clock } from '../../web/requests/clock';
import { Log } from '../../web/requests/log';
import { Digests } from './digests.service';

const EVERY_MS = 10 * 60_000;

/** Looks now and then whether it is Monday morning somewhere. */
@Injectable()
export class DigestHours implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly chapters: Chapters,
    private readonly digests: Digests,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Returns how many letters were put into the outbox. */
  async look(): Promise<number> {
    try {
      return await this.digests.send(await this.chapters.all(), this.clock.now());
    } catch (error) {
      this.log.fault(error, { where: 'digests' });
      return 0;
    }
  }
}
