import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { tokenHash } from '../../people/one-time-link.entity';
import { Cohort } from '../cohort.entity';
import { CohortInvitation } from './cohort-invitation.entity';

/** Invitation links of cohorts: made with the cohort, shown to its leads, opened by anyone who holds one. */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async make(write: Writer, cohortId: string, now: Date): Promise<void> {
    const id = newId();
    await write.insert(CohortInvitation, { id, cohortId, tokenHash: tokenHash(this.token(id)), createdAt: now });
  }

  /** The link's address, or null when the site's secret has changed since it was made: then only those who have it know it. */
  async addressOf(cohortId: string): Promise<string | null> {
    const invitation = await this.database.read(CohortInvitation).findOneBy({ cohortId });
    if (!invitation || tokenHash(this.token(invitation.id)) !== invitation.tokenHash) return null;
    return `${this.settings.baseUrl}/join/${this.token(invitation.id)}`;
  }

  /** Takes back the link and makes a new one. */
  async renew(write: Writer, cohortId: string, now: Date): Promise<void> {
    await write.remove(CohortInvitation, { cohortId });
    await this.make(write, cohortId, now);
  }

  async cohortOf(token: string): Promise<Cohort | null> {
    const invitation = await this.database.read(CohortInvitation).findOneBy({ tokenHash: tokenHash(token) });
    return invitation && this.database.read(Cohort).findOneBy({ id: invitation.cohortId });
  }

  /** 132 bits that follow from the invitation's id and the site's secret. */
  private token(id: string): string {
    return createHmac('sha256', this.settings.sessionSecret).update(`invitation ${id}`).digest('base64url').slice(0, 22);
  }
}
