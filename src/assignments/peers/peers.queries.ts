import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Language } from '../../kernel/language';
import type { Levels } from '../marking';
import type { Candidate } from './allocation';

/** A work that was given to somebody to review, seen through that person. */
export interface TakenReview {
  id: string;
  workId: string;
  number: number;
  levels: Levels;
  comment: string;
  takenAt: Date;
  givenAt: Date | null;
}

/** Whom a work is reviewed by, and what somebody reviews. */
@Injectable()
export class PeerQueries {
  constructor(private readonly database: Database) {}

  /** First versions that wait for reviews, in all chapters, in one language. What was taken before `since`, or by somebody who has left, and not given no longer counts. */
  candidates(assignmentVersionId: string, language: Language, since: Date): Promise<Candidate[]> {
    return this.database.rows<Candidate>(
      `SELECT w."id" AS "workId", w."personId", c."chapterId",
        (SELECT COUNT(*) FROM "reviews" r WHERE r."workId" = w."id" AND r."number" = w."number" AND r."peer"
          AND (r."givenAt" IS NOT NULL OR (r."takenAt" > ? AND EXISTS (SELECT 1 FROM "works" o JOIN "enrolments" x ON x."id" = o."enrolmentId"
            AND x."state" <> 'withdrawn' WHERE o."personId" = r."reviewerId" AND o."assignmentVersionId" = w."assignmentVersionId")))) AS "reviews"
        FROM "works" w JOIN "enrolments" e ON e."id" = w."enrolmentId" AND e."state" <> 'withdrawn'
        JOIN "cohorts" c ON c."id" = e."cohortId" AND c."language" = ? AND c."archivedAt" IS NULL
        WHERE w."assignmentVersionId" = ? AND w."state" = 'waiting' AND w."number" = 1`,
      [since, language, assignmentVersionId],
    );
  }

  /** Everything of one assignment that somebody was given to review, in that order; not what can no longer be answered. */
  async takenBy(personId: string, assignmentVersionId: string): Promise<TakenReview[]> {
    const rows = await this.database.rows<Omit<TakenReview, 'levels'> & { levels: string }>(
      `SELECT r."id", r."workId", r."number", r."levels", r."comment", r."takenAt", r."givenAt" FROM "reviews" r
        JOIN "works" w ON w."id" = r."workId" AND w."assignmentVersionId" = ?
        JOIN "enrolments" e ON e."id" = w."enrolmentId" AND e."state" <> 'withdrawn'
        JOIN "cohorts" c ON c."id" = e."cohortId" AND (c."archivedAt" IS NULL OR r."givenAt" IS NOT NULL)
        WHERE r."reviewerId" = ? AND r."peer" ORDER BY r."takenAt", r."id"`,
      [assignmentVersionId, personId],
    );
    return rows.map(({ levels, ...row }) => ({ ...row, levels: JSON.parse(levels) as Levels }));
  }

  /** The levels that peers have given to a version of a work. */
  async levelsFor(workId: string, number: number): Promise<Levels[]> {
    const rows = await this.database.rows<{ levels: string }>(
      'SELECT r."levels" FROM "reviews" r WHERE r."workId" = ? AND r."number" = ? AND r."peer" AND r."givenAt" IS NOT NULL',
      [workId, number],
    );
    return rows.map(({ levels }) => JSON.parse(levels) as Levels);
  }
}
