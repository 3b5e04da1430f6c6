import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import { type Letter, Outbox } from '../../web/mail/outbox.service';
import type { TableEvent } from '../engine/events';
import { SeatLetter } from '../setting/seat-letter.entity';
import { TablePlace } from '../tables/table-place.entity';
import { HoursQueries } from './hours.queries';
import { StandInLetters } from './stand-in-letters.service';

/** Those who stand ready at a table, and what becomes of places when one of them takes over the seat of somebody who was away. */
@Injectable()
export class StandIns {
  constructor(
    private readonly queries: HoursQueries,
    private readonly letters: StandInLetters,
    private readonly outbox: Outbox,
  ) {}

  /** As the log knows them, whoever came first first. */
  async readyAt(tableId: string): Promise<string[]> {
    return (await this.queries.placedAt(tableId)).filter(({ role, standsBy }) => role === '' && standsBy).map(({ alias }) => alias);
  }

  /** What the log says of seats that were taken over is true of the places, too; everybody whom it is about is told. */
  async settle(write: Writer, tableId: string, happened: readonly TableEvent[]): Promise<void> {
    const taken = happened.flatMap((event) =>
      event.type === 'seat-taken' && event.holder.kind === 'person' && event.holder.standsIn
        ? [{ role: event.role, alias: event.holder.person }]
        : [],
    );
    if (!taken.length) return;
    const places = await this.queries.placedAt(tableId);
    const letters: Letter[] = [];
    for (const { role, alias } of taken) {
      await write.update(TablePlace, { tableId, role }, { role: '', standsBy: false });
      await write.update(TablePlace, { tableId, alias }, { role, standsBy: false });
      for (const to of places.filter((place) => place.role === role || place.alias === alias)) {
        const yours = to.alias === alias;
        letters.push(await this.letters.write(to, role, yours ? 'yours' : 'gone'));
        await this.known(write, tableId, to.enrolmentId, yours ? role : '');
      }
    }
    await this.outbox.putAll(write, letters);
  }

  /** Somebody has left this seat, and nobody plays it: whoever stands ready hears of it. The first of them to press has it. */
  async left(write: Writer, tableId: string, seat: string): Promise<void> {
    const ready = (await this.queries.placedAt(tableId)).filter(({ role, standsBy }) => role === '' && standsBy);
    if (ready.length) await this.outbox.putAll(write, await Promise.all(ready.map((to) => this.letters.write(to, seat, 'free'))));
  }

  /** Somebody knows already of the seat that they have now, or that they have none: it is no news to them, and what comes after it is. */
  async known(write: Writer, tableId: string, enrolmentId: string, role: string): Promise<void> {
    const id = await this.queries.seatLetter(tableId, enrolmentId);
    const says = role ? { tableId, role } : { tableId: null, role: null };
    if (id) await write.update(SeatLetter, { id }, { ...says, dueAt: null });
  }

  /** The team has given somebody another place in the middle of it all: they hear of it at once. */
  async changed(write: Writer, tableId: string, enrolmentId: string, now: Date): Promise<void> {
    const id = await this.queries.seatLetter(tableId, enrolmentId);
    if (id) await write.update(SeatLetter, { id }, { dueAt: now });
  }
}
