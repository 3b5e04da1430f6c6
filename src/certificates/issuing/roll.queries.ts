import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { OnRoll } from './roll';

/** Who is in a cohort, with the names that certificates could carry. */
@Injectable()
export class RollQueries {
  constructor(private readonly database: Database) {}

  /** In the order of their enrolments' ids, behind one of them; at most so many. */
  async of(cohortId: string, after = '', most = 1_000_000): Promise<OnRoll[]> {
    const rows = await this.database.rows<Omit<OnRoll, 'reachable'> & { reachable: number }>(
      `SELECT e."id" AS "enrolmentId", e."personId", p."name" AS "accountName", CASE WHEN p."emailVerifiedAt" IS NULL THEN 0 ELSE 1 END AS "reachable",
          n."name" AS "confirmedName", n."latinName"
        FROM "enrolments" e JOIN "people" p ON p."id" = e."personId" LEFT JOIN "certificate_names" n ON n."personId" = p."id"
        WHERE e."cohortId" = ? AND e."state" <> 'withdrawn' AND e."id" > ? ORDER BY e."id" LIMIT ?`,
      [cohortId, after, most],
    );
    return rows.map((row) => ({ ...row, reachable: row.reachable === 1 }));
  }
}
