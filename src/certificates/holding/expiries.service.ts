import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../web/requests/clock';
import { Log } from '../../web/requests/log';
import { Reminders } from './reminders.service';

const EVERY_MS = 60 * 60_000;

/** Looks every hour whose certificates expire soon. */
@Injectable()
export class Expiries implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly reminders: Reminders,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Returns how many were told. */
  async look(): Promise<number> {
    try {
      return await this.reminders.send(this.clock.now());
    } catch (error) {
      this.log.fault(error, { where: 'expiries' });
      return 0;
    }
  }
}
