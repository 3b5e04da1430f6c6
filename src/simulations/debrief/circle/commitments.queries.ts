import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.service';
import type { Language } from '../../../kernel/language';

/** A commitment whose time has come, and who made it. */
export interface DueCommitment {
  id: string;
  tableId: string;
  scenarioVersionId: string;
  answers: Record<string, string>;
  personId: string;
  name: string;
  email: string;
  language: Language;
}

type Row = Omit<DueCommitment, 'answers'> & { answers: DueCommitment['answers'] | string };

/** Commitments that come back to those who made them. */
@Injectable()
export class CommitmentQueries {
  constructor(private readonly database: Database) {}

  /** Of people who are still in the cohort; the earliest first. */
  async due(now: Date, most: number): Promise<DueCommitment[]> {
    const sql = `SELECT r."id", r."tableId", t."scenarioVersionId", r."answers", p."id" AS "personId", p."name", p."email",
        COALESCE(p."language", c."language") AS "language"
      FROM "reflections" r JOIN "simulation_tables" t ON t."id" = r."tableId" JOIN "people" p ON p."id" = r."personId" AND p."active"
        JOIN "table_places" s ON s."tableId" = r."tableId" AND s."personId" = r."personId"
        JOIN "enrolments" e ON e."id" = s."enrolmentId" AND e."state" <> 'withdrawn' JOIN "cohorts" c ON c."id" = e."cohortId"
      WHERE r."remindAt" <= ? ORDER BY r."remindAt", r."id" LIMIT ?`;
    const rows = await this.database.rows<Row>(sql, [now, most]);
    return rows.map((row) => ({
      ...row,
      answers: typeof row.answers === 'string' ? (JSON.parse(row.answers) as Record<string, string>) : row.answers,
    }));
  }
}
