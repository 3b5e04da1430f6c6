import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import { phase } from '../schedule';
import type { Cohort } from '../cohort.entity';
import type { Known } from './imports/verdicts';

/** Somebody who is in a cohort. */
export interface Enrolled {
  name: string;
  emailKey: string;
  joinedAt: Date;
  state: 'active' | 'completed';
}

/** Somebody who was asked by letter and has not come. */
export interface Invited {
  id: string;
  name: string;
  email: string;
  emailKey: string;
  sentAt: Date;
  expiresAt: Date;
}

/** Somebody of the chapter. */
export interface ChapterMember {
  id: string;
  email: string;
  emailKey: string;
  language: Cohort['language'] | null;
}

/** An invitation that waits: not used, not taken back, and its person has not come in by another way. */
const WAITING = `i."acceptedAt" IS NULL AND i."withdrawnAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "enrolments" e JOIN "people" p
  ON p."id" = e."personId" WHERE e."cohortId" = i."cohortId" AND p."emailKey" = i."emailKey" AND e."state" <> 'withdrawn')`;

/** Who is in a cohort, who is asked into it, and where else in the chapter people are: a few questions, however many people. */
@Injectable()
export class RosterQueries {
  constructor(private readonly database: Database) {}

  enrolled(cohortId: string): Promise<Enrolled[]> {
    return this.database.rows<Enrolled>(
      `SELECT p."name", p."emailKey", e."joinedAt", e."state" FROM "enrolments" e JOIN "people" p ON p."id" = e."personId"
        WHERE e."cohortId" = ? AND e."state" <> 'withdrawn' ORDER BY p."name", e."id"`,
      [cohortId],
    );
  }

  /** Also those whose link has become too old, which can be sent again. */
  invited(cohortId: string): Promise<Invited[]> {
    return this.database.rows<Invited>(
      `SELECT i."id", i."name", i."email", i."emailKey", i."sentAt", i."expiresAt" FROM "personal_invitations" i
        WHERE i."cohortId" = ? AND ${WAITING} ORDER BY i."createdAt" DESC, i."id" DESC`,
      [cohortId],
    );
  }

  /** Those of the addresses that belong to people of the chapter, by key. Of other people's accounts nothing is asked. */
  async members(chapterId: string, emailKeys: string[]): Promise<Map<string, ChapterMember>> {
    if (!emailKeys.length) return new Map();
    const rows = await this.database.rows<ChapterMember>(
      `SELECT DISTINCT p."id", p."email", p."emailKey", p."language" FROM "memberships" m JOIN "people" p ON p."id" = m."personId"
        WHERE m."chapterId" = ? AND p."emailKey" IN (?)`,
      [chapterId, emailKeys],
    );
    return new Map(rows.map((row) => [row.emailKey, row]));
  }

  /** What is known about people when a list of them is looked at. */
  async known({ id, chapterId }: Cohort, now: Date): Promise<Known> {
    const [enrolled, invited, others] = await Promise.all([this.enrolled(id), this.invited(id), this.others(chapterId, id)]);
    const open = others.filter((one) => phase(one, now) !== 'over');
    return {
      enrolled,
      invited: invited.filter(({ expiresAt }) => expiresAt > now),
      elsewhere: new Map(open.map(({ emailKey, name }) => [emailKey, name])),
    };
  }

  private others(chapterId: string, cohortId: string) {
    return this.database.rows<{ emailKey: string; name: string; startsOn: string; endsOn: string; zone: string }>(
      `SELECT p."emailKey", c."name", c."startsOn", c."endsOn", c."zone" FROM "enrolments" e JOIN "people" p ON p."id" = e."personId"
        JOIN "cohorts" c ON c."id" = e."cohortId" WHERE c."chapterId" = ? AND c."id" <> ? AND e."state" = 'active'
       UNION SELECT i."emailKey", c."name", c."startsOn", c."endsOn", c."zone" FROM "personal_invitations" i
        JOIN "cohorts" c ON c."id" = i."cohortId" WHERE c."chapterId" = ? AND c."id" <> ? AND ${WAITING}`,
      [chapterId, cohortId, chapterId, cohortId],
    );
  }
}
