import { newId } from '../../src/kernel/identifier';
import type { Person } from '../../src/people/person.entity';
import type { Command } from '../../src/simulations/engine/commands';
import type { OpenTable } from '../../src/simulations/tables/own-table.guard';
import { OwnTable } from '../../src/simulations/tables/own-table.guard';
import { OwnSimulationStep } from '../../src/simulations/tables/simulation-step.guard';
import { Tables } from '../../src/simulations/tables/tables.service';
import { enrol, openCohort, type World } from '../support/world';

/** Where a simulation stands: a step in one's own study. */
export interface Place {
  enrolment: string;
  module: string;
  step: string;
}

/** A person's seat at a table for one: opened, briefed and in the opening, without going through the pages. */
export class Seat {
  private constructor(
    private readonly world: World,
    readonly person: Person,
    readonly id: string,
  ) {}

  /** Opens a table of the exchange game, or of another simulation; the cohort is made when no place is given. */
  static async taken(world: World, person: Person, role = 'university', at?: string | Place): Promise<Seat> {
    const enrolment =
      at ?? (await enrol(world, person, await openCohort(world, world.kenya, { name: 'Nairobi table', programme: 'the-table' })));
    const exchange = { module: 'at-the-table', step: 'exchange-point-peering' };
    const seat = await Seat.opened(world, person, role, typeof enrolment === 'string' ? { enrolment, ...exchange } : enrolment);
    await world.database.write(async (write) =>
      world.app.get(Tables, { strict: false }).sitDown(write, await seat.open(), newId(), world.clock.now()),
    );
    return seat;
  }

  /** The same before the brief was read. */
  static async opened({ app, database, clock, ...world }: World, person: Person, role: string, at: Place): Promise<Seat> {
    const place = await app.get(OwnSimulationStep, { strict: false }).subject({ id: person.id } as never, { ...at });
    const tables = app.get(Tables, { strict: false });
    const id = await database.write((write) => tables.open(write, place!, role, newId(), clock.now()));
    return new Seat({ app, database, clock, ...world }, person, id);
  }

  get address(): string {
    return `/tables/${this.id}`;
  }

  async open(): Promise<OpenTable> {
    return (await this.world.app.get(OwnTable, { strict: false }).subject({ id: this.person.id } as never, { table: this.id }))!;
  }

  /** Does something; throws the refusal when the table says no. */
  async does(command: Command, { id = newId(), text = null as { ref: string; text: string } | null } = {}): Promise<this> {
    const { app, database, clock } = this.world;
    const open = await this.open();
    await database.write((write) => app.get(Tables, { strict: false }).act(write, open, { id, command, text }, clock.now()));
    return this;
  }

  /** Says something to everybody, in words of their own. */
  async says(text: string): Promise<this> {
    const ref = newId();
    return this.does({ do: 'speak', words: { ref }, length: text.split(' ').length }, { text: { ref, text } });
  }

  /** Goes on, phase by phase. */
  async goesOn(times = 1): Promise<this> {
    for (let i = 0; i < times; i++) await this.does({ do: 'be-ready' });
    return this;
  }

  async log() {
    return this.world.app.get(Tables, { strict: false }).logOf(await this.open());
  }
}
