import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Database } from '../../database/database.service';
import { TooManyTries } from '../../web/errors/outcomes';
import { FailedTry } from './failed-try.entity';
import { afterFailure, type Limited, waitFor } from './tries';

/** Counts wrong tries in the database, so that a restart forgives nobody. */
@Injectable()
export class Tries {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Refuses when any of these has been tried too often. */
  async check(limited: Limited[], now: Date, reason: string): Promise<void> {
    for (const { name, limit } of limited) {
      const seconds = waitFor(await this.database.read(FailedTry).findOneBy({ key: this.key(name) }), limit, now);
      if (seconds > 0) throw new TooManyTries(reason, seconds);
    }
  }

  /** One more time for each: a wrong guess, or a letter that was asked for. */
  async failed(limited: Limited[], now: Date): Promise<void> {
    await this.database.write(async (write) => {
      for (const { name, limit } of limited) {
        const key = this.key(name);
        const before = await this.database.read(FailedTry).findOneBy({ key });
        await write.upsert(FailedTry, { key, ...afterFailure(before, limit, now) }, ['key']);
      }
    });
  }

  /** A right password forgets the wrong ones of that account. */
  async succeeded(name: string): Promise<void> {
    await this.database.write((write) => write.remove(FailedTry, { key: this.key(name) }));
  }

  prune(now: Date): Promise<number> {
    return this.database.write((write) => write.remove(FailedTry, { at: LessThan(new Date(now.getTime() - 86_400_000)) }));
  }

  private key(name: string): string {
    return createHmac('sha256', this.settings.sessionSecret).update(name).digest('base64url');
  }
}
