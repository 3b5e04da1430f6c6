import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Language } from '../../kernel/language';

/** Somebody to whom an announcement is sent. */
export interface Listener {
  id: string;
  email: string;
  language: Language | null;
}

/** An announcement with the name of who wrote it. */
export interface Announced {
  id: string;
  authorName: string | null;
  title: string;
  text: string;
  writtenAt: Date;
  editedAt: Date | null;
  version: number;
}

const SELECT = `SELECT a."id", p."name" AS "authorName", a."title", a."text", a."writtenAt", a."editedAt", a."version"
  FROM "announcements" a LEFT JOIN "people" p ON p."id" = a."authorId"`;

/** Announcements with their authors, and the people who hear them. */
@Injectable()
export class AnnouncementQueries {
  constructor(private readonly database: Database) {}

  /** Everybody who is in a cohort now. */
  listeners(cohortId: string): Promise<Listener[]> {
    return this.database.rows<Listener>(
      `SELECT p."id", p."email", p."language" FROM "enrolments" e JOIN "people" p ON p."id" = e."personId"
        WHERE e."cohortId" = ? AND e."state" <> 'withdrawn' AND p."active" ORDER BY p."id"`,
      [cohortId],
    );
  }

  /** A cohort's, the newest first. */
  of(cohortId: string): Promise<Announced[]> {
    return this.database.rows<Announced>(`${SELECT} WHERE a."cohortId" = ? ORDER BY a."writtenAt" DESC, a."id" DESC`, [cohortId]);
  }

  async one(cohortId: string, id: string): Promise<Announced | null> {
    return (await this.database.rows<Announced>(`${SELECT} WHERE a."cohortId" = ? AND a."id" = ?`, [cohortId, id]))[0] ?? null;
  }

  /** The newest since a moment. */
  async newest(cohortId: string, since: Date): Promise<Announced | null> {
    const sql = `${SELECT} WHERE a."cohortId" = ? AND a."writtenAt" >= ? ORDER BY a."writtenAt" DESC, a."id" DESC LIMIT 1`;
    return (await this.database.rows<Announced>(sql, [cohortId, since]))[0] ?? null;
  }
}
