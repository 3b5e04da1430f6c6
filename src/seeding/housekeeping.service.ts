import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Imports } from '../cohorts/roster/imports/imports.service';
import { Outcomes } from '../database/outcomes.service';
import { OneTimeLinks } from '../people/one-time-links.service';
import { Tries } from '../people/sign-in/tries.service';
import { Letters } from '../web/mail/letters.service';
import { Clock } from '../web/requests/clock';
import { Log } from '../web/requests/log';
import { SessionStore } from '../web/sessions/session-store.service';

const DAY_MS = 86_400_000;
const EVERY_MS = DAY_MS / 24;

/** Throws away what has had its time: ended sessions, sent forms, old links, old failures, old letters. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly modules: ModuleRef,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tidy(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  async tidy(): Promise<void> {
    const now = this.clock.now();
    try {
      await this.of(SessionStore).prune();
      await this.of(Outcomes).prune(new Date(now.getTime() - DAY_MS));
      await this.of(OneTimeLinks).prune(new Date(now.getTime() - 30 * DAY_MS));
      await this.of(Imports).prune(new Date(now.getTime() - 30 * DAY_MS));
      await this.of(Tries).prune(now);
      await this.of(Letters).prune(now);
    } catch (error) {
      this.log.fault(error, { where: 'housekeeping' });
    }
  }

  private of<T>(service: Type<T>): T {
    return this.modules.get(service, { strict: false });
  }
}
