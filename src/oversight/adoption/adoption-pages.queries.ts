import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';

/** How many people are in the middle of something, by the version that it is pinned to. */
export interface InTheMiddle {
  attempts: Map<string, number>;
  tables: Map<string, number>;
  works: Map<string, number>;
}

/** What goes on in a cohort while its leads think about newer versions. */
@Injectable()
export class InTheMiddleQueries {
  constructor(private readonly database: Database) {}

  async of(cohortId: string, now: Date): Promise<InTheMiddle> {
    const [attempts, tables, works] = await Promise.all([
      this.database.rows<{ versionId: string; people: number }>(
        `SELECT a."quizVersionId" AS "versionId", COUNT(DISTINCT a."personId") AS "people" FROM "attempts" a
          JOIN "enrolments" e ON e."id" = a."enrolmentId" WHERE e."cohortId" = ? AND e."state" <> 'withdrawn' AND a."handedInAt" IS NULL AND a."abandonedAt" IS NULL AND NOT a."preview"
          AND (a."endsAt" IS NULL OR a."endsAt" > ?) GROUP BY a."quizVersionId"`,
        [cohortId, now],
      ),
      this.database.rows<{ versionId: string; people: number }>(
        `SELECT t."scenarioVersionId" AS "versionId", COUNT(DISTINCT p."personId") AS "people" FROM "table_places" p
          JOIN "simulation_tables" t ON t."id" = p."tableId"
          JOIN "enrolments" e ON e."id" = p."enrolmentId" WHERE e."cohortId" = ? AND e."state" <> 'withdrawn' AND p."debriefedAt" IS NULL
          GROUP BY t."scenarioVersionId"`,
        [cohortId],
      ),
      this.database.rows<{ versionId: string; people: number }>(
        `SELECT w."assignmentVersionId" AS "versionId", COUNT(DISTINCT w."personId") AS "people" FROM "works" w
          JOIN "enrolments" e ON e."id" = w."enrolmentId" WHERE e."cohortId" = ? AND e."state" <> 'withdrawn' AND w."state" <> 'accepted'
          GROUP BY w."assignmentVersionId"`,
        [cohortId],
      ),
    ]);
    const byVersion = (rows: typeof attempts) => new Map(rows.map(({ versionId, people }) => [versionId, people]));
    return { attempts: byVersion(attempts), tables: byVersion(tables), works: byVersion(works) };
  }
}
