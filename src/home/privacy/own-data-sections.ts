/** Everything that is held about a person, as questions to the database. */
import { names } from './naming';

const OF_STUDY = 'JOIN "enrolments" e ON e."id" = x."enrolmentId" JOIN "cohorts" c ON c."id" = e."cohortId"';

const COHORT = 'JOIN "cohorts" c ON c."id" = x."cohortId"';
const CHAPTER = 'JOIN "chapters" h ON h."id" = x."chapterId"';
const WORK = 'JOIN "works" w ON w."id" = x."workId"';
const TABLE = 'JOIN "table_places" t ON t."tableId" = x."tableId" AND t."personId" = x."personId"';

/**
 * By what it is; `?` is the person's id. Ids, fingerprints, secrets and what others are called are left out. What a team writes about somebody
 * is in it, because it is about them; of letters and notes that somebody wrote about others it says only that and when, because those are the others'.
 */
export const SECTIONS: Record<string, string> = {
  account: `SELECT "name", "email", "emailVerifiedAt", "language", "zone", "steward", "active", "createdAt" FROM "people" WHERE "id" = ?`,
  memberships: `SELECT h."name" AS "chapter", x."role", x."createdAt" FROM "memberships" x ${CHAPTER} WHERE x."personId" = ? ORDER BY x."createdAt"`,
  enrolments: `SELECT c."name" AS "cohort", x."state", x."joinedAt", x."completedAt" FROM "enrolments" x ${COHORT} WHERE x."personId" = ? ORDER BY x."joinedAt"`,
  waiting: `SELECT c."name" AS "cohort", x."joinedAt" FROM "waiting_people" x ${COHORT} WHERE x."personId" = ? ORDER BY x."joinedAt"`,
  moves: `SELECT c."name" AS "cohort", x."kind", x."at" AS "movedAt" FROM "moves" x ${OF_STUDY} WHERE e."personId" = ? ORDER BY x."at"`,
  requests: `SELECT c."name" AS "cohort", x."state", x."message", x."askedAt", x."answeredAt", x."answer" FROM "join_requests" x ${COHORT} WHERE x."personId" = ? ORDER BY x."askedAt"`,
  deadlines: `SELECT c."name" AS "cohort", x."days", x."reasons" FROM "own_days" x JOIN "enrolments" e ON e."id" = x."id" JOIN "cohorts" c ON c."id" = e."cohortId" WHERE e."personId" = ?`,
  time: `SELECT c."name" AS "cohort", x."percent" FROM "extra_times" x JOIN "enrolments" e ON e."id" = x."id" JOIN "cohorts" c ON c."id" = e."cohortId" WHERE e."personId" = ?`,
  completions: `SELECT c."name" AS "cohort", x."subject", x."at" AS "doneAt" FROM "completions" x ${OF_STUDY} WHERE x."personId" = ? ORDER BY x."at"`,
  places: `SELECT c."name" AS "cohort", x."module", x."step", x."heading", x."at" AS "readAt" FROM "reading_places" x ${OF_STUDY} WHERE e."personId" = ?`,
  attempts: `SELECT c."name" AS "cohort", x."module", x."step", x."number", x."startedAt", x."endsAt", x."extraTime", x."overdueAt", x."handedInAt", x."abandonedAt", x."language", x."points", x."most", x."passed" FROM "attempts" x ${OF_STUDY} WHERE x."personId" = ? ORDER BY x."startedAt"`,
  answers: `SELECT a."module", a."step", a."number", x."question", x."given", x."certainty", x."tries", x."language", x."savedAt", x."closedAt" FROM "answers" x JOIN "attempts" a ON a."id" = x."attemptId" WHERE a."personId" = ? ORDER BY x."savedAt"`,
  late: `SELECT a."module", a."step", a."number", x."question", x."given", x."certainty", x."language", x."arrivedAt", x."countedAt", x."instead" FROM "late_answers" x JOIN "attempts" a ON a."id" = x."attemptId" WHERE a."personId" = ? ORDER BY x."arrivedAt"`,
  flags: `SELECT a."module", a."step", a."number", x."question", x."at" FROM "look_again" x JOIN "attempts" a ON a."id" = x."attemptId" WHERE a."personId" = ? ORDER BY x."at"`,
  marks: `SELECT a."module", a."step", a."number", x."question", x."points", x."comment", x."at" AS "markedAt" FROM "essay_marks" x JOIN "attempts" a ON a."id" = x."attemptId" WHERE a."personId" = ? ORDER BY x."at"`,
  reminders: `SELECT "quizSlug" AS "quiz", "question", "stability", "difficulty", "dueAt", "lastAt", "reps", "lapses", "given" FROM "recall_cards" WHERE "personId" = ? ORDER BY "dueAt"`,
  reminding: `SELECT "since" FROM "recall_wishes" WHERE "personId" = ?`,
  tables: `SELECT c."name" AS "cohort", x."module", x."step", x."number", t."mode", t."name", x."role", x."standsBy", x."takenAt", t."openedAt", t."endedAt", t."agreed", x."debriefedAt" FROM "table_places" x ${OF_STUDY} JOIN "simulation_tables" t ON t."id" = x."tableId" WHERE x."personId" = ? ORDER BY x."takenAt"`,
  wishes: `SELECT c."name" AS "cohort", x."module", x."step", x."part", x."roles", x."ownGroup", x."savedAt" FROM "role_wishes" x ${OF_STUDY} WHERE x."personId" = ? ORDER BY x."savedAt"`,
  'table-letters': `SELECT t."module", t."step", t."number", x."phase", x."share", x."sentAt" FROM "table_reminders" x JOIN "table_places" t ON t."id" = x."placeId" WHERE t."personId" = ? ORDER BY x."sentAt"`,
  'seat-letters': `SELECT c."name" AS "cohort", s."name" AS "table", x."role" AS "seat", x."toldAt" AS "sentAt", x."dueAt" FROM "seat_letters" x ${OF_STUDY} JOIN "sittings" s ON s."id" = x."sittingId" WHERE e."personId" = ? ORDER BY x."id"`,
  words: `SELECT t."module", t."step", t."number", x."text", x."writtenAt" FROM "table_texts" x ${TABLE} WHERE x."personId" = ? ORDER BY x."writtenAt"`,
  reports: `SELECT t."name" AS "table", x."text", x."at" AS "reportedAt", x."settledAt" FROM "table_reports" x JOIN "simulation_tables" t ON t."id" = x."tableId" WHERE x."personId" = ? ORDER BY x."at"`,
  'reports-settled': `SELECT t."name" AS "table", x."settledAt" FROM "table_reports" x JOIN "simulation_tables" t ON t."id" = x."tableId" WHERE x."settledBy" = ? ORDER BY x."settledAt"`,
  facilitating: `SELECT t."name" AS "table", x."writtenAt" FROM "table_texts" x JOIN "simulation_tables" t ON t."id" = x."tableId" JOIN "people" p ON p."id" = ?
    WHERE x."personId" = p."id" AND NOT EXISTS (SELECT 1 FROM "table_places" o WHERE o."tableId" = x."tableId" AND o."personId" = p."id") ORDER BY x."writtenAt"`,
  reflections: `SELECT t."module", t."step", t."number", x."answers", x."updatedAt", x."remindAt" FROM "reflections" x ${TABLE} WHERE x."personId" = ? ORDER BY x."updatedAt"`,
  debriefs: `SELECT t."module", t."step", t."number", x."opened" AS "stepsOpened", x."updatedAt" FROM "table_debriefs" x JOIN "table_places" t ON t."tableId" = x."tableId" WHERE t."personId" = ? ORDER BY x."updatedAt"`,
  board: `SELECT t."module", t."step", t."number", x."kind", x."text", x."writtenAt" FROM "board_notes" x ${TABLE} WHERE x."personId" = ? ORDER BY x."writtenAt"`,
  'peer-words': `SELECT t."module", t."step", t."number", x."role" AS "seat", x."answers", x."writtenAt", x."reportedAt" FROM "peer_notes" x JOIN "table_places" t ON t."tableId" = x."tableId" AND t."personId" = x."authorId" WHERE x."authorId" = ? ORDER BY x."writtenAt"`,
  'peer-words-received': `SELECT t."module", t."step", t."number", x."answers", x."writtenAt" FROM "peer_notes" x JOIN "table_places" t ON t."tableId" = x."tableId" AND t."role" = x."role" WHERE t."personId" = ? ORDER BY x."writtenAt"`,
  rubric: `SELECT t."module", t."step", t."number", x."levels", x."comment", x."at" AS "writtenAt" FROM "rubric_marks" x JOIN "table_places" t ON t."id" = x."placeId" WHERE t."personId" = ? ORDER BY x."at"`,
  'debrief-ratings': `SELECT s."name", x."facilitator", x."levels", x."comment", x."at" AS "writtenAt" FROM "debrief_ratings" x JOIN "simulation_tables" s ON s."id" = x."tableId" WHERE x."personId" = ? ORDER BY x."at"`,
  works: `SELECT c."name" AS "cohort", x."module", x."step", x."state", x."text", x."links", x."savedAt", x."handedInAt", x."answeredAt" FROM "works" x ${OF_STUDY} WHERE x."personId" = ? ORDER BY x."savedAt"`,
  'handed-in': `SELECT w."module", w."step", x."number", x."text", x."links", x."handedInAt" FROM "work_versions" x ${WORK} WHERE w."personId" = ? ORDER BY x."handedInAt"`,
  files: `SELECT w."module", w."step", x."name", x."format", x."size", x."addedAt" FROM "work_files" x ${WORK} WHERE w."personId" = ? ORDER BY x."addedAt"`,
  reviews: `SELECT w."module", w."step", x."number", x."levels", x."comment", x."verdict", x."givenAt" FROM "reviews" x ${WORK} WHERE w."personId" = ? AND x."givenAt" IS NOT NULL ORDER BY x."givenAt"`,
  'reviews-given': `SELECT w."module", w."step", x."number", x."levels", x."comment", x."verdict", x."givenAt" FROM "reviews" x ${WORK} WHERE x."reviewerId" = ? AND x."givenAt" IS NOT NULL ORDER BY x."givenAt"`,
  'certificate-name': `SELECT "name", "latinName", "confirmedAt" FROM "certificate_names" WHERE "personId" = ?`,
  earned: `SELECT c."name" AS "cohort", x."kind", x."about", x."at" AS "earnedAt", x."askedAt" FROM "earned_certificates" x ${OF_STUDY} WHERE x."personId" = ? ORDER BY x."at"`,
  issuing: `SELECT c."name" AS "cohort", x."startedAt", x."endedAt", x."issued" FROM "certificate_batches" x ${COHORT} WHERE x."byId" = ? ORDER BY x."startedAt"`,
  certificates: `SELECT "code", "kind", "name", "latinName", "issuedAt", "validUntil", "withdrawnAt", "withdrawnFor", "replacedAt", "nameHidden", "snapshot", "credential" FROM "certificates" WHERE "personId" = ? ORDER BY "issuedAt"`,
  'certificate-names': `SELECT f."code", x."name", x."latinName", x."why" AS "reason", x."state", x."askedAt", x."answeredAt", x."answer" FROM "certificate_requests" x JOIN "certificates" f ON f."id" = x."certificateId" WHERE x."personId" = ? ORDER BY x."askedAt"`,
  'certificate-history': `SELECT f."code", x."kind", x."category", x."note", x."at" AS "happenedAt" FROM "certificate_events" x JOIN "certificates" f ON f."id" = x."certificateId" WHERE f."personId" = ? ORDER BY x."at"`,
  elsewhere: `SELECT "title", "issuer", "awardedTo", "awardedOn", "validUntil", "proven", "shown", "text", "addedAt" FROM "kept_certificates" WHERE "personId" = ? ORDER BY "addedAt"`,
  notes: `SELECT c."name" AS "cohort", x."text", x."writtenAt" FROM "team_notes" x ${OF_STUDY} WHERE e."personId" = ? ORDER BY x."writtenAt"`,
  nudges: `SELECT c."name" AS "cohort", x."subject", x."text", x."sentAt" FROM "nudges" x ${OF_STUDY} WHERE x."personId" = ? ORDER BY x."sentAt"`,
  announcements: `SELECT c."name" AS "cohort", x."title", x."text", x."writtenAt", x."editedAt" FROM "announcements" x ${COHORT} WHERE x."authorId" = ? ORDER BY x."writtenAt"`,
  letters: `SELECT x."subject", x."language", x."createdAt", x."sentAt" FROM "outbox_messages" x JOIN "people" p ON p."id" = ? WHERE x."personId" = p."id" OR LOWER(x."recipient") = LOWER(p."email") ORDER BY x."createdAt"`,
  notices: `SELECT "stoppedAt" FROM "stopped_notices" WHERE "personId" = ?`,
  sessions: `SELECT "data", "expiresAt" FROM "sessions" WHERE "personId" = ? ORDER BY "expiresAt"`,
  seats: `SELECT t."module", t."step", t."number", t."role" AS "seat", x."seq", x."at" AS "happenedAt", x."type",
    CASE WHEN x."type" = 'floor-given' THEN '' ELSE x."event" END AS "event" FROM "table_events" x
    JOIN "simulation_tables" s ON s."id" = x."tableId" JOIN "table_places" t ON t."tableId" = s."id"
    WHERE t."personId" = ? AND (s."cohortId" IS NULL OR x."event" LIKE '%"by":{"seat":"' || t."role" || '"}%') ORDER BY t."takenAt", s."id", x."seq"`,
  invitations: `SELECT c."name" AS "cohort", x."name", x."email", x."createdAt", x."sentAt", x."expiresAt", x."acceptedAt", x."withdrawnAt" FROM "personal_invitations" x ${COHORT} JOIN "people" p ON p."emailKey" = x."emailKey" WHERE p."id" = ? ORDER BY x."createdAt"`,
  lists: `SELECT c."name" AS "cohort", i."createdAt", x."line", x."raw", x."name", x."email", x."outcome" FROM "roster_rows" x JOIN "roster_imports" i ON i."id" = x."importId" JOIN "cohorts" c ON c."id" = i."cohortId" JOIN "people" p ON p."id" = ?
    WHERE LOWER(x."email") IN (LOWER(p."email"), p."emailKey") OR ${names('x."raw"', 'p."email"')} OR x."enrolmentId" IN (SELECT e."id" FROM "enrolments" e WHERE e."personId" = p."id")
      OR x."invitationId" IN (SELECT v."id" FROM "personal_invitations" v WHERE v."emailKey" = p."emailKey") ORDER BY i."createdAt", x."number"`,
  identities: `SELECT "issuer", "subject", "createdAt", "unlinkedAt" FROM "linked_identities" WHERE "personId" = ? ORDER BY "createdAt"`,
  second: `SELECT CASE WHEN "confirmedAt" IS NULL THEN 0 ELSE 1 END AS "on", "confirmedAt" FROM "second_factors" WHERE "personId" = ?`,
  codes: `SELECT "usedAt" FROM "recovery_codes" WHERE "personId" = ? ORDER BY "usedAt"`,
  links: `SELECT x."purpose", x."email", x."expiresAt", x."usedAt" FROM "one_time_links" x JOIN "people" p ON p."id" = ? WHERE x."personId" = p."id" OR LOWER(x."email") = LOWER(p."email") ORDER BY x."expiresAt"`,
  calendar: `SELECT "turn" FROM "calendar_turns" WHERE "personId" = ?`,
  weekly: `SELECT h."name" AS "chapter", x."week", x."sentAt" FROM "digests" x ${CHAPTER} WHERE x."personId" = ? ORDER BY x."sentAt"`,
  unwanted: `SELECT h."name" AS "chapter", x."stoppedAt" FROM "digest_stops" x ${CHAPTER} WHERE x."personId" = ?`,
  questions: `SELECT h."name" AS "chapter", x."name", x."texts", x."createdAt", CASE WHEN x."updatedBy" = x."createdBy" THEN 1 ELSE 0 END AS "changedByYou" FROM "bank_questions" x LEFT JOIN "chapters" h ON h."id" = x."chapterId" WHERE x."createdBy" = ? ORDER BY x."createdAt"`,
  'questions-changed': `SELECT h."name" AS "chapter", x."number", x."act", x."at" AS "changedAt" FROM "bank_question_versions" x JOIN "bank_questions" b ON b."id" = x."questionId" LEFT JOIN "chapters" h ON h."id" = b."chapterId" WHERE x."personId" = ? ORDER BY x."at"`,
  moving: `SELECT c."name" AS "cohort", x."kind", x."at" AS "movedAt" FROM "moves" x ${OF_STUDY} WHERE x."byId" = ? AND e."personId" <> x."byId" ORDER BY x."at"`,
  answering: `SELECT c."name" AS "cohort", x."state", x."answeredAt" FROM "join_requests" x ${COHORT} WHERE x."answeredBy" = ? ORDER BY x."answeredAt"`,
  noting: `SELECT c."name" AS "cohort", x."writtenAt" FROM "team_notes" x ${OF_STUDY} WHERE x."authorId" = ? ORDER BY x."writtenAt"`,
  nudging: `SELECT c."name" AS "cohort", x."reason", x."sentAt" FROM "nudges" x ${OF_STUDY} WHERE x."senderId" = ? ORDER BY x."sentAt"`,
  marking: `SELECT x."question", x."at" AS "markedAt" FROM "essay_marks" x WHERE x."markerId" = ? ORDER BY x."at"`,
  'rubric-given': `SELECT x."at" AS "writtenAt" FROM "rubric_marks" x WHERE x."raterId" = ? ORDER BY x."at"`,
  corrections: `SELECT x."quizSlug" AS "quiz", x."policy", x."reason", x."at" AS "correctedAt" FROM "question_corrections" x WHERE x."byId" = ? ORDER BY x."at"`,
  'certificate-acts': `SELECT x."kind", x."at" AS "doneAt" FROM "certificate_events" x JOIN "certificates" f ON f."id" = x."certificateId" WHERE x."actorId" = ? AND (f."personId" IS NULL OR f."personId" <> x."actorId") ORDER BY x."at"`,
  'certificate-answers': `SELECT x."state", x."answeredAt" FROM "certificate_requests" x WHERE x."answeredById" = ? ORDER BY x."answeredAt"`,
  inviting: `SELECT c."name" AS "cohort", x."createdAt", x."sentAt" FROM "personal_invitations" x ${COHORT} WHERE x."invitedBy" = ? ORDER BY x."createdAt"`,
  bringing: `SELECT c."name" AS "cohort", x."createdAt", x."addedAt", x."undoneAt" FROM "roster_imports" x ${COHORT} WHERE x."madeBy" = ? ORDER BY x."createdAt"`,
  forms: `SELECT "createdAt" FROM "form_outcomes" WHERE "actor" = ? ORDER BY "createdAt"`,
  audit: `SELECT h."name" AS "chapter", x."act", x."role", x."at" AS "notedAt", CASE WHEN x."actorId" = p."id" THEN 1 ELSE 0 END AS "byYou", CASE WHEN x."subjectId" = p."id" THEN 1 ELSE 0 END AS "aboutYou" FROM "audit_entries" x ${CHAPTER} JOIN "people" p ON p."id" = ? WHERE p."id" IN (x."actorId", x."subjectId") ORDER BY x."at"`,
};
