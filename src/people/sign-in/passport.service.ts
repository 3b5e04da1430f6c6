import { Injectable } from '@nestjs/common';
import { PassportSerializer, PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import type { Viewer } from '../../web/requests/viewer';
import { Hashing } from '../password/hashing.service';
import { People, viewerOf } from '../people.service';

/** Signing in with e-mail address and password. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(
    private readonly people: People,
    private readonly hashing: Hashing,
  ) {
    super({ usernameField: 'email', passwordField: 'password' });
  }

  async validate(email: string, password: string): Promise<Viewer | false> {
    const person = await this.people.byEmail(email);
    const right = await this.hashing.matches(person?.passwordHash ?? null, password);
    return right && person?.active ? viewerOf(person) : false;
  }
}

/** A session holds the person's id and nothing else of them. */
@Injectable()
export class PersonSerializer extends PassportSerializer {
  constructor(private readonly people: People) {
    super();
  }

  serializeUser(viewer: Viewer, done: (error: unknown, id?: string) => void): void {
    done(null, viewer.id);
  }

  deserializeUser(id: string, done: (error: unknown, viewer?: Viewer | false) => void): void {
    this.people.viewer(id).then((viewer) => done(null, viewer ?? false), done);
  }
}
