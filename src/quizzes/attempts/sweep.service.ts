import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../web/requests/clock';
import { Log } from '../../web/requests/log';
import { AttemptQueries } from './attempts.queries';
import { Endings } from './endings.service';

const EVERY_MS = 30_000;

/** Ends the attempts of people who walked away. Several processes can be at it: whatever one has noted, another finds done. */
@Injectable()
export class Sweep implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private working = false;

  constructor(
    private readonly queries: AttemptQueries,
    private readonly endings: Endings,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Returns how many attempts were looked at. One that fails stops no other. */
  async sweep(): Promise<number> {
    if (this.working) return 0;
    this.working = true;
    const now = this.clock.now();
    let looked = 0;
    try {
      for (let after = ''; ;) {
        const ids = await this.queries.dueBy(now, after);
        for (const id of ids) await this.look(id, now);
        looked += ids.length;
        if (!ids.length) return looked;
        after = ids.at(-1)!;
      }
    } catch (error) {
      this.log.fault(error, { where: 'sweep' });
      return looked;
    } finally {
      this.working = false;
    }
  }

  private async look(id: string, now: Date): Promise<void> {
    try {
      await this.endings.look(id, now);
    } catch (error) {
      this.log.fault(error, { where: 'sweep', attempt: id });
    }
  }
}
