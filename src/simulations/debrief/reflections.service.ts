import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { Conflict } from '../../database/conflict';
import { newId } from '../../kernel/identifier';
import { Reflection } from './reflection.entity';

/** What people write down for themselves in a debrief. */
@Injectable()
export class Reflections {
  constructor(private readonly database: Database) {}

  of(tableId: string): Promise<Reflection | null> {
    return this.database.read(Reflection).findOneBy({ tableId });
  }

  /** Adds some answers to what was written before. Throws a `Conflict` when it was changed on another page meanwhile. */
  async add(
    write: Writer,
    { id: tableId, personId }: { id: string; personId: string },
    answers: Record<string, string>,
    version: number,
    now: Date,
  ): Promise<void> {
    const before = await this.of(tableId);
    if ((before?.version ?? 0) !== version) throw new Conflict('Reflection', tableId);
    if (!before) {
      const first = { id: newId(), tableId, personId, answers, version: 1, updatedAt: now };
      if (!(await write.insertOnce(Reflection, first))) throw new Conflict('Reflection', tableId);
      return;
    }
    await write.changeAt(Reflection, before, { answers: { ...before.answers, ...answers }, updatedAt: now });
  }
}
