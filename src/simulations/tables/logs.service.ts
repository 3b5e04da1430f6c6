import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import { Content } from '../../content/content.service';
import type { ScenarioStructure } from '../../content/scenario';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { nextDue } from '../engine/due';
import { fold } from '../engine/evolve';
import type { TableEvent } from '../engine/events';
import { initial } from '../engine/initial';
import type { TableState } from '../engine/state';
import { Announcements } from './announcements.service';
import { DamagedLog, links, START, unchained, versionOf } from './chain';
import { SimulationTable } from './simulation-table.entity';
import { LoggedEvent } from './table-event.entity';
import { TableQueries } from './tables.queries';

/** A table's log with what follows from it. */
export interface TableLog {
  scenario: ScenarioStructure;
  events: readonly TableEvent[];
  state: TableState;
  /** the last line's */
  hash: string;
}

type Head = Pick<SimulationTable, 'id' | 'headSeq' | 'headHash' | 'scenarioVersionId'>;

const REMEMBERED_TABLES = 60;

/** The logs of tables: appended to, never changed; read once, checked line by line, and kept at hand. */
@Injectable()
export class Logs {
  private readonly known = new Map<string, TableLog>();

  constructor(
    private readonly database: Database,
    private readonly content: Content,
    private readonly tables: TableQueries,
    private readonly announcements: Announcements,
  ) {}

  /**
   * The log up to the table's head; further, when others went on since that head was read. Throws a `DamagedLog` when a line is not as it was
   * written, or is missing.
   */
  async of(table: Head): Promise<TableLog> {
    const known = this.known.get(table.id);
    if (known && isAtHead(known, table)) return known;
    const isAhead = known && known.events.length > table.headSeq;
    const head = isAhead ? (await this.tables.head(table.id, '')).table : table;
    if (known && isAtHead(known, head)) return known;
    const log = (known && (await this.continued(known, head))) ?? (await this.fromStart(head));
    this.remember(table.id, log);
    return log;
  }

  /** The newest log of a table; null where there is none. */
  async newest(tableId: string): Promise<TableLog | null> {
    const table = await this.database.read(SimulationTable).findOneBy({ id: tableId });
    return table && this.of(table);
  }

  /**
   * Decides against the newest log and appends what follows from it, under the table's own lock. The same command again changes nothing.
   * A work that refuses (throws) leaves everything as it was.
   */
  async append(write: Writer, tableId: string, commandId: string, decide: (log: TableLog) => readonly TableEvent[]): Promise<TableLog> {
    await write.lock(SimulationTable, tableId);
    const { table, known } = await this.tables.head(tableId, commandId);
    const log = await this.of(table);
    if (known) return log;
    return this.write(write, table, log, commandId, decide(log));
  }

  /** The first lines of a table that was just made. */
  async begin(write: Writer, table: SimulationTable, commandId: string, events: readonly TableEvent[]): Promise<TableLog> {
    return this.write(write, table, await this.empty(table), commandId, events);
  }

  private async write(
    write: Writer,
    table: SimulationTable,
    log: TableLog,
    commandId: string,
    events: readonly TableEvent[],
  ): Promise<TableLog> {
    if (!events.length) return log;
    const lines = links(events, log.hash);
    const rows = lines.map(({ seq, event, hash }, index) => {
      const { at, type } = events[index]!;
      return { tableId: table.id, seq, at: new Date(at), type, version: versionOf(type), commandId, event, hash };
    });
    await write.insert(LoggedEvent, rows);
    const after = followed(log, events, rows.at(-1)!.hash);
    await write.update(SimulationTable, { id: table.id }, { headSeq: after.events.length, headHash: after.hash, ...marks(after) });
    write.afterCommit(() => this.remember(table.id, after));
    await this.announcements.announce(write, table.id);
    return after;
  }

  /** What is at hand, with the lines that came since; null when it is from a work that was undone. */
  private async continued(known: TableLog, table: Head): Promise<TableLog | null> {
    try {
      const log = await this.longer(known, table);
      return isAtHead(log, table) ? log : null;
    } catch (error) {
      if (error instanceof DamagedLog) return null; // it may be only what is at hand that is wrong: the whole log decides
      throw error;
    }
  }

  private async fromStart(table: Head): Promise<TableLog> {
    const log = await this.longer(await this.empty(table), table);
    if (!isAtHead(log, table)) throw new DamagedLog(log.events.length + 1);
    return log;
  }

  /** What came after the head was read is left for whoever reads a newer one. */
  private async longer(before: TableLog, { id: tableId, headSeq }: Head): Promise<TableLog> {
    const where = { tableId, seq: Between(before.events.length + 1, headSeq) };
    const rows = await this.database.read(LoggedEvent).find({ where, order: { seq: 'ASC' } });
    const events = unchained(rows, { seq: before.events.length, hash: before.hash });
    return rows.length ? followed(before, events, rows.at(-1)!.hash) : before;
  }

  private async empty({ scenarioVersionId }: Head): Promise<TableLog> {
    const scenario = (await this.content.document(scenarioVersionId)).structure as ScenarioStructure;
    return { scenario, events: [], state: initial(scenario), hash: START };
  }

  private remember(tableId: string, log: TableLog): void {
    this.known.delete(tableId);
    if (this.known.size >= REMEMBERED_TABLES) this.known.delete(this.known.keys().next().value!);
    this.known.set(tableId, log);
  }
}

function isAtHead({ events, hash }: TableLog, { headSeq, headHash }: Head): boolean {
  return events.length === headSeq && hash === headHash;
}

/** A log with what came after it; without a hash it is only thought, not written. */
export function followed(log: TableLog, events: readonly TableEvent[], hash = ''): TableLog {
  return { ...log, events: [...log.events, ...events], state: fold(events, log.scenario, log.state), hash };
}

/** What lists of tables show without reading the log. */
function marks({ state, scenario }: TableLog): Partial<SimulationTable> {
  const { outcome } = state;
  const due = nextDue(state, scenario);
  return {
    mode: state.mode,
    endedAt: outcome ? new Date(outcome.at) : null,
    agreed: outcome ? outcome.outcome === 'agreement' : null,
    dueAt: due === null ? null : new Date(due),
  };
}
