import { Injectable } from '@nestjs/common';
import type { EnrolmentState } from '../../cohorts/enrolment/enrolment.entity';
import type { OwnDays } from '../../cohorts/timetable/deadlines';
import { Database } from '../../database/database.service';

/** Somebody who is in a cohort, by name. */
export interface OnRoster {
  enrolmentId: string;
  name: string;
  state: EnrolmentState;
  joinedAt: Date;
  /** Later deadlines of their own. */
  ownDays: OwnDays;
}

/** Who is in a cohort. */
@Injectable()
export class BoardQueries {
  constructor(private readonly database: Database) {}

  /** Everybody who has not withdrawn, in the order in which they joined. */
  async of(cohortId: string): Promise<OnRoster[]> {
    const rows = await this.database.rows<Omit<OnRoster, 'ownDays'> & { ownDays: string | null }>(
      `SELECT e."id" AS "enrolmentId", p."name", e."state", e."joinedAt", d."days" AS "ownDays"
        FROM "enrolments" e JOIN "people" p ON p."id" = e."personId" LEFT JOIN "own_days" d ON d."id" = e."id"
        WHERE e."cohortId" = ? AND e."state" <> 'withdrawn' ORDER BY e."joinedAt", e."id"`,
      [cohortId],
    );
    return rows.map(({ ownDays, ...row }) => ({ ...row, ownDays: ownDays === null ? {} : (JSON.parse(ownDays) as OwnDays) }));
  }
}
