import { Injectable } from '@nestjs/common';
import { type Pins, pinName } from '../../content/content.service';
import type { Reference } from '../../content/package';
import { Database } from '../../database/database.service';

/** What adopting asks about many rows at once. */
@Injectable()
export class AdoptionQueries {
  constructor(private readonly database: Database) {}

  /** The newest version of every package there is. */
  async newest(): Promise<Pins> {
    const rows = await this.database.rows<Reference & { id: string }>(
      `SELECT v."id", v."kind", v."slug" FROM "content_versions" v
        WHERE v."number" = (SELECT MAX(o."number") FROM "content_versions" o WHERE o."kind" = v."kind" AND o."slug" = v."slug")`,
    );
    return Object.fromEntries(rows.map((row) => [pinName(row), row.id]));
  }

  /** Everybody who is or was in a cohort; until the transaction ends nobody of them finishes anything. */
  held(cohortId: string): Promise<{ id: string; personId: string }[]> {
    return this.database.changed('UPDATE "enrolments" SET "state" = "state" WHERE "cohortId" = ? RETURNING "id", "personId"', [cohortId]);
  }

  /** The enrolments of those who have not withdrawn. */
  async studying(cohortId: string): Promise<string[]> {
    const sql = `SELECT "id" FROM "enrolments" WHERE "cohortId" = ? AND "state" <> 'withdrawn' ORDER BY "id"`;
    return (await this.database.rows<{ id: string }>(sql, [cohortId])).map(({ id }) => id);
  }
}
