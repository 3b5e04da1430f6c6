import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Language } from '../../kernel/language';

export interface LeadRow {
  id: string;
  name: string;
  email: string;
  language: Language | null;
}

export interface CohortFigures {
  cohortId: string;
  people: number;
  begun: number;
  finished: number;
}

/** Whom a weekly letter goes to, and what it counts. */
@Injectable()
export class DigestQueries {
  constructor(private readonly database: Database) {}

  /** The leads of a chapter who want the letter and have not had that of this week. */
  leads(chapterId: string, week: string): Promise<LeadRow[]> {
    return this.database.rows<LeadRow>(
      `SELECT p."id", p."name", p."email", p."language" FROM "memberships" m JOIN "people" p ON p."id" = m."personId"
        WHERE m."chapterId" = ? AND m."role" = 'lead' AND p."active"
          AND NOT EXISTS (SELECT 1 FROM "digest_stops" s WHERE s."personId" = p."id" AND s."chapterId" = m."chapterId")
          AND NOT EXISTS (SELECT 1 FROM "digests" d WHERE d."personId" = p."id" AND d."chapterId" = m."chapterId" AND d."week" = ?)
        ORDER BY p."id"`,
      [chapterId, week],
    );
  }

  figures(cohortIds: readonly string[]): Promise<CohortFigures[]> {
    return this.database.rows<CohortFigures>(
      `SELECT e."cohortId", COUNT(*) AS "people",
          SUM(CASE WHEN EXISTS (SELECT 1 FROM "completions" c WHERE c."enrolmentId" = e."id") THEN 1 ELSE 0 END) AS "begun",
          SUM(CASE WHEN e."state" = 'completed' THEN 1 ELSE 0 END) AS "finished"
        FROM "enrolments" e WHERE e."cohortId" IN (?) AND e."state" <> 'withdrawn' GROUP BY e."cohortId"`,
      [cohortIds],
    );
  }
}
