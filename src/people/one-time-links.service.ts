import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import { Database } from '../database/database.service';
import type { Writer } from '../database/writer';
import { newId } from '../kernel/identifier';
import { DeadLink, Gone, type Way } from '../web/errors/outcomes';
import { type LinkPurpose, newToken, OneTimeLink, tokenHash } from './one-time-link.entity';

/** What whoever comes from an invitation can do when it does not work. */
export const SIGN_IN: Way = { address: '/sign-in', label: 'people.sign-in.button', forStrangers: true };

const ASK_AGAIN: Way = { address: '/password/forgotten', label: 'people.link.ask-again', forStrangers: false };
/** What whoever confirms an address can do when the link does not work. */
export const CONFIRM_AGAIN: Way = { address: '/account/email', label: 'people.link.ask-again', forStrangers: false };
const WAYS: Record<LinkPurpose, Way> = {
  password: ASK_AGAIN,
  'first-steward': SIGN_IN,
  role: SIGN_IN,
  email: CONFIRM_AGAIN,
  'sign-in': SIGN_IN,
  ask: SIGN_IN,
};

/** What is mailed to an address, and worth nothing once the account has another one. */
const MAILED: LinkPurpose[] = ['password', 'email', 'sign-in'];

/** Making, looking at and using up one-time links. Looking never uses one up: mail scanners look at everything. */
@Injectable()
export class OneTimeLinks {
  constructor(private readonly database: Database) {}

  /** A new token for a purpose; earlier ones for the same stop working. */
  async make(
    write: Writer,
    link: { purpose: LinkPurpose; personId?: string | null; detail?: string | null; email?: string | null; minutes: number },
    now: Date,
  ): Promise<string> {
    const { purpose, personId = null, detail = null, email = null, minutes } = link;
    const same = { purpose, personId: personId ?? IsNull(), detail: detail ?? IsNull(), usedAt: IsNull(), ...strangers(personId, email) };
    await write.update(OneTimeLink, same, { expiresAt: now });
    const token = newToken();
    await write.insert(OneTimeLink, {
      id: newId(),
      tokenHash: tokenHash(token),
      purpose,
      personId,
      detail,
      email,
      expiresAt: new Date(now.getTime() + minutes * 60_000),
      usedAt: null,
    });
    return token;
  }

  /** The link, used or not: whoever sends a form a second time is to get the outcome of the first. */
  async find(purpose: LinkPurpose, token: string): Promise<OneTimeLink> {
    const link = await this.database.read(OneTimeLink).findOneBy({ tokenHash: tokenHash(token), purpose });
    if (link) return link;
    throw new DeadLink('people.link.unknown', WAYS[purpose]);
  }

  /** The link, when it can still be used; says kindly why not otherwise. */
  async look(purpose: LinkPurpose, token: string, now: Date): Promise<OneTimeLink> {
    const link = await this.find(purpose, token);
    if (link.usedAt) throw new Gone('people.link.used', WAYS[purpose]);
    if (link.expiresAt <= now) throw new Gone('people.link.expired', WAYS[purpose]);
    return link;
  }

  /** Uses it up; of fifty at once exactly one gets through. */
  async use(write: Writer, link: OneTimeLink, now: Date): Promise<void> {
    if (link.expiresAt <= now && !link.usedAt) throw new Gone('people.link.expired', WAYS[link.purpose]);
    const used = await write.update(OneTimeLink, { id: link.id, usedAt: IsNull() }, { usedAt: now });
    if (used !== 1) throw new Gone('people.link.used', WAYS[link.purpose]);
  }

  /** Links that were mailed to an address of this person stop working. */
  async endMailed(write: Writer, personId: string, now: Date): Promise<void> {
    await write.update(OneTimeLink, { personId, purpose: In(MAILED), usedAt: IsNull() }, { expiresAt: now });
  }

  prune(before: Date): Promise<number> {
    return this.database.write((write) => write.remove(OneTimeLink, { expiresAt: LessThan(before) }));
  }
}

/** Links to addresses without an account are told apart by the address. */
const strangers = (personId: string | null, email: string | null) => (personId === null && email !== null ? { email } : {});
