import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../database/database.service';
import type { Writer } from '../database/writer';
import { emailAddress, emailKey } from '../kernel/email-address';
import { newId } from '../kernel/identifier';
import { initials } from '../web/pictures/initials';
import type { Viewer } from '../web/requests/viewer';
import { Person } from './person.entity';

const MEMORY_MS = 5_000; // the longest time for which a suspended account may still open a page in another process

/** Accounts: finding them, making them, keeping the signed-in ones at hand. */
@Injectable()
export class People {
  private readonly viewers = new Map<string, { viewer: Viewer | null; until: number }>();

  constructor(private readonly database: Database) {}

  byEmail(email: string): Promise<Person | null> {
    return this.database.read(Person).findOneBy({ emailKey: emailKey(email) });
  }

  byId(id: string): Promise<Person | null> {
    return this.database.read(Person).findOneBy({ id });
  }

  /** The signed-in person for this request, or null when the account is suspended or gone. */
  async viewer(id: string): Promise<Viewer | null> {
    const known = this.viewers.get(id);
    if (known && known.until > Date.now()) return known.viewer;
    const person = await this.byId(id);
    const viewer = person?.active ? viewerOf(person) : null;
    if (this.viewers.size > 10_000) this.viewers.clear();
    this.viewers.set(id, { viewer, until: Date.now() + MEMORY_MS });
    return viewer;
  }

  async create(
    write: Writer,
    person: Pick<Person, 'name' | 'email' | 'passwordHash' | 'language'> & Partial<Pick<Person, 'zone' | 'steward' | 'emailVerifiedAt'>>,
    now: Date,
  ): Promise<Person> {
    const row: Person = {
      id: newId(),
      name: person.name,
      email: emailAddress(person.email),
      emailKey: emailKey(person.email),
      passwordHash: person.passwordHash,
      language: person.language,
      zone: person.zone ?? null,
      steward: person.steward ?? false,
      active: true,
      createdAt: now,
      emailVerifiedAt: person.emailVerifiedAt ?? null,
      version: 1,
    };
    await write.insert(Person, row);
    return row;
  }

  async change(
    write: Writer,
    id: string,
    change: Partial<Pick<Person, 'name' | 'passwordHash' | 'language' | 'zone' | 'steward' | 'active'>>,
  ): Promise<void> {
    await write.update(Person, { id }, change);
    write.afterCommit(() => this.viewers.delete(id));
  }

  /** Mail to their address has reached them. The first time is what is kept. */
  async confirmAddress(write: Writer, id: string, now: Date): Promise<void> {
    await write.update(Person, { id, emailVerifiedAt: IsNull() }, { emailVerifiedAt: now });
  }

  /** Another address, which is known to be theirs. */
  async readdress(write: Writer, id: string, email: string, now: Date): Promise<void> {
    await write.update(Person, { id }, { email: emailAddress(email), emailKey: emailKey(email), emailVerifiedAt: now });
    write.afterCommit(() => this.viewers.delete(id));
  }

  /** What a person says of themselves; a `Conflict` when they said something else in another window meanwhile. */
  async describe(write: Writer, at: { id: string; version: number }, words: Pick<Person, 'name' | 'language' | 'zone'>): Promise<void> {
    await write.changeAt(Person, at, words);
    write.afterCommit(() => this.viewers.delete(at.id));
  }
}

export function viewerOf({ id, name, email, language, zone, steward }: Person): Viewer {
  return { id, name, initials: initials(name), email, language, zone, steward };
}
