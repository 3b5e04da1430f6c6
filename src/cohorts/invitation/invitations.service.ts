import { createHmac } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { tokenHash } from '../../people/one-time-link.entity';
import { Cohort } from '../cohort.entity';
import { Repeats } from '../repeats.service';
import { CohortInvitation } from './cohort-invitation.entity';
import { lastDay, type LinkState, linkState, renewed } from './terms';

/** A cohort's open link as its team sees it. */
export interface OpenLink extends CohortInvitation {
  /** Null when the site's secret has changed since it was made: then only those who have it know it. */
  address: string | null;
  state: LinkState;
  /** The last day on which it works. */
  until: string;
}

/** Invitation links of cohorts: made with the cohort, shown to its leads, opened by anyone who holds one. */
@Injectable()
export class Invitations implements OnModuleInit {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly repeats: Repeats,
  ) {}

  onModuleInit(): void {
    this.repeats.add(async (write, from, to) => {
      const link = await this.database.read(CohortInvitation).findOneBy({ cohortId: from });
      if (link?.most) await write.update(CohortInvitation, { cohortId: to }, { most: link.most });
    });
  }

  async make(write: Writer, cohortId: string, now: Date, terms: Partial<CohortInvitation> = {}): Promise<void> {
    const id = newId();
    await write.insert(CohortInvitation, { id, cohortId, tokenHash: tokenHash(this.token(id)), createdAt: now, ...terms });
  }

  /** The link's address, or null when the site's secret has changed since it was made. */
  async addressOf(cohortId: string): Promise<string | null> {
    const invitation = await this.database.read(CohortInvitation).findOneBy({ cohortId });
    return invitation && this.shown(invitation);
  }

  async ofCohort(cohort: Cohort, now: Date): Promise<OpenLink> {
    const invitation = await this.database.read(CohortInvitation).findOneByOrFail({ cohortId: cohort.id });
    const state = linkState(invitation, cohort, now);
    return { ...invitation, state, until: lastDay(invitation, cohort), address: this.shown(invitation) };
  }

  /** Takes the link back for good and makes a new one, on the same terms. */
  async renew(write: Writer, cohort: Cohort, now: Date): Promise<void> {
    const before = await this.hold(write, cohort.id);
    await write.remove(CohortInvitation, { cohortId: cohort.id });
    await this.make(write, cohort.id, now, before ? { ...renewed(before, cohort, now), version: before.version + 1 } : {});
  }

  /** Changes its terms as somebody saw them; throws Conflict when they were changed since. */
  async change(write: Writer, link: { id: string; version: number }, terms: Pick<CohortInvitation, 'lastsUntil' | 'most'>): Promise<void> {
    await write.changeAt(CohortInvitation, link, terms);
  }

  /** Closes it, or opens it again. False when it was so already. */
  async close(write: Writer, cohortId: string, closed: boolean, now: Date): Promise<boolean> {
    const before = await this.hold(write, cohortId);
    if (!before || (before.closedAt !== null) === closed) return false;
    await write.update(CohortInvitation, { id: before.id }, { closedAt: closed ? now : null });
    return true;
  }

  byToken(token: string): Promise<CohortInvitation | null> {
    return this.database.read(CohortInvitation).findOneBy({ tokenHash: tokenHash(token) });
  }

  /** The link as it is now. Whoever comes by it, closes it or replaces it waits for the others, as for the last place of the cohort. */
  async hold(write: Writer, cohortId: string): Promise<CohortInvitation | null> {
    await write.lock(Cohort, cohortId);
    return this.database.read(CohortInvitation).findOneBy({ cohortId });
  }

  /** One more came by a link that is held. */
  async count(write: Writer, { id, came }: CohortInvitation): Promise<void> {
    await write.update(CohortInvitation, { id }, { came: came + 1 });
  }

  private shown({ id, tokenHash: hash }: CohortInvitation): string | null {
    const token = this.token(id);
    return tokenHash(token) === hash ? `${this.settings.baseUrl}/join/${token}` : null;
  }

  /** 132 bits that follow from the invitation's id and the site's secret. */
  private token(id: string): string {
    return createHmac('sha256', this.settings.sessionSecret).update(`invitation ${id}`).digest('base64url').slice(0, 22);
  }
}
