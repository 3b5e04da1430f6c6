import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { People } from '../people.service';
import type { Person } from '../person.entity';
import { LinkedIdentity } from './linked-identity.entity';

/** What another site says of somebody who has signed in there. */
export interface Identity {
  issuer: string;
  subject: string;
  /** Only when that site has made sure of it. */
  email: string | null;
}

declare module 'express-session' {
  interface SessionData {
    /** Vouched for, and without an account here: it is linked to the one that is made on the invitation page `at`, until then (ISO). */
    identity?: Identity & { at: string; until: string };
  }
}

/** Which account belongs to somebody whom another site vouches for. */
@Injectable()
export class Identities {
  constructor(
    private readonly database: Database,
    private readonly people: People,
  ) {}

  /**
   * The account that was linked before, or the one whose confirmed address is the one that the other site has made sure of: from then on
   * it is linked. Null when there is none, or when its person has unlinked it: nobody gets an account by signing in elsewhere.
   */
  async personOf(identity: Identity, now: Date): Promise<Person | null> {
    const { issuer, subject } = identity;
    const linked = await this.database.read(LinkedIdentity).findOneBy({ issuer, subject });
    if (linked) return linked.unlinkedAt ? null : this.active(await this.people.byId(linked.personId));
    const person = identity.email ? this.active(await this.people.byEmail(identity.email)) : null;
    if (!person?.emailVerifiedAt) return null; // somebody else may have typed the address
    await this.link(identity, person.id, now);
    return person;
  }

  /** Those of a person, the oldest first. */
  of(personId: string): Promise<LinkedIdentity[]> {
    return this.database.read(LinkedIdentity).find({ where: { personId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** Opens the account no more from this moment on, or again (null). Sessions that it began go on. */
  async mark(write: Writer, { id, personId }: Pick<LinkedIdentity, 'id' | 'personId'>, unlinkedAt: Date | null): Promise<void> {
    await write.update(LinkedIdentity, { id, personId }, { unlinkedAt });
  }

  async link({ issuer, subject }: Identity, personId: string, now: Date): Promise<void> {
    await this.database.write((write) =>
      write.insertOnce(LinkedIdentity, { id: newId(), personId, issuer, subject, createdAt: now, unlinkedAt: null }),
    );
  }

  private active(person: Person | null): Person | null {
    return person?.active ? person : null;
  }
}
