import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import type { Language } from '../../kernel/language';
import { Outbox } from '../../web/mail/outbox.service';
import { OneTimeLinks } from '../one-time-links.service';
import type { OneTimeLink } from '../one-time-link.entity';
import { People } from '../people.service';
import type { Person } from '../person.entity';
import { RESET_MINUTES } from './password.view';
import { ResetLetter } from './reset-letter.service';

/** A forgotten password: a link by mail, and a new password for the one who holds it. */
@Injectable()
export class Resets {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly links: OneTimeLinks,
    private readonly outbox: Outbox,
    private readonly letter: ResetLetter,
  ) {}

  /** Sends a link when there is such an account; says nothing either way. */
  async ask(email: string, language: Language, now: Date): Promise<void> {
    const person = await this.people.byEmail(email);
    if (!person?.active) return;
    await this.database.write(async (write) => {
      const token = await this.links.make(write, { purpose: 'password', personId: person.id, minutes: RESET_MINUTES }, now);
      await this.outbox.put(write, this.letter.write(person, token, person.language ?? language));
    });
  }

  /** Refuses a link that can no longer be used. */
  async look(token: string, now: Date): Promise<void> {
    await this.links.look('password', token, now);
  }

  /** The link, used or not, and whose password it changes. */
  async find(token: string): Promise<{ link: OneTimeLink; person: Person }> {
    const link = await this.links.find('password', token);
    return { link, person: (await this.people.byId(link.personId!))! };
  }

  /** Uses the link up and changes the password, both or neither. Whoever holds the link reads mail to the address. */
  async change(write: Writer, link: OneTimeLink, passwordHash: string, now: Date): Promise<void> {
    await this.links.use(write, link, now);
    await this.people.change(write, link.personId!, { passwordHash });
    await this.people.confirmAddress(write, link.personId!, now);
    await this.links.endMailed(write, link.personId!, now); // whoever knew the old password may have asked for another address
  }
}
