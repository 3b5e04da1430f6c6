import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { StandIns } from '../hours/stand-ins.service';
import { SimulationTable } from '../tables/simulation-table.entity';
import type { TablePlace } from '../tables/table-place.entity';
import { Tables } from '../tables/tables.service';
import { CohortTables } from '../together/cohort-tables.service';
import type { Facilitated } from '../together/team-table.guard';

/** What becomes of a seat: a script plays it, it is empty, or somebody who looks on takes it (their place at the table). */
export type NewHolder = 'script' | 'vacant' | { place: string };

/** Giving a seat to somebody else in the middle of it all. Whoever sat there looks on from then on, and can be given a seat again. */
@Injectable()
export class Takeovers {
  constructor(
    private readonly tables: Tables,
    private readonly together: CohortTables,
    private readonly standIns: StandIns,
  ) {}

  /** `from`: who sat there on the page. Refuses a seat at which somebody else sits by now, and a role that has no script. */
  async hold(write: Writer, own: Facilitated, role: string, holder: NewHolder, from: string, now: Date): Promise<void> {
    const { table, personId } = own;
    await write.lock(SimulationTable, table.id);
    const { state } = await this.tables.logOf({ table: (await this.together.one(own.cohort.id, table.id))! });
    const seat = Object.hasOwn(state.seats, role) ? state.seats[role]! : null;
    if (!seat) throw new NotFound();
    if (seat.holder.kind !== from) throw new Refusal('simulations.refusal.moved-on');
    const places = await this.together.places(table.id);
    const sitting = places.filter((place) => place.role === role);
    const next = typeof holder === 'object' ? places.find(({ id, role: where }) => id === holder.place && where === '') : null;
    if (next === undefined) throw new NotFound();
    // Whoever speaks for a delegation goes last, so that nobody else becomes its voice on the way.
    const speaker = seat.holder.kind === 'person' ? seat.holder.person : '';
    for (const place of sitting.toSorted((a, b) => Number(a.alias === speaker) - Number(b.alias === speaker)))
      await this.seat(write, place, '', now);
    if (next) return this.seat(write, next, role, now);
    const empty = holder === 'vacant' && sitting.length > 0; // it became so when the last of them stood up
    if (empty) return;
    const command = { do: 'take-seat', role, holder: { kind: holder as 'script' | 'vacant' } } as const;
    await this.together.direct(write, table.id, 'facilitator', { id: newId(), command, text: null }, personId, now);
  }

  private async seat(write: Writer, { tableId, enrolmentId, personId, module, step }: TablePlace, role: string, now: Date): Promise<void> {
    await this.together.seat(write, tableId, { study: { enrolmentId, personId }, module, step }, role, newId(), now);
    await this.standIns.changed(write, tableId, enrolmentId, now);
  }
}
