import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../web/requests/viewer';
import { People } from '../people.service';
import { limitsOf, TOO_MANY } from '../sign-in/tries';
import { Tries } from '../sign-in/tries.service';
import { Hashing } from './hashing.service';

/** Whether whoever sits at a browser that is signed in knows the password, too. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly people: People,
    private readonly hashing: Hashing,
    private readonly tries: Tries,
  ) {}

  /** Wrong ones are counted as they are when signing in; refuses when there were too many. */
  async matches(viewer: Viewer, password: string, from: { ip: string | undefined; now: Date }): Promise<boolean> {
    const limited = limitsOf(viewer.email, from.ip);
    await this.tries.check(limited, from.now, TOO_MANY);
    const person = await this.people.byId(viewer.id);
    const right = await this.hashing.matches(person?.passwordHash ?? null, password);
    if (!right) await this.tries.failed(limited, from.now);
    return right;
  }
}
