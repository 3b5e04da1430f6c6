import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { isId, newId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { TeamNote } from './team-note.entity';

/** What a team writes down about its people. */
@Injectable()
export class Notes {
  constructor(private readonly database: Database) {}

  async add(write: Writer, note: Pick<TeamNote, 'enrolmentId' | 'text'> & { authorId: string }, now: Date): Promise<void> {
    await write.insert(TeamNote, { id: newId(), ...note, writtenAt: now });
  }

  /** Its author may, and a lead. A note that is not there, or not theirs to remove, is not found. */
  async remove(write: Writer, { id, enrolmentId }: { id: string; enrolmentId: string }, by: { id: string; lead: boolean }): Promise<void> {
    const note = isId(id) ? await this.database.read(TeamNote).findOneBy({ id, enrolmentId }) : null;
    if (!note || !(by.lead || note.authorId === by.id)) throw new NotFound();
    await write.remove(TeamNote, { id });
  }
}
