import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Database } from '../../../database/database.service';
import type { Writer } from '../../../database/writer';
import { Conflict } from '../../../database/conflict';
import { newId } from '../../../kernel/identifier';
import { NotFound } from '../../../kernel/not-found';
import { PeerNote } from './peer-note.entity';
import type { PeerAnswers } from './peers';

/** What people at a table write to each other when it is over. */
@Injectable()
export class PeerNotes {
  constructor(private readonly database: Database) {}

  writtenBy(tableId: string, authorId: string): Promise<PeerNote[]> {
    return this.database.read(PeerNote).findBy({ tableId, authorId });
  }

  /** To everybody in a seat, in an order that tells nothing of who wrote. */
  to(tableId: string, role: string): Promise<PeerNote[]> {
    return this.database.read(PeerNote).find({ where: { tableId, role }, order: { id: 'ASC' } });
  }

  /** What people were hurt by and showed to the team. */
  reported(tableId: string): Promise<PeerNote[]> {
    return this.database.read(PeerNote).find({ where: { tableId, reportedAt: Not(IsNull()) }, order: { reportedAt: 'ASC', id: 'ASC' } });
  }

  /** From the version that was on the page, 0 for a first one. Throws a `Conflict` when it was changed on another page meanwhile. */
  async write(
    write: Writer,
    { tableId, authorId, role }: Pick<PeerNote, 'tableId' | 'authorId' | 'role'>,
    answers: PeerAnswers,
    version: number,
    now: Date,
  ): Promise<void> {
    const before = await this.database.read(PeerNote).findOneBy({ tableId, authorId, role });
    if ((before?.version ?? 0) !== version) throw new Conflict('PeerNote', tableId);
    if (before) return write.changeAt(PeerNote, before, { answers, writtenAt: now });
    const first = { id: newId(), tableId, authorId, role, answers, version: 1, writtenAt: now, reportedAt: null };
    if (!(await write.insertOnce(PeerNote, first))) throw new Conflict('PeerNote', tableId);
  }

  /** Somebody in the seat that it is for shows it to the team. Said again, it was said the first time. */
  async report(write: Writer, tableId: string, id: string, role: string, now: Date): Promise<void> {
    if (!(await this.database.read(PeerNote).existsBy({ id, tableId, role }))) throw new NotFound();
    await write.update(PeerNote, { id, reportedAt: IsNull() }, { reportedAt: now });
  }

  /** The team takes away what was reported; anything else is not there for them (`NotFound`). */
  async takeAway(write: Writer, tableId: string, id: string): Promise<void> {
    if (!(await write.remove(PeerNote, { id, tableId, reportedAt: Not(IsNull()) }))) throw new NotFound();
  }
}
