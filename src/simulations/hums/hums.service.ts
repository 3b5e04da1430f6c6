import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { Refusal } from '../../kernel/refusal';
import type { Command } from '../engine/commands';
import { delegates } from '../engine/commands/rule';
import type { TableState } from '../engine/state';
import type { Viewer } from '../engine/viewer';
import type { OpenTable } from '../tables/own-table.guard';
import { SimulationTable } from '../tables/simulation-table.entity';
import { Tables } from '../tables/tables.service';
import { type Ballot, Ballots } from './ballots';
import { HumBallots } from './hum-ballots.entity';
import { hasPassed, refusesHum } from './humming';

/**
 * Humming: heard while it is open, forgotten when it closes. Nothing of a ballot goes through what else is written down: no line of the log, no
 * announcement, no note of the form it came with.
 */
@Injectable()
export class Hums {
  constructor(
    private readonly database: Database,
    private readonly tables: Tables,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** What a seat hums; until the hum closes it can hum otherwise. Refuses when the hum is over, and whoever takes no side. */
  async hum({ table: { id, role } }: OpenTable, hum: string, hummed: Ballot['hummed'], formId: string, now: Date): Promise<void> {
    await this.database.write(async (write) => {
      await write.lock(SimulationTable, id);
      const table = await this.database.read(SimulationTable).findOneByOrFail({ id });
      const refused = refusesHum(await this.tables.logOf({ table }), hum, role, now.getTime());
      if (refused) throw new Refusal(refused.refused.reason, refused.refused.details);
      const before = await this.row(id, hum);
      const salt = before?.salt ?? randomBytes(32).toString('base64url');
      const ballots = this.read({ salt, ballots: before?.ballots ?? '{}' }).with(role, hummed, formId).text;
      await write.upsert(HumBallots, { tableId: id, hum, salt, ballots }, ['tableId', 'hum']);
    });
  }

  /** Takes the ballots away for good, and says how a hum is closed with them: in the same work, so that either both happen or neither. */
  async closing(write: Writer, tableId: string, hum: string): Promise<Command> {
    await write.lock(SimulationTable, tableId);
    const table = await this.database.read(SimulationTable).findOneByOrFail({ id: tableId });
    const present = delegates(await this.tables.logOf({ table })).length;
    const row = await this.row(tableId, hum);
    await write.remove(HumBallots, { tableId, hum });
    return { do: 'close-hum', hum, ballots: row ? this.read(row).counted : [], present };
  }

  /** The open hums in which the viewer's own seat has hummed. */
  async hummed(tableId: string, viewer: Viewer, hums: TableState['hums']): Promise<Set<string>> {
    if (typeof viewer === 'string' || !Object.values(hums).some(({ open }) => open)) return new Set();
    const rows = await this.database.read(HumBallots).findBy({ tableId });
    return new Set(rows.filter((row) => this.read(row).has(viewer.seat)).map(({ hum }) => hum));
  }

  /** Hums with ballots whose moment has passed: nobody closed them before the table went on. */
  async over(): Promise<{ tableId: string; hum: string }[]> {
    const open = await this.database.read(HumBallots).find({ select: { tableId: true, hum: true } });
    const over: { tableId: string; hum: string }[] = [];
    for (const { tableId, hum } of open) {
      const table = await this.database.read(SimulationTable).findOneByOrFail({ id: tableId });
      if (hasPassed((await this.tables.logOf({ table })).events, hum)) over.push({ tableId, hum });
    }
    return over;
  }

  private row(tableId: string, hum: string): Promise<HumBallots | null> {
    return this.database.read(HumBallots).findOneBy({ tableId, hum });
  }

  private read({ salt, ballots }: Pick<HumBallots, 'salt' | 'ballots'>): Ballots {
    return Ballots.read(this.settings.sessionSecret, salt, ballots);
  }
}
