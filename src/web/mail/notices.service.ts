import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { NoticeQueries } from './notices.queries';
import { personOfToken, stopToken } from './stop-token';
import { StoppedNotices } from './stopped-notices.entity';

/** Who wants notices by mail, and the links with which they say otherwise (RFC 8058). */
@Injectable()
export class Notices {
  constructor(
    private readonly database: Database,
    private readonly queries: NoticeQueries,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The address behind “stop these letters”; it stays the same as long as the site's secret does. */
  stopAddress(personId: string): string {
    return `${this.settings.baseUrl}/mail/stop/${stopToken(personId, this.settings.sessionSecret)}`;
  }

  /** The person whose link it is, or null when there is none. */
  async personOf(token: string): Promise<string | null> {
    const personId = personOfToken(token, this.settings.sessionSecret);
    return personId && (await this.queries.exists(personId)) ? personId : null;
  }

  async stopped(personId: string): Promise<boolean> {
    return this.database.read(StoppedNotices).existsBy({ personId });
  }

  /** Those of the people who want no notices. */
  async stoppedAmong(personIds: string[]): Promise<ReadonlySet<string>> {
    if (!personIds.length) return new Set();
    const found = await this.database.read(StoppedNotices).findBy({ personId: In(personIds) });
    return new Set(found.map(({ personId }) => personId));
  }

  /** Said again, it is said since the first time. */
  async stop(write: Writer, personId: string, now: Date): Promise<void> {
    await write.insertOnce(StoppedNotices, { personId, stoppedAt: now });
  }

  async start(write: Writer, personId: string): Promise<void> {
    await write.remove(StoppedNotices, { personId });
  }
}
