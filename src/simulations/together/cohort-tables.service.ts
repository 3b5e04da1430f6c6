import { Injectable } from '@nestjs/common';
import type { Study } from '../../cohorts/enrolment/study';
import { Content } from '../../content/content.service';
import { documentHash } from '../../content/hash';
import type { ScenarioStructure, TableMode } from '../../content/scenario';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import type { Longer } from '../engine/commands';
import type { Holder, TableEvent } from '../engine/events';
import { initial } from '../engine/initial';
import type { Actor } from '../engine/viewer';
import { afterAbsence } from '../hours/absence';
import { Absences } from '../hours/absences.service';
import { begins } from '../hours/placing';
import { StandIns } from '../hours/stand-ins.service';
import { START } from '../tables/chain';
import { followed, Logs, type TableLog } from '../tables/logs.service';
import { SimulationTable } from '../tables/simulation-table.entity';
import { TablePlace } from '../tables/table-place.entity';
import { TableText } from '../tables/table-text.entity';
import { type Act, events } from '../tables/tables.service';
import { follow, ticked } from './follow';

export interface NewTable {
  cohortId: string;
  name: string;
  scenarioVersionId: string;
  mode: Exclude<TableMode, 'solo'>;
}

/** The step of somebody's study at which they sit at a table. */
export interface Sitter {
  study: Pick<Study, 'enrolmentId' | 'personId'>;
  module: string;
  step: string;
}

/** Tables of a cohort's people: opened by its team, and moved on by seats, by the facilitator and by the clock. */
@Injectable()
export class CohortTables {
  constructor(
    private readonly database: Database,
    private readonly logs: Logs,
    private readonly content: Content,
    private readonly absences: Absences,
    private readonly standIns: StandIns,
  ) {}

  /** The newest first. */
  ofCohort(cohortId: string): Promise<SimulationTable[]> {
    return this.database.read(SimulationTable).find({ where: { cohortId }, order: { openedAt: 'DESC', id: 'DESC' } });
  }

  one(cohortId: string, id: string): Promise<SimulationTable | null> {
    return this.database.read(SimulationTable).findOneBy({ id, cohortId });
  }

  /** Who has a place at it, in the order in which they came. */
  places(tableId: string): Promise<TablePlace[]> {
    return this.database.read(TablePlace).find({ where: { tableId }, order: { takenAt: 'ASC', id: 'ASC' } });
  }

  /** Opens a table with nobody at it; returns its id. Refuses a mode that the scenario does not offer. */
  async open(write: Writer, { cohortId, name, scenarioVersionId, mode }: NewTable, commandId: string, now: Date): Promise<string> {
    const document = await this.content.document(scenarioVersionId);
    const scenario = document.structure as ScenarioStructure;
    const id = newId();
    const nothing = { headSeq: 0, headHash: START, dueAt: null, endedAt: null, agreed: null };
    const table = { id, practiceEnrolmentId: null, cohortId, name, scenarioVersionId, mode, openedAt: now, ...nothing };
    await write.insert(SimulationTable, table);
    const empty: TableLog = { scenario, events: [], state: initial(scenario), hash: START };
    const command = { do: 'open-table', mode, scenario: document.slug, hash: documentHash(document), seed: id } as const;
    const zones = await this.absences.zonesAt(id);
    await this.logs.begin(write, table, commandId, events(follow(empty, command, 'facilitator', now.getTime(), zones)));
    return id;
  }

  /**
   * Gives somebody a place: a seat, or '' to look on. A seat that a person has already is shared: they are a delegation and speak with one voice.
   * Somebody who has a place at the table moves to the other seat; `standsIn` where they stood ready for it. Refuses what the rules of the table refuse.
   */
  async seat(
    write: Writer,
    tableId: string,
    { study, module, step }: Sitter,
    role: string,
    commandId: string,
    now: Date,
    standsIn = false,
  ): Promise<void> {
    await write.lock(SimulationTable, tableId);
    const before = await this.places(tableId);
    const { enrolmentId, personId } = study;
    const own = before.find((place) => place.enrolmentId === enrolmentId);
    if (own?.role === role) return;
    const alias = own?.alias ?? `p${1 + Math.max(0, ...before.map((place) => Number(place.alias.slice(1))))}`;
    if (own) await write.update(TablePlace, { id: own.id }, { role, standsBy: false });
    else {
      const number = 1 + (await this.database.read(TablePlace).countBy({ enrolmentId, module, step }));
      const place = { id: newId(), tableId, enrolmentId, personId, module, step, number, role, alias, takenAt: now, debriefedAt: null };
      await write.insert(TablePlace, place);
    }
    const longer = await this.absences.longerTurnsAt(tableId);
    await this.logs.append(write, tableId, commandId, (log) =>
      seated(log, own?.role ?? '', role, { kind: 'person', person: alias, ...(standsIn && { standsIn }) }, before, now, longer),
    );
  }

  /** The same for somebody who learns of it where they are, and needs no letter about it. */
  async move(write: Writer, tableId: string, sitter: Sitter, role: string, commandId: string, now: Date, standsIn = false): Promise<void> {
    await this.seat(write, tableId, sitter, role, commandId, now, standsIn);
    await this.standIns.known(write, tableId, sitter.study.enrolmentId, role);
  }

  /** Does something in the name of the facilitator (or, for what nobody decides, the machine). */
  async direct(
    write: Writer,
    tableId: string,
    actor: Exclude<Actor, { seat: string }>,
    { id, command, text, phase }: Act,
    personId: string,
    now: Date,
  ): Promise<TableLog> {
    const zones = begins(command.do) ? await this.absences.zonesAt(tableId) : [];
    const longer = await this.absences.longerTurnsAt(tableId);
    const log = await this.logs.append(write, tableId, id, (before) =>
      phase !== undefined && phase !== before.state.phase.number
        ? []
        : events(follow(before, command, actor, now.getTime(), zones, longer)),
    );
    if (text) await write.insert(TableText, { id: text.ref, tableId, personId, text: text.text, writtenAt: now });
    if (command.do === 'redact') await write.remove(TableText, { id: command.ref, tableId });
    return log;
  }

  /** What is due by now happens. */
  async tick(write: Writer, tableId: string, now: Date): Promise<void> {
    const zones = await this.absences.zonesAt(tableId);
    const { rule } = await this.absences.ruleOf(tableId);
    const longer = await this.absences.longerTurnsAt(tableId);
    if (rule === 'alternate') await write.lock(SimulationTable, tableId); // nobody else takes up one of them meanwhile
    const ready = rule === 'alternate' ? await this.standIns.readyAt(tableId) : [];
    let happened: readonly TableEvent[] = [];
    await this.logs.append(write, tableId, newId(), (log) => {
      const after = afterAbsence(log, rule, now.getTime(), zones, ready);
      happened = [...after.events.slice(log.events.length), ...ticked(after, now.getTime(), zones, longer)];
      return happened;
    });
    await this.standIns.settle(write, tableId, happened);
    if (!happened.length) await write.update(SimulationTable, { id: tableId }, { dueAt: null }); // until something happens that changes what is due
  }
}

type Person = Extract<Holder, { kind: 'person' }>;

/** What the log says of somebody who changes their place: a seat that nobody is left in is empty, a seat that nobody was in is taken. */
function seated(log: TableLog, from: string, to: string, who: Person, before: TablePlace[], now: Date, longer: Longer) {
  const { person: alias } = who;
  const others = (role: string) => before.filter((place) => place.role === role && place.alias !== alias);
  let after = log;
  const take = (role: string, holder: Person | { kind: 'vacant' }) => {
    const command = { do: 'take-seat', role, holder } as const;
    after = followed(after, events(follow(after, command, who.standsIn ? 'machine' : 'facilitator', now.getTime(), [], longer)));
  };
  const holder = from ? log.state.seats[from]?.holder : null;
  const [next] = others(from);
  if (holder?.kind === 'person' && holder.person === alias) take(from, next ? { kind: 'person', person: next.alias } : { kind: 'vacant' });
  if (to && !others(to).length) take(to, who);
  return after.events.slice(log.events.length);
}
