import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import type { Language } from '../../kernel/language';
import { Outbox } from '../../web/mail/outbox.service';
import type { OneTimeLink } from '../one-time-link.entity';
import { OneTimeLinks } from '../one-time-links.service';
import { People } from '../people.service';
import type { Person } from '../person.entity';
import { SignInLetter } from './sign-in-letter.service';
import { LINK_MINUTES } from './sign-in.view';

const LONGEST_NEXT = 200;

/** Signing in by a link in a mail, in whatever browser it is opened. */
@Injectable()
export class MailedLinks {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly links: OneTimeLinks,
    private readonly outbox: Outbox,
    private readonly letter: SignInLetter,
  ) {}

  /** Sends a link when there is such an account; says nothing either way. `next`: where to go then, within this site. */
  async ask(email: string, next: string | null, language: Language, now: Date): Promise<void> {
    const person = await this.people.byEmail(email);
    if (!person?.active) return;
    const detail = next && next.length <= LONGEST_NEXT ? next : null;
    await this.database.write(async (write) => {
      const link = { purpose: 'sign-in' as const, personId: person.id, detail, email: person.email, minutes: LINK_MINUTES };
      const token = await this.links.make(write, link, now);
      await this.outbox.put(write, this.letter.write(person, token, person.language ?? language));
    });
  }

  /** Refuses a link that can no longer be used. */
  async look(token: string, now: Date): Promise<void> {
    await this.links.look('sign-in', token, now);
  }

  /** The link, used or not, and whom it signs in. */
  async find(token: string): Promise<{ link: OneTimeLink; person: Person | null }> {
    const link = await this.links.find('sign-in', token);
    return { link, person: await this.people.byId(link.personId!) };
  }

  /** Uses the link up. Whoever holds it reads mail to the address. */
  async use(write: Writer, link: OneTimeLink, now: Date): Promise<void> {
    await this.links.use(write, link, now);
    await this.people.confirmAddress(write, link.personId!, now);
  }
}
