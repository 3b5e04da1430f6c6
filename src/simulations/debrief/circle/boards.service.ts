import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.service';
import type { Writer } from '../../../database/writer';
import { newId } from '../../../kernel/identifier';
import { NotFound } from '../../../kernel/not-found';
import { Refusal } from '../../../kernel/refusal';
import { SimulationTable } from '../../tables/simulation-table.entity';
import { MOST_NOTES, type NoteKind } from './board';
import { BoardNote } from './board-note.entity';

/** Boards of tables: what went well, and what people would do differently. */
@Injectable()
export class Boards {
  constructor(private readonly database: Database) {}

  /** The earliest first. */
  of(tableId: string): Promise<BoardNote[]> {
    return this.database.read(BoardNote).find({ where: { tableId }, order: { writtenAt: 'ASC', id: 'ASC' } });
  }

  /** Refuses a note too many. */
  async pin(write: Writer, tableId: string, personId: string, kind: NoteKind, text: string, now: Date): Promise<void> {
    await write.lock(SimulationTable, tableId); // of two notes at once, the later one must see the other
    const own = await this.database.read(BoardNote).countBy({ tableId, personId });
    if (own >= MOST_NOTES) throw new Refusal('debriefing.refusal.board-full', { most: MOST_NOTES });
    await write.insert(BoardNote, { id: newId(), tableId, personId, kind, text, writtenAt: now });
  }

  /** By whoever wrote it or, without a person, by the team. One that is not theirs is not there (`NotFound`). */
  async takeOff(write: Writer, tableId: string, id: string, personId: string | null): Promise<void> {
    const where = personId === null ? { id, tableId } : { id, tableId, personId };
    if (!(await write.remove(BoardNote, where))) throw new NotFound();
  }
}
