import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import { Refusal } from '../../kernel/refusal';
import { canBeTaken, phaseOf } from '../engine/phases';
import { StandIns } from '../hours/stand-ins.service';
import type { OpenTable } from '../tables/own-table.guard';
import type { TableLog } from '../tables/logs.service';
import { SimulationTable } from '../tables/simulation-table.entity';
import { Tables } from '../tables/tables.service';
import { CohortTables } from '../together/cohort-tables.service';
import { SafetyLetters } from './safety-letters.service';
import { talkHasBegun } from './talk';

/** Giving up a seat, for none or for another one. Nobody is asked why. */
@Injectable()
export class Leaving {
  constructor(
    private readonly tables: Tables,
    private readonly together: CohortTables,
    private readonly letters: SafetyLetters,
    private readonly standIns: StandIns,
  ) {}

  /** `to`: an empty seat, or '' to look on. Refuses a seat that is taken, and another seat once the talk has begun; what was left already stays so. */
  async leave(write: Writer, { table }: OpenTable, to: string, commandId: string, now: Date): Promise<void> {
    const { id, enrolmentId, personId, module, step } = table;
    await write.lock(SimulationTable, id);
    const own = (await this.together.places(id)).find((place) => place.id === table.placeId);
    if (!own || own.role === to) return;
    if (to && !own.role) throw new Refusal('sittings.refusal.not-ready'); // who stands ready has a page of their own for it
    if (to) await this.refuseSwap(table, to);
    await this.together.move(write, id, { study: { enrolmentId, personId }, module, step }, to, commandId, now);
    if (to) return;
    await this.letters.toTeam(write, table, 'left');
    const after = await this.logOf(table); // others of a delegation may go on
    if (canBeTaken(after) && after.state.seats[own.role]!.holder.kind === 'vacant') await this.standIns.left(write, id, own.role);
  }

  private async refuseSwap(table: SimulationTable, to: string): Promise<void> {
    const { state, scenario } = await this.logOf(table);
    if (!Object.hasOwn(state.seats, to)) throw new Refusal('simulations.refusal.nothing-here');
    if (talkHasBegun(phaseOf(state, scenario).kind)) throw new Refusal('safety.refusal.swap');
    if (state.seats[to]!.holder.kind !== 'vacant') throw new Refusal('simulations.refusal.seat-taken');
  }

  private async logOf({ cohortId, id }: SimulationTable): Promise<TableLog> {
    return this.tables.logOf({ table: (await this.together.one(cohortId!, id))! });
  }
}
