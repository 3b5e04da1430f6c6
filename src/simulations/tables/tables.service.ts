import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Enrolment } from '../../cohorts/enrolment/enrolment.entity';
import { Studies } from '../../cohorts/enrolment/studies.service';
import { Content } from '../../content/content.service';
import type { ScenarioStructure } from '../../content/scenario';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { CHAPTER_SCENARIO } from '../../content/structures';
import { documentHash } from '../../content/hash';
import type { Command, Longer } from '../engine/commands';
import type { TableEvent } from '../engine/events';
import { type Refused } from '../engine/refusing';
import { cameBack } from '../hours/absence';
import { open } from '../solo/open';
import { play } from '../solo/play';
import { follow, movesFloor } from '../together/follow';
import { START } from './chain';
import { followed, Logs, type TableLog } from './logs.service';
import type { OpenTable } from './own-table.guard';
import type { SimulationPlace } from './simulation-step.guard';
import { SimulationTable } from './simulation-table.entity';
import { TablePlace } from './table-place.entity';
import { TableText } from './table-text.entity';
import { type SeatedTable, TableQueries } from './tables.queries';

/** What somebody does at a table: a command, under the id of the form it came with, and the words they wrote for it. */
export interface Act {
  id: string;
  command: Command;
  /** the text that the command's words refer to */
  text: { ref: string; text: string } | null;
  /** the phase that was on the page, for what is only meant there: in another one it does nothing */
  phase?: number;
}

/** The name under which a log knows the person at a table for one; whose table it is stands outside the log. */
const PERSON = 'p1';

/** Sitting at a table: opening one, doing something at it, ending with the debrief. */
@Injectable()
export class Tables {
  constructor(
    private readonly database: Database,
    private readonly logs: Logs,
    private readonly queries: TableQueries,
    private readonly content: Content,
    private readonly studies: Studies,
  ) {}

  ofStep({ study, module, step }: SimulationPlace): Promise<SeatedTable[]> {
    return this.queries.ofStep(study.enrolmentId, module, step);
  }

  /** Those that a person has looked back at, the earliest first. */
  debriefed(personId: string): Promise<SeatedTable[]> {
    return this.queries.debriefed(personId);
  }

  logOf({ table }: { table: SimulationTable }): Promise<TableLog> {
    return this.logs.of(table);
  }

  /** What people wrote, by reference. What was erased is not there. */
  textsOf(tableId: string, refs: string[]): Promise<Map<string, string>> {
    return this.queries.texts(tableId, refs);
  }

  /** References of what a person wrote at a table, as far as it is still there: a seat can be shared, or be somebody else's by now. */
  async writtenBy({ table: { id: tableId, personId } }: OpenTable): Promise<Set<string>> {
    const rows = await this.database.read(TableText).find({ where: { tableId, personId }, select: { id: true } });
    return new Set(rows.map(({ id }) => id));
  }

  /** Opens a table for one in this role; one whose talk has not ended is continued instead. Refuses a role that is not there to be taken. */
  async open(write: Writer, place: SimulationPlace, role: string, commandId: string, now: Date): Promise<string> {
    const { study, module, step, scenarioVersionId } = place;
    await write.lock(Enrolment, study.enrolmentId); // of two presses at once, the later one must see the other's table
    const before = await this.ofStep(place);
    const unfinished = before.find(({ cohortId, debriefedAt }) => !cohortId && !debriefedAt);
    if (unfinished) return unfinished.id;
    const document = await this.content.document(scenarioVersionId);
    const scenario = document.structure as ScenarioStructure;
    if (!scenario.roles.some(({ key, playable }) => key === role && playable)) throw new Refusal('simulations.refusal.role');
    const table: SimulationTable = {
      id: newId(),
      practiceEnrolmentId: study.enrolmentId,
      cohortId: null,
      name: '',
      scenarioVersionId,
      mode: 'solo',
      headSeq: 0,
      headHash: START,
      openedAt: now,
      dueAt: null,
      endedAt: null,
      agreed: null,
    };
    await write.insert(SimulationTable, table);
    const { enrolmentId, personId } = study;
    const nth = { number: before.length + 1, role, alias: PERSON, takenAt: now, debriefedAt: null };
    await write.insert(TablePlace, { id: newId(), tableId: table.id, enrolmentId, personId, module, step, ...nth });
    const pinned = { scenario, slug: document.slug, hash: documentHash(document) };
    await this.logs.begin(write, table, commandId, events(open(pinned, table.id, role, PERSON, now.getTime())));
    return table.id;
  }

  /** The contract and the briefing are accepted; alone, the talk begins. Once seated, nothing changes. */
  async sitDown(write: Writer, { table }: OpenTable, formId: string, now: Date): Promise<void> {
    await this.logs.append(write, table.id, formId, (log) => {
      const seat = table.role ? log.state.seats[table.role]! : null;
      if (!seat) throw new NotFound();
      if (seat.briefed) return [];
      const commands: Command[] = [{ do: 'accept-contract' }, { do: 'acknowledge-brief' }, { do: 'be-ready' }];
      return commands
        .filter((command) => (command.do === 'accept-contract' ? !seat.contract : command.do !== 'be-ready' || table.mode === 'solo'))
        .reduce<TableLog>((before, command) => followed(before, events(answered(before, command, table, now))), log)
        .events.slice(log.events.length);
    });
  }

  /** Does it, with all that the others at the table answer. Refuses what the table does not allow now; then nothing has changed. */
  async act(write: Writer, { table, study }: OpenTable, { id, command, text, phase }: Act, now: Date): Promise<TableLog> {
    const longer = table.mode === 'live' && movesFloor(command.do) ? await this.queries.longerTurns(table.id) : {};
    const log = await this.logs.append(write, table.id, id, (before) =>
      phase !== undefined && phase !== before.state.phase.number ? [] : events(answered(before, command, table, now, longer)),
    );
    if (text) await write.insert(TableText, { id: text.ref, tableId: table.id, personId: table.personId, text: text.text, writtenAt: now });
    if (command.do === 'redact') await write.remove(TableText, { id: command.ref, tableId: table.id });
    if (command.do === 'finish-debrief') await this.counts(write, { table, study }, now);
    return log;
  }

  /** Somebody has looked back. It counts for them alone: others may share their seat, and who looked on has looked back as well. */
  async finishDebrief(write: Writer, open: OpenTable, formId: string, now: Date): Promise<void> {
    const { table } = open;
    await this.logs.append(write, table.id, formId, (log) => {
      const holder = log.state.seats[table.role]?.holder.kind ?? 'vacant';
      const said = holder === 'vacant' || log.state.debriefed.includes(table.role);
      return said ? [] : events(answered(log, { do: 'finish-debrief' }, table, now));
    });
    await this.counts(write, open, now);
  }

  /** With its debrief a table is complete for somebody, and the step is done; a role-play of the chapter's own is a step of nothing. */
  private async counts(write: Writer, { table, study }: OpenTable, now: Date): Promise<void> {
    await write.update(TablePlace, { id: table.placeId, debriefedAt: IsNull() }, { debriefedAt: now });
    if (table.module === CHAPTER_SCENARIO) return;
    await this.studies.finish(write, await study(), `step:${table.module}/${table.step}`, now);
  }
}

/** Alone, everybody else answers at once; together, only those seats that a script plays. Who looks on has no say. */
function answered(log: TableLog, command: Command, { mode, role, alias }: SeatedTable, now: Date, longer: Longer = {}) {
  if (mode === 'solo') return play(log, command, now.getTime());
  if (!role) throw new NotFound();
  const back = cameBack(log, role, alias, now.getTime());
  const answer = follow(back, command, { seat: role }, now.getTime(), [], longer);
  return 'refused' in answer ? answer : { events: [...back.events.slice(log.events.length), ...answer.events] };
}

/** What follows from a command; a rule that says no is said to the person. */
export function events(answer: { events: readonly TableEvent[] } | Refused): readonly TableEvent[] {
  if ('refused' in answer) throw new Refusal(answer.refused.reason, answer.refused.details);
  return answer.events;
}
