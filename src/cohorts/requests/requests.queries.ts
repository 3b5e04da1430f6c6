import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { RequestState } from './join-request.entity';

/** Somebody who asks to join, as the leads of the cohort see them. */
export interface Asking {
  id: string;
  name: string;
  email: string;
  message: string;
  askedAt: Date;
}

/** How many ask for a cohort. */
export interface AskedCohort {
  id: string;
  name: string;
  people: number;
}

/** A request as whoever made it sees it. */
export interface OwnRequest {
  cohortId: string;
  cohort: string;
  chapter: string;
  state: RequestState;
  askedAt: Date;
  answeredAt: Date | null;
}

/** Who asks to join what: a few questions, however many people. */
@Injectable()
export class RequestQueries {
  constructor(private readonly database: Database) {}

  /** Those who wait for an answer, the first first. */
  waiting(cohortId: string): Promise<Asking[]> {
    return this.database.rows<Asking>(
      `SELECT r."id", p."name", p."email", r."message", r."askedAt" FROM "join_requests" r JOIN "people" p ON p."id" = r."personId"
        WHERE r."cohortId" = ? AND r."state" = 'waiting' ORDER BY r."askedAt", r."id"`,
      [cohortId],
    );
  }

  /** The cohorts of some chapters for which somebody waits. */
  counts(chapterIds: string[]): Promise<AskedCohort[]> {
    if (!chapterIds.length) return Promise.resolve([]);
    return this.database.rows<AskedCohort>(
      `SELECT c."id", c."name", COUNT(*) AS "people" FROM "join_requests" r JOIN "cohorts" c ON c."id" = r."cohortId"
        WHERE c."chapterId" IN (?) AND r."state" = 'waiting' GROUP BY c."id", c."name", c."startsOn" ORDER BY c."startsOn", c."id"`,
      [chapterIds],
    );
  }

  /** What somebody asked that waits, or was declined since a moment; the latest first. */
  own(personId: string, since: Date): Promise<OwnRequest[]> {
    return this.database.rows<OwnRequest>(
      `SELECT r."cohortId", c."name" AS "cohort", h."name" AS "chapter", r."state", r."askedAt", r."answeredAt" FROM "join_requests" r
        JOIN "cohorts" c ON c."id" = r."cohortId" JOIN "chapters" h ON h."id" = c."chapterId"
        WHERE r."personId" = ? AND (r."state" = 'waiting' OR (r."state" = 'declined' AND r."answeredAt" > ?)) ORDER BY r."askedAt" DESC, r."id" DESC`,
      [personId, since],
    );
  }
}
