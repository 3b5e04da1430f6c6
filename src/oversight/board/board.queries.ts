import { Injectable } from '@nestjs/common';
import type { EnrolmentState } from '../../cohorts/enrolment/enrolment.entity';
import { Database } from '../../database/database.service';

/** Somebody who is in a cohort, by name. */
export interface OnRoster {
  enrolmentId: string;
  name: string;
  state: EnrolmentState;
  joinedAt: Date;
}

/** Who is in a cohort. */
@Injectable()
export class BoardQueries {
  constructor(private readonly database: Database) {}

  /** Everybody who has not withdrawn, in the order in which they joined. */
  of(cohortId: string): Promise<OnRoster[]> {
    return this.database.rows<OnRoster>(
      `SELECT e."id" AS "enrolmentId", p."name", e."state", e."joinedAt" FROM "enrolments" e JOIN "people" p ON p."id" = e."personId"
        WHERE e."cohortId" = ? AND e."state" <> 'withdrawn' ORDER BY e."joinedAt", e."id"`,
      [cohortId],
    );
  }
}
