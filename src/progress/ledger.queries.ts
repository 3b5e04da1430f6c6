import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.service';
import type { Completion } from './completion.entity';

/** What somebody has finished, asked by hand because every learning page asks it. */
@Injectable()
export class LedgerQueries {
  constructor(private readonly database: Database) {}

  async of(enrolmentId: string): Promise<Pick<Completion, 'subject' | 'at'>[]> {
    const sql = 'SELECT "subject", "at" AS "doneAt" FROM "completions" WHERE "enrolmentId" = ? ORDER BY "at", "id"';
    const rows = await this.database.rows<{ subject: string; doneAt: Date }>(sql, [enrolmentId]);
    return rows.map(({ subject, doneAt }) => ({ subject, at: doneAt }));
  }
}
