import { Injectable } from '@nestjs/common';
import { emailKey } from '../../kernel/email-address';
import { Refusal } from '../../kernel/refusal';
import type { Writer } from '../../database/writer';
import { SIGN_IN } from '../../people/one-time-links.service';
import { DeadLink, Gone } from '../../web/errors/outcomes';
import type { Cohort } from '../cohort.entity';
import { Cohorts } from '../cohorts.service';
import { Enrolments } from '../enrolment/enrolments.service';
import { Joining } from '../enrolment/joining.service';
import type { CohortInvitation } from './cohort-invitation.entity';
import { Invitations } from './invitations.service';
import { PersonalInvitation } from './personal-invitation.entity';
import { PersonalInvitations } from './personal-invitations.service';
import { linkState } from './terms';

/** The way into a cohort that a link opens: for everybody who holds it, or for one address. */
export interface Entrance {
  cohort: Cohort;
  /** The cohort's own link, for everybody who holds it. */
  open: CohortInvitation | null;
  /** Or one that was sent to somebody. */
  personal: PersonalInvitation | null;
}

const dead = () => new DeadLink('chapters.link.dead', SIGN_IN);

/** Links into cohorts: finding what one opens, and going in. */
@Injectable()
export class Entrances {
  constructor(
    private readonly invitations: Invitations,
    private readonly personal: PersonalInvitations,
    private readonly cohorts: Cohorts,
    private readonly enrolments: Enrolments,
    private readonly joining: Joining,
  ) {}

  /** What a link opens. One that was replaced or taken back leads nowhere. */
  async find(token: string): Promise<Entrance> {
    const open = await this.invitations.byToken(token);
    const personal = open ? null : await this.personal.byToken(token);
    const cohortId = open?.cohortId ?? personal?.cohortId;
    const cohort = cohortId === undefined ? null : await this.cohorts.byId(cohortId);
    if (!cohort || personal?.withdrawnAt) throw dead();
    return { cohort, open, personal };
  }

  /** Refuses who may not go in by it: somebody with another address, or whoever comes too late. */
  check({ cohort, open, personal }: Entrance, viewer: { email: string } | null, now: Date): void {
    const state = open && linkState(open, cohort, now);
    if (state === 'closed') throw new Gone('ways.link.closed', SIGN_IN);
    if (state === 'expired') throw new Gone('ways.link.expired', SIGN_IN);
    if (!personal) return;
    if (viewer && emailKey(viewer.email) !== personal.emailKey) throw new Refusal('roster.refusal.other-address');
    if (personal.acceptedAt) throw new Gone('roster.link.used', SIGN_IN);
    if (personal.expiresAt <= now) throw new Gone('roster.link.expired', SIGN_IN);
  }

  /** The same for whoever is about to go in, and whom the team took out: the link that everybody has is no way back. */
  async welcome(entrance: Entrance, person: { id: string; email: string }, now: Date): Promise<void> {
    this.check(entrance, person, now);
    if (!entrance.personal) await this.joining.welcome(entrance.cohort.id, person.id);
  }

  /** Where somebody goes on who is in already, or null. */
  async next({ cohort }: Entrance, personId: string, now: Date): Promise<string | null> {
    const enrolment = await this.enrolments.of(cohort.id, personId);
    return enrolment && enrolment.state !== 'withdrawn' ? this.joining.next(cohort, enrolment.id, now) : null;
  }

  /**
   * Takes somebody in and uses a personal invitation up, both or neither; returns where to go. Whoever is in already goes on, so that two
   * windows at once are one enrolment. Refuses what was taken back, used or became too old while the page was open.
   */
  async enter(write: Writer, entrance: Entrance, person: { id: string; email: string }, now: Date): Promise<string> {
    const { cohort, personal } = entrance;
    if (!personal) return this.enterByLink(write, entrance, person, now);
    await write.lock(PersonalInvitation, personal.id);
    const stored = await this.personal.byId(personal.id);
    if (!stored || stored.withdrawnAt) throw dead();
    const next = await this.next(entrance, person.id, now);
    if (next) return next;
    this.check({ cohort, open: null, personal: stored }, person, now);
    const address = await this.joining.join(write, cohort, person.id, now);
    await write.update(PersonalInvitation, { id: stored.id }, { acceptedAt: now });
    return address;
  }

  /** By the link for everybody. Those who come at once come one after the other, so that no more come than it was made for. */
  private async enterByLink(write: Writer, { cohort, open }: Entrance, person: { id: string; email: string }, now: Date): Promise<string> {
    const stored = await this.invitations.hold(write, cohort.id);
    const entrance = { cohort: (await this.cohorts.byId(cohort.id))!, open: stored, personal: null };
    if (!stored || stored.id !== open?.id) throw dead();
    const next = await this.next(entrance, person.id, now);
    if (next) return next;
    await this.welcome(entrance, person, now);
    if (linkState(stored, entrance.cohort, now) === 'spent') throw new Refusal('ways.link.spent', { most: stored.most! });
    const address = await this.joining.join(write, entrance.cohort, person.id, now);
    await this.invitations.count(write, stored);
    return address;
  }
}
