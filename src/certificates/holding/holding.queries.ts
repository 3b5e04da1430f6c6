import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';

/** A chapter in which somebody waits for another name. */
export interface WaitingForName {
  slug: string;
  name: string;
  count: number;
  sinceAt: Date;
}

/** Who waits for what about certificates: a few questions, however many there are. */
@Injectable()
export class HoldingQueries {
  constructor(private readonly database: Database) {}

  /** Of some chapters, those with requests, and since when the first one waits. */
  waiting(chapterIds: readonly string[]): Promise<WaitingForName[]> {
    if (!chapterIds.length) return Promise.resolve([]);
    return this.database.rows<WaitingForName>(
      `SELECT h."slug", h."name", COUNT(*) AS "count", MIN(r."askedAt") AS "sinceAt" FROM "certificate_requests" r
        JOIN "certificates" c ON c."id" = r."certificateId" JOIN "chapters" h ON h."id" = c."chapterId"
        WHERE r."state" = 'waiting' AND c."chapterId" IN (?) GROUP BY h."slug", h."name" ORDER BY MIN(r."askedAt"), h."slug"`,
      [[...chapterIds]],
    );
  }

  /** Valid ones that expire before a moment and of which nobody was told yet, by their ids; the first to expire first. */
  async expiring(now: Date, before: Date, most: number): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      `SELECT c."id" FROM "certificates" c WHERE c."validUntil" > ? AND c."validUntil" <= ? AND c."withdrawnAt" IS NULL AND c."replacedAt" IS NULL
        AND c."personId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "certificate_events" e WHERE e."certificateId" = c."id" AND e."kind" = 'told')
        ORDER BY c."validUntil", c."id" LIMIT ${most}`,
      [now, before],
    );
    return rows.map(({ id }) => id);
  }
}
