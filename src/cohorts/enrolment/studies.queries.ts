import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { OwnDays } from '../timetable/deadlines';
import type { Timetable } from '../timetable/timetable';
import type { Study } from './study';

interface Row {
  enrolmentId: string;
  personId: string;
  state: Study['state'];
  joinedAt: Date;
  completedAt: Date | null;
  /** JSON; null for whoever was given none. */
  ownDays: string | null;
  ownDaysVersion: number | null;
  extraTime: number | null;
  cohortId: string;
  cohortName: string;
  language: Study['cohort']['language'];
  zone: string;
  startsOn: string;
  endsOn: string;
  programmeVersionId: string;
  /** JSON */
  pins: string;
  /** JSON, or null. */
  timetable: string | null;
  archivedAt: Date | null;
  version: number;
  chapterId: string;
  chapterSlug: string;
  chapterName: string;
}

const NONE: OwnDays = {};

const SELECT = `SELECT e."id" AS "enrolmentId", e."personId", e."state", e."joinedAt", e."completedAt", d."days" AS "ownDays", d."version" AS "ownDaysVersion", x."percent" AS "extraTime",
  c."id" AS "cohortId", c."name" AS "cohortName", c."language", c."zone", c."startsOn", c."endsOn", c."programmeVersionId", c."pins", c."timetable", c."archivedAt", c."version",
  h."id" AS "chapterId", h."slug" AS "chapterSlug", h."name" AS "chapterName"
  FROM "enrolments" e JOIN "cohorts" c ON c."id" = e."cohortId" JOIN "chapters" h ON h."id" = c."chapterId"
  LEFT JOIN "own_days" d ON d."id" = e."id" LEFT JOIN "extra_times" x ON x."id" = e."id"`;

/** Studies with their cohort and chapter in one question, because every learning page begins with it. */
@Injectable()
export class StudyQueries {
  constructor(private readonly database: Database) {}

  async one(enrolmentId: string, personId: string): Promise<Study | null> {
    const rows = await this.database.rows<Row>(`${SELECT} WHERE e."id" = ? AND e."personId" = ?`, [enrolmentId, personId]);
    return rows[0] ? studyOf(rows[0]) : null;
  }

  /** What a cohort is pinned to at this moment. */
  async pinned(cohortId: string): Promise<Pick<Study['cohort'], 'programmeVersionId' | 'pins'>> {
    const sql = 'SELECT "programmeVersionId", "pins" FROM "cohorts" WHERE "id" = ?';
    const [row] = await this.database.rows<Pick<Row, 'programmeVersionId' | 'pins'>>(sql, [cohortId]);
    return { programmeVersionId: row!.programmeVersionId, pins: JSON.parse(row!.pins) as Record<string, string> };
  }

  /** All of a person's, the newest first. */
  async ofPerson(personId: string): Promise<Study[]> {
    const rows = await this.database.rows<Row>(`${SELECT} WHERE e."personId" = ? ORDER BY e."joinedAt" DESC, e."id" DESC`, [personId]);
    return rows.map(studyOf);
  }
}

function studyOf(row: Row): Study {
  return {
    enrolmentId: row.enrolmentId,
    personId: row.personId,
    state: row.state,
    joinedAt: row.joinedAt,
    completedAt: row.completedAt,
    ownDays: row.ownDays === null ? NONE : (JSON.parse(row.ownDays) as OwnDays),
    ownDaysVersion: row.ownDaysVersion ?? 0,
    extraTime: row.extraTime ?? 0,
    cohort: {
      id: row.cohortId,
      name: row.cohortName,
      language: row.language,
      zone: row.zone,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      programmeVersionId: row.programmeVersionId,
      pins: JSON.parse(row.pins) as Record<string, string>,
      timetable: row.timetable === null ? null : (JSON.parse(row.timetable) as Timetable),
      archivedAt: row.archivedAt,
      version: row.version,
    },
    chapter: { id: row.chapterId, slug: row.chapterSlug, name: row.chapterName },
  };
}
