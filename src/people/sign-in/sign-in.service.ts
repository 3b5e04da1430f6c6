import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Viewer } from '../../web/requests/viewer';
import { deviceOf } from '../../web/sessions/device';
import { dayOf, Passport } from './passport.service';
import { limitsOf, TOO_MANY } from './tries';
import { Tries } from './tries.service';

/** Signing in and out of this browser. */
@Injectable()
export class SignIn {
  constructor(
    private readonly passport: Passport,
    private readonly tries: Tries,
  ) {}

  /** The person, when e-mail and password belong together; null when not. Refuses when it has been tried too often. */
  async check(request: Request, email: string): Promise<Viewer | null> {
    const [account, address] = limitsOf(email, request.ip);
    const now = request.arrivedAt;
    await this.tries.check([account, address], now, TOO_MANY);
    const viewer = await new Promise<Viewer | false>((found, failed) => {
      const strategy = this.passport.authenticate('password', (error: unknown, person?: Viewer | false) =>
        error ? failed(error as Error) : found(person ?? false),
      );
      (strategy as (request: Request) => void)(request);
    });
    if (!viewer) await this.tries.failed([account, address], now);
    else await this.tries.succeeded(account.name);
    return viewer || null;
  }

  /** Begins a session under a new id, so that an id known from before is worth nothing. */
  async begin(request: Request, viewer: Viewer): Promise<void> {
    await this.passport.prepare(request);
    await new Promise<void>((begun, failed) => request.logIn(viewer, (error: unknown) => (error ? failed(error as Error) : begun())));
    const { session, arrivedAt } = request;
    session.device = deviceOf(request.get('user-agent'));
    session.begunAt = arrivedAt.toISOString();
    session.seenOn = dayOf(arrivedAt);
  }

  async end(request: Request): Promise<void> {
    await this.passport.prepare(request);
    return new Promise((ended, failed) =>
      request.logOut((error: unknown) =>
        error ? failed(error as Error) : request.session.destroy((e: unknown) => (e ? failed(e as Error) : ended())),
      ),
    );
  }
}
