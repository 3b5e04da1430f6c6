import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, Not } from 'typeorm';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { type Letter, Outbox } from '../../web/mail/outbox.service';
import { SeatLetter } from './seat-letter.entity';
import { type Placed, SeatLetterQueries } from './seat-letters.queries';
import { SeatLetters } from './seat-letters.service';
import type { Sitting } from './sitting.entity';

/** Whoever casts may cast again, or seat somebody elsewhere: people hear of a seat once it has been theirs for so long. */
const SETTLED_MS = 10 * 60_000;

/** Letters about seats: each is told once, and again only when it has become another one. */
@Injectable()
export class SeatNews {
  constructor(
    private readonly database: Database,
    private readonly queries: SeatLetterQueries,
    private readonly letters: SeatLetters,
    private readonly outbox: Outbox,
  ) {}

  /** Somebody has another place than before: they hear of it when it has settled; where the tables run, or are about to, at once. */
  async changed(write: Writer, { id: sittingId, begunAt, startsAt }: Sitting, enrolmentId: string, now: Date): Promise<void> {
    const settled = now.getTime() + SETTLED_MS;
    const last = begunAt ? now.getTime() : Math.min(settled, startsAt?.getTime() ?? settled);
    const dueAt = new Date(Math.max(now.getTime(), last));
    await write.upsert(SeatLetter, { id: newId(), sittingId, enrolmentId, dueAt }, ['sittingId', 'enrolmentId']);
  }

  /** Nothing has to settle any more. */
  async begun(write: Writer, sittingId: string, now: Date): Promise<void> {
    await write.update(SeatLetter, { sittingId, dueAt: Not(IsNull()) }, { dueAt: now });
  }

  /** Returns how many letters were put into the outbox. */
  async send(now: Date): Promise<number> {
    const due = await this.database.read(SeatLetter).findBy({ dueAt: LessThanOrEqual(now) });
    if (!due.length) return 0;
    const placed = await this.queries.due(now);
    return this.database.write(async (write) => {
      const letters: Letter[] = [];
      for (const { id, sittingId, enrolmentId, dueAt } of due) {
        const one = placed.find((each) => each.sittingId === sittingId && each.enrolmentId === enrolmentId) ?? null;
        const tells = one !== null && hasSomethingToHear(one);
        const told = tells ? { tableId: one.tableId, role: one.role, toldAt: now } : {};
        // Of two processes only one takes it; a seat that has changed since is due later, and stays so.
        const taken = await write.update(SeatLetter, { id, dueAt: dueAt! }, { ...told, dueAt: null });
        if (taken && tells) letters.push(await this.letters.seat(one));
      }
      return letters.length ? this.outbox.putAll(write, letters) : 0;
    });
  }
}

/** Who only looks on has no seat to hear of; who was told the same before knows. */
function hasSomethingToHear({ role, standsBy, tableId, toldTable, toldRole }: Placed): boolean {
  return (role !== '' || standsBy) && !(toldTable === tableId && toldRole === role);
}
