import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Language } from '../../kernel/language';

/** Somebody in a line, as the team sees them and as a letter reaches them. */
export interface InLine {
  id: string;
  personId: string;
  name: string;
  email: string;
  language: Language | null;
  joinedAt: Date;
}

/** A line that somebody stands in, as they see it: of the others, only how many are before them. */
export interface OwnPlace {
  id: string;
  cohortId: string;
  cohort: string;
  chapter: string;
  startsOn: string;
  endsOn: string;
  joinedAt: Date;
  /** Who comes next is number one. */
  place: number;
}

/** Who waits for a place, in the order in which they came; accounts that are shut are passed over. */
@Injectable()
export class WaitingQueries {
  constructor(private readonly database: Database) {}

  line(cohortId: string): Promise<InLine[]> {
    return this.database.rows<InLine>(
      `SELECT w."id", w."personId", w."joinedAt", p."name", p."email", p."language" FROM "waiting_people" w
        JOIN "people" p ON p."id" = w."personId" WHERE w."cohortId" = ? AND p."active" ORDER BY w."number"`,
      [cohortId],
    );
  }

  /** All lines of a person, the oldest first. */
  ofPerson(personId: string): Promise<OwnPlace[]> {
    return this.database.rows<OwnPlace>(
      `SELECT w."id", w."cohortId", w."joinedAt", c."name" AS "cohort", h."name" AS "chapter", c."startsOn", c."endsOn",
          (SELECT COUNT(*) FROM "waiting_people" o JOIN "people" p ON p."id" = o."personId"
            WHERE o."cohortId" = w."cohortId" AND o."number" <= w."number" AND p."active") AS "place"
        FROM "waiting_people" w JOIN "cohorts" c ON c."id" = w."cohortId" JOIN "chapters" h ON h."id" = c."chapterId"
        WHERE w."personId" = ? ORDER BY w."joinedAt", w."id"`,
      [personId],
    );
  }

  /** The highest number that was given to anybody who still waits. */
  async lastNumber(cohortId: string): Promise<number> {
    const sql = 'SELECT MAX("number") AS "last" FROM "waiting_people" WHERE "cohortId" = ?';
    return (await this.database.rows<{ last: number | null }>(sql, [cohortId]))[0]?.last ?? 0;
  }

  /** The cohorts in which somebody has a place. */
  async placesOf(personId: string): Promise<string[]> {
    const sql = `SELECT "cohortId" FROM "enrolments" WHERE "personId" = ? AND "state" <> 'withdrawn' ORDER BY "cohortId"`;
    return (await this.database.rows<{ cohortId: string }>(sql, [personId])).map(({ cohortId }) => cohortId);
  }
}
