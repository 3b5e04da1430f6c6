import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { isId } from '../../kernel/identifier';
import { People } from '../../people/people.service';
import type { Viewer } from '../../web/requests/viewer';
import { CalendarTurn } from './calendar-turn.entity';

/** Private addresses of calendars: whoever has one reads what its person may read, for as long as they may. */
@Injectable()
export class CalendarAddresses {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The address of all that a person studies. Of one cohort it goes on with `/cohorts/` and its id. */
  async of(personId: string): Promise<string> {
    return `${this.settings.baseUrl}/calendar/${this.token(personId, await this.turn(personId))}`;
  }

  /** Whose address it is; null for one that was never made, was replaced, or whose person is gone. */
  async personOf(token: string): Promise<Viewer | null> {
    if (!/^[\w-]{44}$/.test(token)) return null;
    const hex = Buffer.from(token.slice(0, 22), 'base64url').toString('hex');
    const personId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    if (!isId(personId)) return null;
    const known = this.token(personId, await this.turn(personId));
    return timingSafeEqual(Buffer.from(token), Buffer.from(known)) ? this.people.viewer(personId) : null;
  }

  /** Takes back a person's addresses and makes new ones. */
  async renew(write: Writer, personId: string): Promise<void> {
    const turn = (await this.turn(personId)) + 1;
    await write.upsert(CalendarTurn, { personId, turn }, ['personId']);
  }

  private async turn(personId: string): Promise<number> {
    return (await this.database.read(CalendarTurn).findOneBy({ personId }))?.turn ?? 0;
  }

  /** The person's id, and 132 bits that follow from it, from how often it was renewed, and from the site's secret. */
  private token(personId: string, turn: number): string {
    const seal = createHmac('sha256', this.settings.sessionSecret).update(`calendar ${personId} ${turn}`).digest('base64url').slice(0, 22);
    return Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url') + seal;
  }
}
