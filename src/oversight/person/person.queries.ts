import { Injectable } from '@nestjs/common';
import type { Study } from '../../cohorts/enrolment/study';
import { MoveQueries, type Origin, type Told } from '../../cohorts/moves/moves.queries';
import { Database } from '../../database/database.service';
import type { Language } from '../../kernel/language';
import type { NudgeReason } from '../today/needs';

interface OneRow extends Pick<Study, 'enrolmentId' | 'state' | 'joinedAt' | 'completedAt'> {
  id: string;
  name: string;
  language: Language | null;
}

/** A table somebody sat at. */
export interface TableRow {
  module: string;
  step: string;
  openedAt: Date;
  endedAt: Date | null;
  debriefedAt: Date | null;
}

/** What somebody made of an assignment; its words stand on its own page. */
export interface WorkRow {
  id: string;
  module: string;
  step: string;
  state: 'draft' | 'waiting' | 'revise' | 'passed' | 'accepted';
  number: number;
  handedInAt: Date | null;
  answeredAt: Date | null;
}

export interface ElsewhereRow {
  title: string;
  issuer: string;
  awardedOn: string;
  proven: string;
}

export interface NoteRow {
  id: string;
  text: string;
  writtenAt: Date;
  authorId: string | null;
  author: string | null;
}

export interface NudgeRow {
  reason: NudgeReason;
  subject: string;
  text: string;
  sentAt: Date;
  sender: string | null;
}

/** What there is about one person in one cohort. */
@Injectable()
export class PersonQueries {
  constructor(
    private readonly database: Database,
    private readonly comings: MoveQueries,
  ) {}

  async one(enrolmentId: string, cohortId: string): Promise<OneRow | null> {
    const rows = await this.database.rows<OneRow>(
      `SELECT e."id" AS "enrolmentId", e."state", e."joinedAt", e."completedAt", p."id", p."name", p."language"
        FROM "enrolments" e JOIN "people" p ON p."id" = e."personId" WHERE e."id" = ? AND e."cohortId" = ?`,
      [enrolmentId, cohortId],
    );
    return rows[0] ?? null;
  }

  tables(enrolmentId: string): Promise<TableRow[]> {
    return this.database.rows<TableRow>(
      `SELECT p."module", p."step", t."openedAt", t."endedAt", p."debriefedAt" FROM "table_places" p
        JOIN "simulation_tables" t ON t."id" = p."tableId" WHERE p."enrolmentId" = ? ORDER BY p."number"`,
      [enrolmentId],
    );
  }

  /** Their comings and goings here, and where they were moved from. */
  async moves(enrolmentId: string): Promise<{ moves: Told[]; origins: Origin[] }> {
    const [moves, origins] = await Promise.all([this.comings.of(enrolmentId), this.comings.origins(enrolmentId)]);
    return { moves, origins };
  }

  works(enrolmentId: string): Promise<WorkRow[]> {
    return this.database.rows<WorkRow>(
      'SELECT "id", "module", "step", "state", "number", "handedInAt", "answeredAt" FROM "works" WHERE "enrolmentId" = ?',
      [enrolmentId],
    );
  }

  /** What the team wrote down, the latest first. */
  notes(enrolmentId: string): Promise<NoteRow[]> {
    return this.database.rows<NoteRow>(
      `SELECT n."id", n."text", n."writtenAt", n."authorId", p."name" AS "author" FROM "team_notes" n
        LEFT JOIN "people" p ON p."id" = n."authorId" WHERE n."enrolmentId" = ? ORDER BY n."writtenAt" DESC, n."id" DESC`,
      [enrolmentId],
    );
  }

  /** Certificates of other sites that they show to their teams. */
  elsewhere(enrolmentId: string): Promise<ElsewhereRow[]> {
    return this.database.rows<ElsewhereRow>(
      `SELECT k."title", k."issuer", k."awardedOn", k."proven" FROM "kept_certificates" k
        JOIN "enrolments" e ON e."personId" = k."personId" WHERE e."id" = ? AND k."shown" = TRUE ORDER BY k."addedAt", k."id"`,
      [enrolmentId],
    );
  }

  /** The letters they got from this cohort's team, the latest first. */
  nudges(enrolmentId: string): Promise<NudgeRow[]> {
    return this.database.rows<NudgeRow>(
      `SELECT n."reason", n."subject", n."text", n."sentAt", p."name" AS "sender" FROM "nudges" n
        LEFT JOIN "people" p ON p."id" = n."senderId" WHERE n."enrolmentId" = ? ORDER BY n."sentAt" DESC, n."id" DESC`,
      [enrolmentId],
    );
  }
}
