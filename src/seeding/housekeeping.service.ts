import { Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Imports } from '../cohorts/roster/imports/imports.service';
import { Outcomes } from '../database/outcomes.service';
import { OneTimeLinks } from '../people/one-time-links.service';
import { Tries } from '../people/sign-in/tries.service';
import { Letters } from '../web/mail/letters.service';
import { Clock } from '../web/requests/clock';
import { Log } from '../web/requests/log';
import { Rounds } from '../web/requests/rounds';
import { SessionStore } from '../web/sessions/session-store.service';

const DAY_MS = 86_400_000;
const EVERY_MS = DAY_MS / 24;

/** Throws away what has had its time: ended sessions, sent forms, old links, old failures, old letters. */
@Injectable()
export class Housekeeping extends Rounds {
  constructor(
    private readonly clock: Clock,
    log: Log,
    private readonly modules: ModuleRef,
  ) {
    super(EVERY_MS, 'housekeeping', log);
  }

  async round(): Promise<void> {
    const now = this.clock.now();
    await this.of(SessionStore).prune();
    await this.of(Outcomes).prune(new Date(now.getTime() - DAY_MS));
    await this.of(OneTimeLinks).prune(new Date(now.getTime() - 30 * DAY_MS));
    await this.of(Imports).prune(new Date(now.getTime() - 30 * DAY_MS));
    await this.of(Tries).prune(now);
    await this.of(Letters).prune(now);
  }

  private of<T>(service: Type<T>): T {
    return this.modules.get(service, { strict: false });
  }
}
