import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { WorkState } from '../works/state';
import type { Review, Verdict } from './review.entity';

/** A review as it is read, with what its author is called; null for somebody who has gone. */
export interface GivenReview extends Pick<Review, 'id' | 'number' | 'levels' | 'comment'> {
  peer: boolean;
  verdict: Verdict | null;
  givenAt: Date;
  reviewer: string | null;
}

/** A work that was handed in, as a team sees it in a list. */
export interface HandedIn {
  id: string;
  enrolmentId: string;
  personId: string;
  name: string;
  assignmentVersionId: string;
  state: WorkState;
  number: number;
  handedInAt: Date;
  answeredAt: Date | null;
  /** Reviews by peers of its present version. */
  reviews: number;
  cohortId: string;
  cohortName: string;
  /** Its author is no longer in the cohort. */
  left: boolean;
}

type Row = Omit<HandedIn, 'left'> & { left: number };

const HANDED_IN = `SELECT w."id", w."enrolmentId", w."personId", p."name", w."assignmentVersionId", w."state", w."number", w."handedInAt",
  w."answeredAt", c."id" AS "cohortId", c."name" AS "cohortName", CASE WHEN e."state" = 'withdrawn' THEN 1 ELSE 0 END AS "left",
  (SELECT COUNT(*) FROM "reviews" r WHERE r."workId" = w."id" AND r."number" = w."number" AND r."peer" AND r."givenAt" IS NOT NULL) AS "reviews"
  FROM "works" w JOIN "enrolments" e ON e."id" = w."enrolmentId"
  JOIN "cohorts" c ON c."id" = e."cohortId" JOIN "people" p ON p."id" = w."personId" WHERE w."number" > 0`;

/** Works that were handed in, and what was said about them. */
@Injectable()
export class ReviewQueries {
  constructor(private readonly database: Database) {}

  /** Of a cohort, those that have waited longest first. */
  inCohort(cohortId: string): Promise<HandedIn[]> {
    return this.handedIn('c."id" = ? ORDER BY w."handedInAt", w."id"', [cohortId]);
  }

  /** In some chapters, those without an answer that can get one. */
  waitingIn(chapterIds: readonly string[]): Promise<HandedIn[]> {
    const answerable = `w."state" = 'waiting' AND e."state" <> 'withdrawn' AND c."archivedAt" IS NULL`;
    return this.handedIn(`${answerable} AND c."chapterId" IN (?) ORDER BY w."handedInAt", w."id"`, [chapterIds]);
  }

  async one(id: string, cohortId: string): Promise<HandedIn | null> {
    const [row] = await this.handedIn('w."id" = ? AND c."id" = ?', [id, cohortId]);
    return row ?? null;
  }

  /** What was said about a work, in the order in which it was said. */
  async of(workId: string): Promise<GivenReview[]> {
    const rows = await this.database.rows<Omit<GivenReview, 'levels' | 'peer'> & { levels: string; peer: number }>(
      `SELECT r."id", r."number", r."levels", r."comment", r."verdict", r."givenAt", p."name" AS "reviewer",
        CASE WHEN r."peer" THEN 1 ELSE 0 END AS "peer" FROM "reviews" r LEFT JOIN "people" p ON p."id" = r."reviewerId"
        WHERE r."workId" = ? AND r."givenAt" IS NOT NULL ORDER BY r."givenAt", r."id"`,
      [workId],
    );
    return rows.map(({ levels, peer, ...row }) => ({ ...row, peer: peer === 1, levels: JSON.parse(levels) as GivenReview['levels'] }));
  }

  private async handedIn(where: string, values: readonly unknown[]): Promise<HandedIn[]> {
    const rows = await this.database.rows<Row>(`${HANDED_IN} AND ${where}`, [...values]);
    return rows.map((row) => ({ ...row, left: row.left === 1 }));
  }
}
