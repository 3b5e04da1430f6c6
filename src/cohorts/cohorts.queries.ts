import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.service';

/** Figures about many cohorts at once. */
@Injectable()
export class CohortQueries {
  constructor(private readonly database: Database) {}

  /** How many people are in each cohort of a chapter; a cohort without any is left out. */
  async people(chapterId: string): Promise<Map<string, number>> {
    const rows = await this.database.rows<{ cohortId: string; people: number }>(
      `SELECT e."cohortId", COUNT(*) AS "people" FROM "enrolments" e JOIN "cohorts" c ON c."id" = e."cohortId"
        WHERE c."chapterId" = ? AND e."state" <> 'withdrawn' GROUP BY e."cohortId"`,
      [chapterId],
    );
    return new Map(rows.map(({ cohortId, people }) => [cohortId, people]));
  }
}
