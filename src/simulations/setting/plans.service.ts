import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Conflict } from '../../database/conflict';
import type { Writer } from '../../database/writer';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { Outbox } from '../../web/mail/outbox.service';
import { SimulationTable } from '../tables/simulation-table.entity';
import { type Placed, SeatLetterQueries } from './seat-letters.queries';
import { SeatLetters } from './seat-letters.service';
import { Sitting } from './sitting.entity';
import { Sittings } from './sittings.service';

/** What can still be changed about tables that have not begun: when they do, and that they do at all. Whoever knows of a place there is told. */
@Injectable()
export class Plans {
  constructor(
    private readonly sittings: Sittings,
    private readonly queries: SeatLetterQueries,
    private readonly letters: SeatLetters,
    private readonly outbox: Outbox,
  ) {}

  /** Another moment, or null where somebody presses. Refuses (`Conflict`) what comes from a page that knew another one. */
  async postpone(write: Writer, { id }: Pick<Sitting, 'id'>, startsAt: Date | null, version: number): Promise<void> {
    const sitting = await this.waiting(write, id);
    if (sitting.version !== version) throw new Conflict('sitting', id);
    if (sitting.startsAt?.getTime() === startsAt?.getTime()) return;
    await write.changeAt(Sitting, { id, version }, { startsAt });
    await this.tell(write, id, (to) => this.letters.moved(to));
  }

  /** The tables go, with everything that was noted at them. */
  async callOff(write: Writer, cohortId: string, id: string): Promise<void> {
    if (!(await this.sittings.one(cohortId, id))) throw new NotFound();
    const { tables } = await this.waiting(write, id);
    await this.tell(write, id, (to) => this.letters.calledOff(to));
    await write.remove(Sitting, { id });
    await write.remove(SimulationTable, { id: In(tables) });
  }

  private async waiting(write: Writer, id: string): Promise<Sitting> {
    const sitting = await this.sittings.locked(write, id);
    if (sitting.begunAt) throw new Refusal('sittings.refusal.running');
    return sitting;
  }

  /** Whoever has not yet heard of their seat hears nothing that they could not understand. */
  private async tell(write: Writer, id: string, letter: (to: Placed) => Promise<Parameters<Outbox['put']>[1]>): Promise<void> {
    const knowing = (await this.queries.at(id)).filter(({ toldTable, dueAt }) => toldTable !== null || dueAt === null);
    if (knowing.length) await this.outbox.putAll(write, await Promise.all(knowing.map(letter)));
  }
}
