import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { emailAddress, emailKey } from '../../kernel/email-address';
import { newId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { tokenHash } from '../../people/one-time-link.entity';
import type { Cohort } from '../cohort.entity';
import { InvitationLetters } from './invitation-letters.service';
import { PersonalInvitation } from './personal-invitation.entity';

export const INVITATION_DAYS = 30;
const DAY_MS = 86_400_000;
const LETTERS_APART_MS = 3_600_000;

/** Asking people by mail into a cohort: the letter, sending it again, taking it back. */
@Injectable()
export class PersonalInvitations {
  constructor(
    private readonly database: Database,
    private readonly letters: InvitationLetters,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Asks somebody, with a letter; one that was taken back, was used or is too old makes room for the new one. Returns the invitation's id. */
  async invite(write: Writer, cohort: Cohort, person: { name: string; email: string }, by: string, now: Date): Promise<string> {
    const [id, key] = [newId(), emailKey(person.email)];
    await write.remove(PersonalInvitation, { cohortId: cohort.id, emailKey: key });
    const invitation: PersonalInvitation = {
      id,
      cohortId: cohort.id,
      name: person.name,
      email: emailAddress(person.email),
      emailKey: key,
      tokenHash: tokenHash(this.token(id)),
      invitedBy: by,
      createdAt: now,
      sentAt: now,
      expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY_MS),
      acceptedAt: null,
      withdrawnAt: null,
    };
    await write.insert(PersonalInvitation, invitation);
    await this.letters.invite(write, cohort, { ...invitation, token: this.token(id) });
    return id;
  }

  /** The same letter once more, with the same link and new time. Refuses within an hour of the last one. */
  async sendAgain(write: Writer, cohort: Cohort, id: string, now: Date): Promise<void> {
    const { sentAt, email } = await this.waiting(cohort.id, id);
    if (now.getTime() - sentAt.getTime() < LETTERS_APART_MS) throw new Refusal('roster.refusal.just-sent');
    const token = this.token(id);
    const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
    await write.update(PersonalInvitation, { id }, { sentAt: now, expiresAt, tokenHash: tokenHash(token) });
    await this.letters.invite(write, cohort, { email, token, expiresAt });
  }

  /** Takes it back; false when it was used before. */
  async takeBack(write: Writer, cohortId: string, id: string, now: Date): Promise<boolean> {
    const unused = { id, cohortId, acceptedAt: IsNull(), withdrawnAt: IsNull() };
    return (await write.update(PersonalInvitation, unused, { withdrawnAt: now })) === 1;
  }

  byToken(token: string): Promise<PersonalInvitation | null> {
    return this.database.read(PersonalInvitation).findOneBy({ tokenHash: tokenHash(token) });
  }

  byId(id: string): Promise<PersonalInvitation | null> {
    return this.database.read(PersonalInvitation).findOneBy({ id });
  }

  /** An invitation of the cohort that was not used and not taken back; to anybody else there is none. */
  private async waiting(cohortId: string, id: string): Promise<PersonalInvitation> {
    const found = await this.byId(id);
    if (found?.cohortId !== cohortId || found.acceptedAt || found.withdrawnAt) throw new NotFound();
    return found;
  }

  /** 132 bits that follow from the invitation's id and the site's secret: a second letter can hold the same link, though only its hash is kept. */
  private token(id: string): string {
    return createHmac('sha256', this.settings.sessionSecret).update(`personal invitation ${id}`).digest('base64url').slice(0, 22);
  }
}
