import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import { emailAddress, emailKey } from '../../kernel/email-address';
import type { Language } from '../../kernel/language';
import { Gone } from '../../web/errors/outcomes';
import { Outbox } from '../../web/mail/outbox.service';
import type { OneTimeLink } from '../one-time-link.entity';
import { CONFIRM_AGAIN, OneTimeLinks } from '../one-time-links.service';
import { People } from '../people.service';
import type { Person } from '../person.entity';
import { AddressLetters, CONFIRM_DAYS } from './address-letters.service';

const MINUTES = CONFIRM_DAYS * 24 * 60;
const dead = () => new Gone('people.link.expired', CONFIRM_AGAIN);

/** Whether an address is its person's, and changing it: nothing is true before a letter to it was opened. */
@Injectable()
export class Addresses {
  constructor(
    private readonly people: People,
    private readonly links: OneTimeLinks,
    private readonly outbox: Outbox,
    private readonly letters: AddressLetters,
  ) {}

  /** Sends a letter with a link that confirms the address of now; earlier ones stop working. */
  async ask(write: Writer, person: Person, language: Language, now: Date): Promise<void> {
    const link = { purpose: 'email' as const, personId: person.id, detail: 'own', email: person.email, minutes: MINUTES };
    const token = await this.links.make(write, link, now);
    await this.outbox.put(write, this.letters.confirm(person, token, person.language ?? language));
  }

  /** Sends a link to the new address and a notice to the old one. One that belongs to another account gets no letter; nobody is told. */
  async askChange(write: Writer, person: Person, typed: string, language: Language, now: Date): Promise<void> {
    const email = emailAddress(typed);
    const link = { purpose: 'email' as const, personId: person.id, detail: 'new', email, minutes: MINUTES };
    const token = await this.links.make(write, link, now);
    const spoken = person.language ?? language;
    if (!(await this.people.byEmail(email))) await this.outbox.put(write, this.letters.change(person, email, token, spoken));
    await this.outbox.put(write, this.letters.notice(person, spoken));
  }

  /** Refuses a link that can no longer be used. */
  async look(token: string, now: Date): Promise<void> {
    await this.links.look('email', token, now);
  }

  /** The link, used or not. */
  find(token: string): Promise<OneTimeLink> {
    return this.links.find('email', token);
  }

  /** Uses the link up, and the address it was sent to is the person's. Refuses one for an address that has become another account's, or was given up. */
  async confirm(write: Writer, link: OneTimeLink, now: Date): Promise<void> {
    const { personId, detail, email } = link;
    await this.links.use(write, link, now);
    const person = await this.people.byId(personId!);
    if (detail === 'own') {
      if (person?.emailKey !== emailKey(email!)) throw dead();
      return this.people.confirmAddress(write, personId!, now);
    }
    if (await this.people.byEmail(email!)) throw dead();
    await this.people.readdress(write, personId!, email!, now);
    await this.links.endMailed(write, personId!, now);
  }
}
