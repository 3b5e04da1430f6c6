import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { SimulationTable } from '../tables/simulation-table.entity';
import { TablePlace } from '../tables/table-place.entity';
import type { SeatedTable } from '../tables/tables.queries';
import { CohortTables } from '../together/cohort-tables.service';
import { type CastRules, cast, seatForOne } from './cast';
import { emptySeats } from './empty';
import { Fillings } from './fillings.service';
import { SeatNews } from './seat-news.service';
import { type Castable, type NamedPlace, SettingQueries } from './setting.queries';
import { Sitting } from './sitting.entity';
import { Sittings } from './sittings.service';

/** Where somebody goes: a seat, '' to look on, and ready to take a seat or not; null takes their place away. */
export interface Spot {
  tableId: string;
  role: string;
  standsBy: boolean;
}

/** Who sits where at the tables of a sitting. */
@Injectable()
export class Casting {
  constructor(
    private readonly sittings: Sittings,
    private readonly tables: CohortTables,
    private readonly fillings: Fillings,
    private readonly queries: SettingQueries,
    private readonly news: SeatNews,
  ) {}

  /** Casts everybody anew, until the tables begin. */
  async cast(write: Writer, { id }: Sitting, by: CastRules['by'], seed: string, now: Date): Promise<void> {
    const sitting = await this.sittings.locked(write, id);
    if (sitting.begunAt) throw new Refusal('sittings.refusal.begun');
    const people = await this.peopleOf(sitting);
    const { roles } = await this.fillings.scenarioOf(sitting);
    for (const place of await this.queries.places(sitting.tables)) await this.leave(write, sitting, place, now);
    const places = cast(people, sitting.tables.length, roles, { by, seed, notOwn: sitting.notOwn });
    for (const { id: enrolment, table, role, standsBy } of places)
      await this.put(
        write,
        sitting,
        people.find((one) => one.id === enrolment)!,
        { tableId: sitting.tables[table]!, role, standsBy },
        now,
      );
    await this.fillings.fill(write, sitting, now);
    await write.update(Sitting, { id }, { castAt: now });
  }

  /** Gives one person a place, whatever they had at these tables before; once the tables have begun nobody changes from one to another. */
  async seat(write: Writer, { id }: Sitting, enrolmentId: string, spot: Spot | null, now: Date): Promise<void> {
    const sitting = await this.sittings.locked(write, id);
    const person = (await this.peopleOf(sitting)).find((one) => one.id === enrolmentId);
    if (!person || (spot && !sitting.tables.includes(spot.tableId))) throw new NotFound();
    const places = await this.placesOf(write, sitting, now);
    const before = places.find((place) => place.enrolmentId === enrolmentId);
    if (before && sitting.begunAt && before.tableId !== spot?.tableId) throw new Refusal('sittings.refusal.elsewhere');
    if (spot?.role)
      await this.assertRoom(
        sitting,
        spot,
        places.filter((place) => place !== before),
      );
    if (before && before.tableId !== spot?.tableId) await this.leave(write, sitting, before, now);
    const standsIn = Boolean(sitting.begunAt && spot?.role && before?.standsBy && before.tableId === spot.tableId);
    if (spot) await this.put(write, sitting, person, spot, now, standsIn);
    await this.fillings.fill(write, sitting, now);
    if (!sitting.castAt) await write.update(Sitting, { id }, { castAt: now });
  }

  /** Somebody who stands ready takes a seat that is empty. Refuses one that is not, or not any more; whoever was first has it. */
  async stepIn(write: Writer, table: SeatedTable, role: string, now: Date): Promise<void> {
    const use = table.cohortId && table.placeId ? await this.sittings.ofTable(table.cohortId, table.id) : null;
    if (!use) throw new NotFound();
    const sitting = await this.sittings.locked(write, use.id);
    await write.lock(SimulationTable, table.id); // seats change without the sitting, too
    const places = (await this.placesOf(write, sitting, now)).filter(({ tableId }) => tableId === table.id);
    const log = (await this.fillings.logsOf({ tables: [table.id] }))[0]!;
    if (!Object.hasOwn(log.state.seats, role)) throw new NotFound();
    if (!places.some(({ id, role: where, standsBy }) => id === table.placeId && where === '' && standsBy))
      throw new Refusal('sittings.refusal.not-ready');
    if (!emptySeats(log, places).includes(role)) throw new Refusal('sittings.refusal.not-empty');
    const { enrolmentId, personId, module, step } = table;
    await this.tables.move(write, table.id, { study: { enrolmentId, personId }, module, step }, role, newId(), now, true);
  }

  /** Whoever has no place yet gets the best one there is; one of them, or all. Returns how many. */
  async late(write: Writer, { id }: Sitting, only: string | null, now: Date): Promise<number> {
    const sitting = await this.sittings.locked(write, id);
    const places = await this.placesOf(write, sitting, now);
    const missing = (await this.peopleOf(sitting)).filter((one) => !places.some(({ enrolmentId }) => enrolmentId === one.id));
    const late = missing.filter((one) => only === null || one.id === only);
    const { roles } = await this.fillings.scenarioOf(sitting);
    for (const person of late) {
      const running = await this.fillings.running(sitting);
      const { table, role, standsBy } = seatForOne(person, running, roles, sitting.notOwn);
      await this.put(write, sitting, person, { tableId: sitting.tables[table]!, role, standsBy }, now);
    }
    return late.length;
  }

  /** Who sits where, when the seats of those who have left the cohort are free again. */
  private async placesOf(write: Writer, sitting: Sitting, now: Date): Promise<NamedPlace[]> {
    const { tables, module, step } = sitting;
    const [places, running] = [await this.queries.places(tables), await this.fillings.running(sitting)];
    const gone = places.filter(({ gone: left, role, tableId }) => left && role !== '' && running[tables.indexOf(tableId)]!.open);
    for (const { tableId, enrolmentId } of gone)
      await this.tables.seat(write, tableId, { study: { enrolmentId, personId: '' }, module, step }, '', newId(), now);
    return places.filter((place) => !place.gone);
  }

  private peopleOf({ cohortId, module, step }: Sitting): Promise<Castable[]> {
    return this.queries.people(cohortId, module, step);
  }

  private async assertRoom(sitting: Sitting, { tableId, role }: Spot, others: NamedPlace[]): Promise<void> {
    const structure = (await this.fillings.scenarioOf(sitting)).roles.find(({ key }) => key === role);
    if (!structure) throw new NotFound();
    const there = others.filter((place) => place.tableId === tableId && place.role === role).length;
    if (there >= structure.seats.max) throw new Refusal('sittings.refusal.full', { count: structure.seats.max });
  }

  private async put(
    write: Writer,
    sitting: Sitting,
    { id, personId }: Castable,
    { tableId, role, standsBy }: Spot,
    now: Date,
    standsIn = false,
  ): Promise<void> {
    const { module, step } = sitting;
    await this.tables.seat(write, tableId, { study: { enrolmentId: id, personId }, module, step }, role, newId(), now, standsIn);
    await write.update(TablePlace, { tableId, enrolmentId: id }, { standsBy });
    await this.news.changed(write, sitting, id, now);
  }

  /** Nothing is left of a place from before the tables began. */
  private async leave(write: Writer, sitting: Sitting, { id, tableId, enrolmentId }: NamedPlace, now: Date): Promise<void> {
    const { module, step } = sitting;
    await this.tables.seat(write, tableId, { study: { enrolmentId, personId: '' }, module, step }, '', newId(), now); // the log says that the seat is free
    await write.remove(TablePlace, { id });
    await this.news.changed(write, sitting, enrolmentId, now);
  }
}
