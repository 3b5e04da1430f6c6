import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Row } from './data-sheet';

const OF_STUDY = 'JOIN "enrolments" e ON e."id" = x."enrolmentId" JOIN "cohorts" c ON c."id" = e."cohortId"';

/** What is held about a person, by what it is; `?` is their id. Ids, fingerprints and what others are called are left out. */
const SECTIONS: Record<string, string> = {
  account: `SELECT "name", "email", "emailVerifiedAt", "language", "zone", "steward", "createdAt" FROM "people" WHERE "id" = ?`,
  memberships: `SELECT h."name" AS "chapter", x."role", x."createdAt" FROM "memberships" x JOIN "chapters" h ON h."id" = x."chapterId" WHERE x."personId" = ? ORDER BY x."createdAt"`,
  enrolments: `SELECT c."name" AS "cohort", x."state", x."joinedAt", x."completedAt" FROM "enrolments" x JOIN "cohorts" c ON c."id" = x."cohortId" WHERE x."personId" = ? ORDER BY x."joinedAt"`,
  waiting: `SELECT c."name" AS "cohort", x."joinedAt" FROM "waiting_people" x JOIN "cohorts" c ON c."id" = x."cohortId" WHERE x."personId" = ? ORDER BY x."joinedAt"`,
  moves: `SELECT c."name" AS "cohort", x."kind", x."at" FROM "moves" x ${OF_STUDY} WHERE e."personId" = ? ORDER BY x."at"`,
  requests: `SELECT c."name" AS "cohort", x."state", x."message", x."askedAt", x."answeredAt", x."answer" FROM "join_requests" x JOIN "cohorts" c ON c."id" = x."cohortId" WHERE x."personId" = ? ORDER BY x."askedAt"`,
  deadlines: `SELECT c."name" AS "cohort", x."days", x."reasons" FROM "own_days" x JOIN "enrolments" e ON e."id" = x."id" JOIN "cohorts" c ON c."id" = e."cohortId" WHERE e."personId" = ?`,
  time: `SELECT c."name" AS "cohort", x."percent" FROM "extra_times" x JOIN "enrolments" e ON e."id" = x."id" JOIN "cohorts" c ON c."id" = e."cohortId" WHERE e."personId" = ?`,
  completions: `SELECT c."name" AS "cohort", x."subject", x."at" FROM "completions" x ${OF_STUDY} WHERE x."personId" = ? ORDER BY x."at"`,
  places: `SELECT c."name" AS "cohort", x."module", x."step", x."heading", x."at" FROM "reading_places" x ${OF_STUDY} WHERE e."personId" = ?`,
  attempts: `SELECT c."name" AS "cohort", x."module", x."step", x."number", x."startedAt", x."endsAt", x."extraTime", x."handedInAt", x."points", x."most", x."passed" FROM "attempts" x ${OF_STUDY} WHERE x."personId" = ? ORDER BY x."startedAt"`,
  answers: `SELECT a."module", a."step", a."number", x."question", x."given", x."savedAt" FROM "answers" x JOIN "attempts" a ON a."id" = x."attemptId" WHERE a."personId" = ? ORDER BY x."savedAt"`,
  tables: `SELECT c."name" AS "cohort", x."module", x."step", x."number", x."mode", x."role", x."openedAt", x."endedAt", x."agreed", x."debriefedAt" FROM "simulation_tables" x ${OF_STUDY} WHERE x."personId" = ? ORDER BY x."openedAt"`,
  words: `SELECT t."module", t."step", t."number", x."text", x."writtenAt" FROM "table_texts" x JOIN "simulation_tables" t ON t."id" = x."tableId" WHERE x."personId" = ? ORDER BY x."writtenAt"`,
  reflections: `SELECT t."module", t."step", t."number", x."answers", x."updatedAt" FROM "reflections" x JOIN "simulation_tables" t ON t."id" = x."tableId" WHERE x."personId" = ? ORDER BY x."updatedAt"`,
  works: `SELECT c."name" AS "cohort", x."module", x."step", x."state", x."text", x."links", x."savedAt", x."handedInAt", x."answeredAt" FROM "works" x ${OF_STUDY} WHERE x."personId" = ? ORDER BY x."savedAt"`,
  'handed-in': `SELECT w."module", w."step", x."number", x."text", x."links", x."handedInAt" FROM "work_versions" x JOIN "works" w ON w."id" = x."workId" WHERE w."personId" = ? ORDER BY x."handedInAt"`,
  files: `SELECT w."module", w."step", x."name", x."format", x."size", x."addedAt" FROM "work_files" x JOIN "works" w ON w."id" = x."workId" WHERE w."personId" = ? ORDER BY x."addedAt"`,
  reviews: `SELECT w."module", w."step", x."number", x."levels", x."comment", x."verdict", x."givenAt" FROM "reviews" x JOIN "works" w ON w."id" = x."workId" WHERE w."personId" = ? AND x."givenAt" IS NOT NULL ORDER BY x."givenAt"`,
  'reviews-given': `SELECT w."module", w."step", x."number", x."levels", x."comment", x."verdict", x."givenAt" FROM "reviews" x JOIN "works" w ON w."id" = x."workId" WHERE x."reviewerId" = ? AND x."givenAt" IS NOT NULL ORDER BY x."givenAt"`,
  certificates: `SELECT "code", "name", "issuedAt", "withdrawnAt" FROM "certificates" WHERE "personId" = ? ORDER BY "issuedAt"`,
  notes: `SELECT c."name" AS "cohort", x."text", x."writtenAt" FROM "team_notes" x ${OF_STUDY} WHERE e."personId" = ? ORDER BY x."writtenAt"`,
  nudges: `SELECT c."name" AS "cohort", x."subject", x."text", x."sentAt" FROM "nudges" x ${OF_STUDY} WHERE x."personId" = ? ORDER BY x."sentAt"`,
  announcements: `SELECT c."name" AS "cohort", x."title", x."text", x."writtenAt", x."editedAt" FROM "announcements" x JOIN "cohorts" c ON c."id" = x."cohortId" WHERE x."authorId" = ? ORDER BY x."writtenAt"`,
  letters: `SELECT x."subject", x."language", x."createdAt", x."sentAt" FROM "outbox_messages" x JOIN "people" p ON LOWER(p."email") = LOWER(x."recipient") WHERE p."id" = ? ORDER BY x."createdAt"`,
  notices: `SELECT "stoppedAt" FROM "stopped_notices" WHERE "personId" = ?`,
  sessions: `SELECT "expiresAt" FROM "sessions" WHERE "personId" = ? ORDER BY "expiresAt"`,
  audit: `SELECT h."name" AS "chapter", x."act", x."role", x."at" FROM "audit_entries" x JOIN "chapters" h ON h."id" = x."chapterId" WHERE ? IN (x."actorId", x."subjectId") ORDER BY x."at"`,
};

/** Columns that are kept as JSON. */
const JSON_COLUMNS = new Set(['given', 'answers', 'days', 'reasons', 'links', 'levels']);

/** Everything that is held about a person. */
@Injectable()
export class OwnDataQueries {
  constructor(private readonly database: Database) {}

  async all(personId: string): Promise<Record<string, Row[]>> {
    const found: Record<string, Row[]> = {};
    for (const [section, sql] of Object.entries(SECTIONS)) {
      found[section] = (await this.database.rows<Row>(sql, [personId])).map(opened);
    }
    return found;
  }
}

function opened(row: Row): Row {
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    JSON_COLUMNS.has(name) ? (JSON.parse(value as string) as unknown) : value,
  ]);
  return Object.fromEntries(entries) as Row;
}
