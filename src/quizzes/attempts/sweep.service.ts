import { Injectable } from '@nestjs/common';
import { Clock } from '../../web/requests/clock';
import { Log } from '../../web/requests/log';
import { Rounds } from '../../web/requests/rounds';
import { AttemptQueries } from './attempts.queries';
import { Endings } from './endings.service';

const EVERY_MS = 30_000;

/** Ends the attempts of people who walked away. Several processes can be at it: whatever one has noted, another finds done. */
@Injectable()
export class Sweep extends Rounds {
  constructor(
    private readonly queries: AttemptQueries,
    private readonly endings: Endings,
    private readonly clock: Clock,
    log: Log,
  ) {
    super(EVERY_MS, 'sweep', log);
  }

  /** Returns how many attempts were looked at. One that fails stops no other. */
  async round(): Promise<number> {
    const now = this.clock.now();
    let looked = 0;
    for (let after = ''; ;) {
      const ids = await this.queries.dueBy(now, after);
      for (const id of ids) await this.look(id, now);
      looked += ids.length;
      if (!ids.length) return looked;
      after = ids.at(-1)!;
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
