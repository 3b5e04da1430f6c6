import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../database/database.service';
import type { Writer } from '../database/writer';
import { newId } from '../kernel/identifier';
import { Completion } from './completion.entity';
import { LedgerQueries } from './ledger.queries';

/** The ledger of completions. Activities record into it; boards and certificates read from it. */
@Injectable()
export class Ledger {
  constructor(
    private readonly database: Database,
    private readonly queries: LedgerQueries,
  ) {}

  of(enrolmentId: string): Promise<Pick<Completion, 'subject' | 'at'>[]> {
    return this.queries.of(enrolmentId);
  }

  /** The completions of several enrolments, by enrolment: one query, however many people. */
  async ofAll(enrolmentIds: string[]): Promise<Map<string, Completion[]>> {
    const found = new Map<string, Completion[]>(enrolmentIds.map((id) => [id, []]));
    if (!enrolmentIds.length) return found;
    const rows = await this.database.read(Completion).find({ where: { enrolmentId: In(enrolmentIds) }, order: { at: 'ASC', id: 'ASC' } });
    for (const row of rows) found.get(row.enrolmentId)!.push(row);
    return found;
  }

  /** Records once; false when it already stood there, with its first date. */
  record(write: Writer, completion: { enrolmentId: string; personId: string; subject: string; at: Date }): Promise<boolean> {
    return write.insertOnce(Completion, { id: newId(), ...completion });
  }
}
