import { Injectable } from '@nestjs/common';
import type { DebriefStep } from '../../../content/scenario';
import { Database } from '../../../database/database.service';
import type { Writer } from '../../../database/writer';
import { Conflict } from '../../../database/conflict';
import { newId } from '../../../kernel/identifier';
import { Refusal } from '../../../kernel/refusal';
import type { Command } from '../../engine/commands';
import { UNSEALS } from '../../engine/commands/debriefing';
import { phaseOf } from '../../engine/phases';
import { Announcements } from '../../tables/announcements.service';
import { SimulationTable } from '../../tables/simulation-table.entity';
import { Tables } from '../../tables/tables.service';
import { CohortTables } from '../../together/cohort-tables.service';
import { ALL_STEPS, numberOf, unseals } from '../opening';
import { TableDebrief } from './table-debrief.entity';

/** Debriefs of people who sat at a table together: their team opens the four steps, one after the other. */
@Injectable()
export class Circles {
  constructor(
    private readonly database: Database,
    private readonly tables: Tables,
    private readonly together: CohortTables,
    private readonly announcements: Announcements,
  ) {}

  of(tableId: string): Promise<TableDebrief | null> {
    return this.database.read(TableDebrief).findOneBy({ tableId });
  }

  /** How many of the four steps are open; all of them for somebody who played alone. */
  async opened({ id, cohortId }: Pick<SimulationTable, 'id' | 'cohortId'>): Promise<number> {
    return cohortId === null ? ALL_STEPS : ((await this.of(id))?.opened ?? 0);
  }

  /**
   * Opens the steps up to one, from the version that was on the page (0 before the first). Before they learn why, everything is unsealed that
   * was announced, and no more. Throws a `Conflict` when somebody else of the team was first; refuses while people still talk.
   */
  async open(write: Writer, table: SimulationTable, upTo: DebriefStep, version: number, personId: string, now: Date): Promise<void> {
    await write.lock(SimulationTable, table.id);
    const before = await this.of(table.id);
    if ((before?.version ?? 0) !== version) throw new Conflict('TableDebrief', table.id);
    const opened = numberOf(upTo);
    if (opened <= (before?.opened ?? 0)) throw new Refusal('debriefing.refusal.open-already');
    await this.ready(write, table, unseals(upTo, before?.opened ?? 0), personId, now);
    const set = { opened, updatedAt: now };
    if (before) await write.changeAt(TableDebrief, before, set);
    else if (!(await write.insertOnce(TableDebrief, { id: newId(), tableId: table.id, version: 1, ...set })))
      throw new Conflict('TableDebrief', table.id);
    write.afterCommit(() => this.announcements.say(table.id));
  }

  /** The table itself comes to its debrief, and with the third step it opens what was announced. */
  private async ready(write: Writer, table: SimulationTable, unsealing: boolean, personId: string, now: Date): Promise<void> {
    const { state, scenario } = await this.tables.logOf({ table });
    if (!state.outcome) throw new Refusal('debriefing.refusal.still-talking');
    const last = scenario.phases.find(({ kind }) => kind === 'debrief')!;
    const enter: Command[] =
      phaseOf(state, scenario).kind === 'debrief' ? [] : [{ do: 'enter-phase', phase: last.key, expectPhase: state.phase.number }];
    const scopes = unsealing ? UNSEALS[scenario.unseal].filter((scope) => !state.unsealed.includes(scope)) : [];
    const commands: Command[] = [...enter, ...scopes.map((scope): Command => ({ do: 'unseal', scope }))];
    for (const command of commands)
      await this.together.direct(write, table.id, 'facilitator', { id: newId(), command, text: null }, personId, now);
  }
}
