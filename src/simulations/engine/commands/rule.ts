/** What it takes to answer one kind of command: who may give it, whether there is anything to give it for, and what follows. */
import type { RoleStructure, ScenarioStructure } from '../../../content/scenario';
import type { Command, CommandName } from '../commands';
import type { Happening } from '../events';
import type { Refused } from '../refusing';
import type { Seat, TableState } from '../state';
import type { Actor } from '../viewer';

/**
 * `newcomer`: even whoever has no seat yet. `seat`: whoever sits at the table. `delegate`: not the chair, who takes no side. `chair`: the chair, or the facilitator and the machine
 * in the chair's place. `facilitator`: the machine too. `anybody`: the command looks itself.
 */
export type Who = 'newcomer' | 'seat' | 'delegate' | 'chair' | 'facilitator' | 'machine' | 'anybody';

/** A table as a command finds it. */
export interface Table {
  state: TableState;
  scenario: ScenarioStructure;
  actor: Actor;
  /** the actor's seat; '' for those who have none */
  role: string;
  at: number;
}

export type CommandOf<N extends CommandName> = Extract<Command, { do: N }>;

export interface Rule<N extends CommandName> {
  who: Who;
  /** people may do it before they are briefed */
  unbriefed?: true;
  /** why it cannot be done at all now, whatever the particulars; knows no more than the actor may know */
  unless?: (table: Table) => Refused | null;
  /** whether there is anything that it could be done to: without it a page does not offer it */
  anything?: (table: Table) => boolean;
  decide: (command: CommandOf<N>, table: Table) => Happening[] | Refused;
}

export type Rules<N extends CommandName> = { [K in N]: Rule<K> };

export function find<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

export function roleOf({ scenario }: Pick<Table, 'scenario'>, key: string): RoleStructure | undefined {
  return scenario.roles.find((role) => role.key === key);
}

export function isChair(table: Pick<Table, 'scenario'>, role: string): boolean {
  return roleOf(table, role)?.chair ?? false;
}

export function isHeld(seat: Seat | undefined): seat is Seat {
  return seat !== undefined && seat.holder.kind !== 'vacant';
}

/** Seats that take part: somebody sits there and is briefed; the chair's not among them. */
export function delegates({ state, scenario }: Pick<Table, 'state' | 'scenario'>): string[] {
  const taking = scenario.roles.filter(({ key, chair }) => !chair && isHeld(state.seats[key]));
  return taking.map(({ key }) => key).filter((key) => state.seats[key]!.contract && state.seats[key]!.briefed);
}

/** The next public name of a kind: s1, s2, … They are given by the table and never twice. */
export function nextId(letter: string, present: number): string {
  return `${letter}${present + 1}`;
}

/** Whether an actor stands outside the play. */
export function isOutside({ actor }: Pick<Table, 'actor'>): boolean {
  return actor === 'facilitator' || actor === 'machine';
}
