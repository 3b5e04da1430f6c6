import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { Conflict } from '../../database/conflict';
import { newId } from '../../kernel/identifier';
import { Reflection } from './reflection.entity';

/** How long after a debrief its commitment comes back by mail. */
const REMIND_AFTER_MS = 30 * 86_400_000;

interface Whose {
  /** the table's */
  id: string;
  personId: string;
}

/** What people write down for themselves in a debrief. Nobody else reads it, at a table with others neither. */
@Injectable()
export class Reflections {
  constructor(private readonly database: Database) {}

  of({ id: tableId, personId }: Whose): Promise<Reflection | null> {
    return this.database.read(Reflection).findOneBy({ tableId, personId });
  }

  /** Adds some answers to what was written before. Throws a `Conflict` when it was changed on another page meanwhile. */
  async add(write: Writer, whose: Whose, answers: Record<string, string>, version: number, now: Date): Promise<void> {
    const { id: tableId, personId } = whose;
    const before = await this.of(whose);
    if ((before?.version ?? 0) !== version) throw new Conflict('Reflection', tableId);
    if (!before) {
      const first = { id: newId(), tableId, personId, answers, version: 1, updatedAt: now, remindAt: null };
      if (!(await write.insertOnce(Reflection, first))) throw new Conflict('Reflection', tableId);
      return;
    }
    await write.changeAt(Reflection, before, { answers: { ...before.answers, ...answers }, updatedAt: now });
  }

  /** They have committed themselves: in thirty days a letter asks how it went. */
  async remindLater(write: Writer, { id: tableId, personId }: Whose, now: Date): Promise<void> {
    await write.update(Reflection, { tableId, personId }, { remindAt: new Date(now.getTime() + REMIND_AFTER_MS) });
  }
}
