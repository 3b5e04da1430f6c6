import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import { type Letter, Outbox } from '../../web/mail/outbox.service';
import type { TableEvent } from '../engine/events';
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
      for (const to of places.filter((place) => place.role === role)) letters.push(await this.letters.write(to, role, 'gone'));
      for (const to of places.filter((place) => place.alias === alias)) letters.push(await this.letters.write(to, role, 'yours'));
    }
    await this.outbox.putAll(write, letters);
  }
}
