import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Viewer } from '../../web/requests/viewer';
import { deviceOf } from '../../web/sessions/device';
import { sessionSaved } from '../../web/sessions/flash';
import { People, viewerOf } from '../people.service';
import type { Person } from '../person.entity';
import { Identities } from '../single-sign-on/identities.service';
import { SecondFactors } from '../second-factor/second-factors.service';
import { dayOf, Passport } from './passport.service';
import { limitsOf, TOO_MANY } from './tries';
import { Tries } from './tries.service';

/** Where somebody goes once they are signed in, and the fields of a form that waits for it (JSON). */
export interface Going {
  next: string | null;
  kept: string | null;
}

/** Signed in but for the second step: this browser may type a code for a while, and do nothing else. */
export interface Waiting extends Going {
  person: string;
  /** Stands for the password of then: a new one ends the waiting. */
  stamp: string;
  /** ISO. */
  until: string;
}

declare module 'express-session' {
  interface SessionData {
    waiting?: Waiting;
  }
}

const WAITING_MINUTES = 10;
const NOWHERE: Going = { next: null, kept: null };

/** Signing in and out of this browser. */
@Injectable()
export class SignIn {
  constructor(
    private readonly passport: Passport,
    private readonly tries: Tries,
    private readonly people: People,
    private readonly factors: SecondFactors,
    private readonly identities: Identities,
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

  /**
   * Begins a session under a new id, so that an id known from before is worth nothing. Whoever has a second step switched on is not
   * signed in yet: then it returns false, and the way goes on to the page that asks for the code.
   */
  async begin(request: Request, viewer: Pick<Viewer, 'id'>, going = NOWHERE): Promise<boolean> {
    const person = (await this.people.byId(viewer.id))!;
    if (!(await this.factors.on(person.id))) {
      await this.open(request, person);
      return true;
    }
    await new Promise<void>((renewed, failed) =>
      request.session.regenerate((error: unknown) => (error ? failed(error as Error) : renewed())),
    );
    const until = new Date(request.arrivedAt.getTime() + WAITING_MINUTES * 60_000).toISOString();
    request.session.waiting = { person: person.id, stamp: stampOf(person), until, ...going };
    await sessionSaved(request);
    return false;
  }

  /** Who waits for the second step in this browser, and for what; null when nobody does, or no longer. */
  async waiting({ session, arrivedAt }: Request): Promise<(Going & { person: Person }) | null> {
    const { waiting } = session;
    if (!waiting || new Date(waiting.until) <= arrivedAt) return null;
    const person = await this.people.byId(waiting.person);
    return person?.active && stampOf(person) === waiting.stamp ? { person, next: waiting.next, kept: waiting.kept } : null;
  }

  /** The session itself, for somebody of whom nothing more is asked. */
  async open(request: Request, person: Person): Promise<void> {
    const { identity } = request.session;
    await this.passport.prepare(request);
    await new Promise<void>((begun, failed) =>
      request.logIn(viewerOf(person), (error: unknown) => (error ? failed(error as Error) : begun())),
    );
    const { session, arrivedAt } = request;
    session.device = deviceOf(request.get('user-agent'));
    session.begunAt = arrivedAt.toISOString();
    session.seenOn = dayOf(arrivedAt);
    await sessionSaved(request); // the browser goes on before the answer has ended, and its next page must not find less
    // On the invitation page to which they were sent with it: from now on they sign in that way.
    if (identity?.at === request.path && new Date(identity.until) > arrivedAt) await this.identities.link(identity, person.id, arrivedAt);
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

const stampOf = ({ passwordHash }: Person): string => createHash('sha256').update(passwordHash).digest('base64url').slice(0, 22);
