import { newId } from '../../src/kernel/identifier';
import type { Person } from '../../src/people/person.entity';
import type { Command } from '../../src/simulations/engine/commands';
import type { OpenTable } from '../../src/simulations/tables/own-table.guard';
import { OwnTable } from '../../src/simulations/tables/own-table.guard';
import { OwnSimulationStep } from '../../src/simulations/tables/simulation-step.guard';
import { Tables } from '../../src/simulations/tables/tables.service';
import { enrol, openCohort, type World } from '../support/world';

/** A person's seat at a table for one: opened, briefed and in the opening, without going through the pages. */
export class Seat {
  private constructor(
    private readonly world: World,
    readonly person: Person,
    readonly id: string,
  ) {}

  /** Opens a table of the exchange game; the cohort is made when none is given. */
  static async taken(world: World, person: Person, role = 'university', enrolmentId?: string): Promise<Seat> {
    const { app, database, clock } = world;
    const enrolment = enrolmentId ?? (await enrol(world, person, await openCohort(world, world.kenya, { programme: 'at-the-table' })));
    const step = { enrolment, module: 'at-the-table', step: 'exchange-point-peering' };
    const place = await app.get(OwnSimulationStep, { strict: false }).subject({ id: person.id } as never, step);
    const tables = app.get(Tables, { strict: false });
    const id = await database.write((write) => tables.open(write, place!, role, newId(), clock.now()));
    const seat = new Seat(world, person, id);
    await database.write(async (write) => tables.sitDown(write, await seat.open(), newId(), clock.now()));
    return seat;
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

  /** Goes on, phase by phase. */
  async goesOn(times = 1): Promise<this> {
    for (let i = 0; i < times; i++) await this.does({ do: 'be-ready' });
    return this;
  }

  async log() {
    return this.world.app.get(Tables, { strict: false }).logOf(await this.open());
  }
}
