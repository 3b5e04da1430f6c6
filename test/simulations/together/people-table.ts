import type { TableMode } from '../../../src/content/scenario';
import type { Cohort } from '../../../src/cohorts/cohort.entity';
import { newId } from '../../../src/kernel/identifier';
import type { Person } from '../../../src/people/person.entity';
import type { Command } from '../../../src/simulations/engine/commands';
import { Sitting } from '../../../src/simulations/setting/sitting.entity';
import { OwnTable } from '../../../src/simulations/tables/own-table.guard';
import { Tables } from '../../../src/simulations/tables/tables.service';
import { CohortTables } from '../../../src/simulations/together/cohort-tables.service';
import { knock, post } from '../../support/knock';
import { Page } from '../../support/page';
import { enrol, makePerson, openCohort, type World } from '../../support/world';

const PLACE = { module: 'at-the-table', step: 'exchange-point-peering' };

/** A table of a cohort with a person in each of some seats, without going through the pages. */
export class PeopleTable {
  readonly people: Record<string, Person> = {};
  readonly enrolments: Record<string, string> = {};

  private constructor(
    private readonly world: World,
    readonly cohort: Cohort,
    readonly id: string,
  ) {}

  /** The exchange game, live unless said otherwise; whoever sits down is briefed at once. */
  static async opened(world: World, roles: string[], mode: Exclude<TableMode, 'solo'> = 'live'): Promise<PeopleTable> {
    const { app, database, clock } = world;
    const cohort = await openCohort(world, world.kenya, { name: 'Nairobi together', programme: 'the-table' });
    const scenarioVersionId = cohort.pins['scenario:exchange-point-peering']!;
    const wanted = { cohortId: cohort.id, name: 'Table one', scenarioVersionId, mode };
    const id = await database.write((write) => app.get(CohortTables, { strict: false }).open(write, wanted, newId(), clock.now()));
    const use = { ...PLACE, id: newId(), cohortId: cohort.id, scenarioVersionId, name: wanted.name, mode, tables: [id] };
    const begun = {
      vacant: 'empty' as const,
      notOwn: false,
      startsAt: null,
      madeAt: clock.now(),
      castAt: clock.now(),
      begunAt: clock.now(),
    };
    await database.write((write) => write.insert(Sitting, { ...use, ...begun }));
    const table = new PeopleTable(world, cohort, id);
    for (const role of roles) await table.seats(role);
    return table;
  }

  get address(): string {
    return `/tables/${this.id}`;
  }

  private get tables(): CohortTables {
    return this.world.app.get(CohortTables, { strict: false });
  }

  /** Somebody new comes and takes the seat, or ('') looks on; `as` is how the test calls them, the seat unless said otherwise. */
  async seats(role: string, { as = role, briefed = role !== '' } = {}): Promise<this> {
    const { database, clock } = this.world;
    const email = `${as || 'observer'}-${this.id.slice(-6)}@example.org`;
    const person = (this.people[as] = await makePerson(this.world, { name: `Person of ${as || 'nothing'}`, email, language: 'en' }));
    const enrolmentId = (this.enrolments[as] = await enrol(this.world, person, this.cohort));
    const sitter = { study: { enrolmentId, personId: person.id }, ...PLACE };
    await database.write((write) => this.tables.seat(write, this.id, sitter, role, newId(), clock.now()));
    if (!briefed) return this;
    return (await this.does(as, { do: 'accept-contract' })).does(as, { do: 'acknowledge-brief' });
  }

  /** As somebody at the table. Throws the refusal when the table says no. */
  async does(as: string, command: Command, { id = newId(), text = null as { ref: string; text: string } | null } = {}): Promise<this> {
    const { app, database, clock } = this.world;
    const open = await app.get(OwnTable, { strict: false }).subject({ id: this.people[as]!.id } as never, { table: this.id });
    await database.write((write) => app.get(Tables, { strict: false }).act(write, open!, { id, command, text }, clock.now()));
    return this;
  }

  /** What somebody reads at an address of the table. */
  async sees(as: string, path = ''): Promise<Page> {
    const answer = await knock(this.world, this.address + path, { who: this.people[as]! });
    return new Page(answer.text, this.address + path, answer.status);
  }

  /** A form as somebody's browser sends it. */
  async sends(as: string, path: string, fields: Record<string, string> = {}, form = newId()): Promise<Page> {
    const answer = await post(this.world, this.address + path, this.people[as]!, new URLSearchParams({ form, ...fields }).toString());
    return new Page(answer.text, this.address + path, answer.status);
  }

  /** As the facilitator. */
  async directs(command: Command): Promise<this> {
    const { database, clock, amara } = this.world;
    const act = { id: newId(), command, text: null };
    await database.write((write) => this.tables.direct(write, this.id, 'facilitator', act, amara.id, clock.now()));
    return this;
  }

  async enters(phase: string): Promise<this> {
    const { state } = await this.log();
    return this.directs({ do: 'enter-phase', phase, expectPhase: state.phase.number });
  }

  async log() {
    const [table] = (await this.tables.ofCohort(this.cohort.id)).filter(({ id }) => id === this.id);
    return this.world.app.get(Tables, { strict: false }).logOf({ table: table! });
  }
}
