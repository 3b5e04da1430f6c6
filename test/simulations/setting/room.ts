import { setTimeout } from 'node:timers/promises';
import type { Cohort } from '../../../src/cohorts/cohort.entity';
import type { Writer } from '../../../src/database/writer';
import type { Person } from '../../../src/people/person.entity';
import { CohortTables } from '../../../src/simulations/together/cohort-tables.service';
import { PlainHands } from '../../support/hands';
import type { Page } from '../../support/page';
import { as } from '../../support/visitor';
import { enrol, makePerson, openCohort, type World } from '../../support/world';

export const STEP = 'at-the-table/exchange-point-peering';
const rooms = new WeakMap<World, number>();

/** A cohort of its own with some people, and its trainer on the page of its tables. */
export async function room(world: World, count: number) {
  const number = (rooms.get(world) ?? 0) + 1;
  rooms.set(world, number);
  const cohort = await openCohort(world, world.kenya, { name: `Room ${number}`, programme: 'the-table' });
  const people: Person[] = [];
  const studies: string[] = [];
  for (let at = 1; at <= count; at++) {
    people.push(await makePerson(world, { name: `Person ${number}-${at}`, email: `p${number}-${at}@example.org`, language: 'en' }));
    studies.push(await enrol(world, people.at(-1)!, cohort));
  }
  const tomas = new PlainHands(as(world, world.tomas));
  await tomas.goTo(`/cohorts/${cohort.id}/tables`);
  const start = (at: number) => new PlainHands(as(world, people[at]!)).goTo(`/simulations/${studies[at]}/${STEP}`);
  return { cohort, people, studies, tomas, start };
}

export type Room = Awaited<ReturnType<typeof room>>;

/** Its trainer uses the scenario, as the form is filled in or as given. */
export async function set({ tomas }: Pick<Room, 'tomas'>, given = {}): Promise<Page> {
  await tomas.follow('Use this scenario: Who may meet');
  return tomas.press('Set the tables', given);
}

/** What comes of a press that arrives when somebody else has changed something, and it is not durable yet. */
export async function meanwhile<T>({ database }: World, change: (write: Writer) => Promise<void>, press: () => Promise<T>): Promise<T> {
  let [changed, letGo] = [() => {}, () => {}];
  const [waits, held] = [new Promise<void>((done) => (changed = done)), new Promise<void>((done) => (letGo = done))];
  const writing = database.write(async (write) => {
    await change(write);
    changed();
    await held;
  });
  await Promise.race([waits, writing]);
  const pressed = press();
  await setTimeout(300);
  letGo();
  await writing;
  return pressed;
}

export const tablesOf = (world: World, cohort: Cohort) => world.app.get(CohortTables, { strict: false }).ofCohort(cohort.id);
