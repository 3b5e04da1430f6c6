import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Content } from '../../content/content.service';
import type { ScenarioStructure } from '../../content/scenario';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import type { Command } from '../engine/commands';
import { canBeTaken } from '../engine/phases';
import { events } from '../tables/tables.service';
import { followed, Logs, type TableLog } from '../tables/logs.service';
import { SimulationTable } from '../tables/simulation-table.entity';
import { follow } from '../together/follow';
import { CohortTables } from '../together/cohort-tables.service';
import type { Running } from './cast';
import type { Filler } from './fillers';
import type { Sitting } from './sitting.entity';

/** Seats in which nobody sits: a script plays them, the facilitator does, or they stay empty. */
@Injectable()
export class Fillings {
  constructor(
    private readonly database: Database,
    private readonly logs: Logs,
    private readonly content: Content,
    private readonly tables: CohortTables,
  ) {}

  async scenarioOf({ scenarioVersionId }: Pick<Sitting, 'scenarioVersionId'>): Promise<ScenarioStructure> {
    return (await this.content.document(scenarioVersionId)).structure as ScenarioStructure;
  }

  /** The logs of its tables, in their order. */
  async logsOf({ tables }: Pick<Sitting, 'tables'>): Promise<TableLog[]> {
    const rows = await this.database.read(SimulationTable).findBy({ id: In(tables) });
    return Promise.all(tables.map((id) => this.logs.of(rows.find((row) => row.id === id)!)));
  }

  /** Its tables as somebody who comes late finds them. */
  async running(sitting: Pick<Sitting, 'tables'>): Promise<Running[]> {
    const logs = await this.logsOf(sitting);
    return Promise.all(
      logs.map(async ({ state, scenario }, at) => {
        const people: Record<string, number> = {};
        for (const { role } of await this.tables.places(sitting.tables[at]!)) if (role) people[role] = (people[role] ?? 0) + 1;
        const vacant = Object.values(state.seats).filter(({ holder }) => holder.kind === 'vacant');
        return { people, vacant: vacant.map(({ role }) => role), open: canBeTaken({ state, scenario }) };
      }),
    );
  }

  /** What the sitting says of empty seats comes true at all its tables. */
  async fill(write: Writer, sitting: Sitting, now: Date): Promise<void> {
    if (sitting.vacant !== 'script') return;
    for (const tableId of sitting.tables)
      await this.change(write, tableId, now, ({ state, scenario }) =>
        (canBeTaken({ state, scenario }) ? scenario.roles : [])
          .filter(({ key, script, chair }) => state.seats[key]!.holder.kind === 'vacant' && (script || chair))
          .map(({ key }) => ({ do: 'take-seat', role: key, holder: { kind: 'script' } })),
      );
  }

  /** Who plays some seats of one table in which nobody sits. Seats in which somebody sits stay theirs; the facilitator has one voice. */
  async play(write: Writer, tableId: string, wanted: Readonly<Record<string, Filler>>, now: Date): Promise<void> {
    await this.change(write, tableId, now, ({ state }) => {
      const seats = Object.values(state.seats).map(({ role, holder: { kind } }) => {
        const filler = kind !== 'person' && Object.hasOwn(wanted, role) ? wanted[role]! : null;
        return { role, before: kind, holder: { kind: filler === null ? kind : filler === 'empty' ? ('vacant' as const) : filler } };
      });
      if (seats.filter(({ holder }) => holder.kind === 'facilitator').length > 1) throw new Refusal('sittings.refusal.one-voice');
      return seats.flatMap(({ role, before, holder: { kind } }) =>
        kind === before || kind === 'person' ? [] : [{ do: 'take-seat' as const, role, holder: { kind } }],
      );
    });
  }

  private async change(write: Writer, tableId: string, now: Date, commands: (log: TableLog) => Command[]): Promise<void> {
    await this.logs.append(write, tableId, newId(), (log) =>
      commands(log)
        .reduce((before, command) => followed(before, events(follow(before, command, 'facilitator', now.getTime()))), log)
        .events.slice(log.events.length),
    );
  }
}
