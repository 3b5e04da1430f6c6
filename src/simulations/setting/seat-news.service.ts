import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { type Letter, Outbox } from '../../web/mail/outbox.service';
import { SeatLetter } from './seat-letter.entity';
import { type Placed, SeatLetterQueries, type Told } from './seat-letters.queries';
import { SeatLetters } from './seat-letters.service';
import { Sitting } from './sitting.entity';

/** Whoever casts may cast again, or seat somebody elsewhere: people hear of a seat once it has been theirs for so long. */
const SETTLED_MS = 10 * 60_000;

/** Letters about seats: each is told once, and again only when it has become another one, or none. */
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
    const dueAt = LessThanOrEqual(now);
    const uses = [...new Set((await this.database.read(SeatLetter).findBy({ dueAt })).map(({ sittingId }) => sittingId))].toSorted();
    if (!uses.length) return 0;
    return this.database.write(async (write) => {
      for (const id of uses) await write.lock(Sitting, id); // what a letter says of its tables is true until it is in the outbox
      const due = await this.database.read(SeatLetter).findBy({ sittingId: In(uses), dueAt });
      const [placed, told] = [await this.queries.due(now), await this.queries.told(now)];
      const letters: Letter[] = [];
      for (const { id, sittingId, enrolmentId, dueAt } of due) {
        const one = placed.find((each) => each.sittingId === sittingId && each.enrolmentId === enrolmentId) ?? null;
        const letter = await this.letter(one, told.find((each) => each.id === id) ?? null);
        const says = letter && { ...letter.says, toldAt: now };
        // Of two processes only one takes it; a seat that has changed since is due later, and stays so.
        const taken = await write.update(SeatLetter, { id, dueAt: dueAt! }, { ...says, dueAt: null });
        if (taken && letter) letters.push(letter.words);
      }
      return letters.length ? this.outbox.putAll(write, letters) : 0;
    });
  }

  /** What somebody does not know yet, and what they know with it. Who only looks on has nothing to hear, unless they had a seat. */
  private async letter(now: Placed | null, before: Told | null): Promise<{ words: Letter; says: Partial<SeatLetter> } | null> {
    if (now && (now.role !== '' || now.standsBy)) {
      const { tableId, role } = now;
      return knows(now) ? null : { words: await this.letters.seat(now), says: { tableId, role } };
    }
    return before && { words: await this.letters.lost(before), says: { tableId: null, role: null } };
  }
}

/** Who was told the same before knows. */
function knows({ role, tableId, toldTable, toldRole }: Placed): boolean {
  return toldTable === tableId && toldRole === role;
}
