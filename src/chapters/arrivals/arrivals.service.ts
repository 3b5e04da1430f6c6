import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { isDuplicate } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import type { Writer } from '../../database/writer';
import { emailKey } from '../../kernel/email-address';
import type { Language } from '../../kernel/language';
import { Addresses } from '../../people/email/addresses.service';
import { Passwords } from '../../people/password/passwords.service';
import { People, viewerOf } from '../../people/people.service';
import type { Person } from '../../people/person.entity';
import { SignIn } from '../../people/sign-in/sign-in.service';
import type { FormError, Submitted } from '../../web/forms/form.pipe';
import type { ArrivalForm } from './arrival.form';

/** What somebody comes in for. */
export interface Welcome {
  /** Stands for the sender of the one-time form, since nobody is signed in. */
  actor: string;
  /** A new account's first language and time zone. */
  language: Language;
  zone: string;
  /** The address to which the link was mailed, if it was mailed to one: an account with it needs no other letter to confirm it. */
  mailedTo?: string | null;
  /** What is done for them, in the transaction that makes their account; returns the address to go to. */
  work: (write: Writer, personId: string) => Promise<string>;
}

/** Where to go, or what to correct first. */
export type Arrival = { address: string; errors: null } | { address: null; errors: FormError[] };

const corrected = (errors: FormError[]): Arrival => ({ address: null, errors });

/** Lets in whoever fills in the form behind a link: makes their account or checks their password, does what they came for, begins their session. */
@Injectable()
export class Arrivals {
  constructor(
    private readonly people: People,
    private readonly passwords: Passwords,
    private readonly signIn: SignIn,
    private readonly outcomes: Outcomes,
    private readonly addresses: Addresses,
  ) {}

  async admit(request: Request, form: Submitted<ArrivalForm>, welcome: Welcome): Promise<Arrival> {
    if (form.errors.length) return corrected(form.errors);
    const { name, email, password } = form.values;
    if (await this.people.byEmail(email)) return this.known(request, form, welcome);
    const errors = this.passwords.problems(password, [name, email]);
    return errors.length ? corrected(errors) : this.newcomer(request, form, welcome);
  }

  /** Somebody with an account. Wrong passwords are counted as they are when signing in. */
  private async known(request: Request, form: Submitted<ArrivalForm>, { actor, work }: Welcome): Promise<Arrival> {
    const viewer = await this.signIn.check(request, form.values.email);
    if (!viewer) return corrected([{ field: 'password', key: 'chapters.arrival.wrong-password', details: {} }]);
    // Whoever is asked for a code, too, comes back here with it; a password alone does nothing for them.
    if (!(await this.signIn.begin(request, viewer, { next: request.path, kept: null }))) return { address: '/sign-in/code', errors: null };
    return { address: await this.outcomes.run(actor, form.formId, (write) => work(write, viewer.id)), errors: null };
  }

  private async newcomer(request: Request, form: Submitted<ArrivalForm>, welcome: Welcome): Promise<Arrival> {
    const { name, email, password } = form.values;
    const { actor, language, zone, work, mailedTo = null } = welcome;
    const now = request.arrivedAt;
    const emailVerifiedAt = mailedTo && emailKey(mailedTo) === emailKey(email) ? now : null;
    const passwordHash = await this.passwords.hash(password);
    const made: { person: Person | null } = { person: null };
    try {
      const address = await this.outcomes.run(actor, form.formId, async (write) => {
        const person = await this.people.create(write, { name, email, passwordHash, language, zone, emailVerifiedAt }, now);
        if (!emailVerifiedAt) await this.addresses.ask(write, person, language, now);
        write.afterCommit(() => (made.person = person)); // a work may be run again, and only what is committed counts
        return work(write, person.id);
      });
      if (!made.person) return this.known(request, form, welcome); // the second press, while the first was on its way
      await this.signIn.begin(request, viewerOf(made.person));
      return { address, errors: null };
    } catch (error) {
      if (isDuplicate(error)) return this.known(request, form, welcome); // the same person in a second window
      throw error;
    }
  }
}
