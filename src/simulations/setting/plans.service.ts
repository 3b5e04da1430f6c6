import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Conflict } from '../../database/conflict';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { Outbox } from '../../web/mail/outbox.service';
import { TableReport } from '../safety/table-report.entity';
import { SimulationTable } from '../tables/simulation-table.entity';
import { type Placed, SeatLetterQueries } from './seat-letters.queries';
import { SeatLetters } from './seat-letters.service';
import { Sitting } from './sitting.entity';
import { Sittings } from './sittings.service';

/** What can still be changed about tables that have not begun: when they do, and that they do at all. Whoever knows of a place there is told. */
@Injectable()
export class Plans {
  constructor(
    private readonly database: Database,
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
    await this.outbox.putAll(write, await Promise.all((await this.knowing(id)).map((to) => this.letters.moved(to))));
  }

  /** The tables go, with everything that was noted at them. Refuses while somebody's report about one of them waits for the team. */
  async callOff(write: Writer, cohortId: string, id: string): Promise<void> {
    const known = await this.sittings.one(cohortId, id);
    if (!known) throw new NotFound();
    const { tables } = known;
    await write.lock(Sitting, id);
    for (const table of tables) await write.lock(SimulationTable, table); // one can begin, or be reported, without the sitting
    await this.waiting(write, id);
    const tableId = In(tables);
    if (await this.database.read(TableReport).existsBy({ tableId, settledAt: IsNull() })) throw new Refusal('sittings.refusal.reports');
    const people = [...(await this.knowing(id)), ...(await this.queries.gone(id))];
    await this.outbox.putAll(write, await Promise.all(people.map((to) => this.letters.calledOff(to))));
    await write.remove(Sitting, { id });
    await write.remove(SimulationTable, { id: In(tables) });
  }

  private async waiting(write: Writer, id: string): Promise<Sitting> {
    const sitting = await this.sittings.locked(write, id);
    if (sitting.begunAt) throw new Refusal('sittings.refusal.running');
    return sitting;
  }

  /** Whoever has not yet heard of their seat hears nothing that they could not understand. */
  private async knowing(id: string): Promise<Placed[]> {
    return (await this.queries.at(id)).filter(({ toldTable, dueAt }) => toldTable !== null || dueAt === null);
  }
}
