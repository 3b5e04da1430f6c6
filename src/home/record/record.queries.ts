import { Injectable } from '@nestjs/common';
import type { WorkState } from '../../assignments/works/state';
import { Database } from '../../database/database.service';

/** A try that was handed in. */
export interface HandedIn {
  id: string;
  module: string;
  step: string;
  number: number;
  handedInAt: Date;
  quizVersionId: string;
  /** Null while somebody has still to mark something. */
  share: number | null;
  passed: boolean;
}

/** A work as it was handed in last. */
export interface HandedInWork {
  module: string;
  step: string;
  state: WorkState;
  handedInAt: Date;
}

/** What somebody did in a cohort, beside the ledger. */
@Injectable()
export class RecordQueries {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  async tries(enrolmentId: string): Promise<HandedIn[]> {
    const rows = await this.database.rows<Omit<HandedIn, 'passed'> & { passed: number }>(
      `SELECT "id", "quizVersionId", "module", "step", "number", "handedInAt", "share", CASE WHEN "passed" THEN 1 ELSE 0 END AS "passed" FROM "attempts"
        WHERE "enrolmentId" = ? AND "handedInAt" IS NOT NULL AND NOT "preview" ORDER BY "handedInAt" DESC, "number" DESC`,
      [enrolmentId],
    );
    return rows.map((row) => ({ ...row, passed: Boolean(row.passed) }));
  }

  works(enrolmentId: string): Promise<HandedInWork[]> {
    return this.database.rows<HandedInWork>(
      'SELECT "module", "step", "state", "handedInAt" FROM "works" WHERE "enrolmentId" = ? AND "number" > 0',
      [enrolmentId],
    );
  }
}
