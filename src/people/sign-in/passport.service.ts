import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Authenticator } from 'passport';
import { Strategy } from 'passport-local';
import type { Viewer } from '../../web/requests/viewer';
import { Hashing } from '../password/hashing.service';
import { People, viewerOf } from '../people.service';

/** Passport, set up for this application: e-mail and password, and a session that holds the person's id and nothing else of them. */
@Injectable()
export class Passport extends Authenticator {
  constructor(
    private readonly people: People,
    private readonly hashing: Hashing,
  ) {
    super();
    this.use(
      'password',
      new Strategy({ usernameField: 'email', passwordField: 'password' }, (email, password, done) => {
        this.check(email, password).then((viewer) => done(null, viewer), done);
      }),
    );
    this.serializeUser((viewer, done) => done(null, viewer.id));
    this.deserializeUser((id: string, done) => {
      this.people.viewer(id).then((viewer) => done(null, viewer ?? false), done);
    });
  }

  /** Who is signed in, as the session says. Passport's own way makes a strategy with all its functions anew for every request. */
  override session(): RequestHandler {
    return (request: Request, _response: Response, next: NextFunction) => {
      const known = request.session.passport;
      if (!known?.user) return next();
      this.people.viewer(known.user).then((viewer) => {
        if (viewer) this.welcome(request, viewer);
        else delete known.user;
        next();
      }, next);
    };
  }

  /** Gives a request Passport's own words, `logIn` and `logOut`. */
  prepare(request: Request): Promise<void> {
    const prepare = super.session() as (request: Request, response: null, next: (error?: unknown) => void) => void;
    return new Promise((done, failed) => prepare(request, null, (error) => (error ? failed(error as Error) : done())));
  }

  /** On the first page of a day the session is changed, so that the browser gets its cookie for as long as the session lasts from then. */
  private welcome(request: Request, viewer: Viewer): void {
    const today = dayOf(request.arrivedAt);
    request.user = viewer;
    if (request.session.seenOn !== today) request.session.seenOn = today;
  }

  private async check(email: string, password: string): Promise<Viewer | false> {
    const person = await this.people.byEmail(email);
    const right = await this.hashing.matches(person?.passwordHash ?? null, password);
    return right && person?.active ? viewerOf(person) : false;
  }
}

/** The day by which a browser gets its cookie anew. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
