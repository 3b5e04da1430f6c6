import type { Cohort } from '../../src/cohorts/cohort.entity';
import { CohortTables } from '../../src/simulations/together/cohort-tables.service';
import { Tables } from '../../src/simulations/tables/tables.service';
import { PlainHands } from '../support/hands';
import type { Page } from '../support/page';
import { as } from '../support/visitor';
import { enrol, loadLibrary, makePerson, openCohort, startWorld, type World } from '../support/world';

const SCENARIO = 'Who may meet at the exchange point?';
const NAMES = ['Akinyi', 'Chebet', 'Dalmas', 'Eunice', 'Faraji', 'Gathoni', 'Hassan', 'Imani', 'Jelani', 'Kiplagat', 'Lemayian', 'Makena'];

describe('a cohort comes to its tables: from the scenario to running in three presses', () => {
  let world: World;
  let cohort: Cohort;
  let tomas: PlainHands;
  let wanjiku: PlainHands;
  let step: string;

  beforeAll(async () => {
    world = await startWorld();
    await loadLibrary(world);
    cohort = await openCohort(world, world.kenya, { name: 'Nairobi tables', programme: 'the-table' });
    step = `/simulations/${await enrol(world, world.wanjiku, cohort)}/at-the-table/exchange-point-peering`;
    for (const name of NAMES) await enrol(world, await person(name), cohort);
    tomas = new PlainHands(as(world, world.tomas));
    wanjiku = new PlainHands(as(world, world.wanjiku));
  });
  afterAll(() => world.stop());

  const person = (name: string) => makePerson(world, { name, email: `${name.toLowerCase()}@example.org`, language: 'en' });
  const peopleAt = (page: Page, table: string) => Number(/(\d+) people have seats/.exec(page.rows(table)[0]!)![1]);

  async function states() {
    const tables = await world.app.get(CohortTables, { strict: false }).ofCohort(cohort.id);
    return Promise.all(tables.map(async (table) => (await world.app.get(Tables, { strict: false }).logOf({ table })).state));
  }

  it('before that, Wanjiku says where she comes from and what she would like to be', async () => {
    await wanjiku.goTo(step);
    const page = await wanjiku.press('Save my wishes', { 'The group you come from': 'Academia', 'Choice 1': 'Universities' });
    expect(page.text).toContain('Your wishes are noted.');
    expect(page.field('Choice 1').value).toContain('Universities');
    expect(page.main).toContain('Your team has set no table for you yet.');
  });

  it('Tomás uses the scenario, lets chance cast, and begins', async () => {
    await tomas.goTo(`/cohorts/${cohort.id}/tables`);
    const before = tomas.presses;
    const form = await tomas.follow(`Use this scenario: ${SCENARIO}`);
    expect(form.main).toContain('13 people are in this cohort.');
    const set = await tomas.press('Set the tables');
    expect(set.text).toContain('The tables are set, and everybody has a place.');
    expect([peopleAt(set, 'Table 1'), peopleAt(set, 'Table 2')].sort()).toEqual([6, 7]);
    expect((await states()).map(({ paused }) => paused !== null)).toEqual([true, true]);
    const running = await tomas.press('Begin at all 2 tables');
    expect(running.text).toContain('It has begun.');
    expect((await states()).map(({ paused, phase }) => [paused, phase.deadline! > world.clock.now().getTime()])).toEqual([
      [null, true],
      [null, true],
    ]);
    console.log(
      `presses of the trainer, from the scenario to ${set.rows(/^Table \d/).length} running tables with 13 people: ${tomas.presses - before}`,
    );
    expect(tomas.presses - before).toBe(3);
  });

  it('every seat says who plays it: a person or a script', async () => {
    const holders = (await states()).map(({ seats }) => Object.values(seats).map(({ holder }) => holder.kind));
    expect(holders.flat().filter((kind) => kind === 'person')).toHaveLength(13);
    expect(holders.flat().filter((kind) => kind === 'vacant')).toEqual([]);
    const seats = await tomas.follow(/^Table 1/);
    expect(seats.rows('Played by a script').length).toBeGreaterThan(0);
    await tomas.goTo(`/cohorts/${cohort.id}/tables`);
  });

  it('Wanjiku finds her table where the role-play is, in a seat that is not her own, and reads what it wants', async () => {
    const page = await wanjiku.goTo(step);
    expect(page.main).toContain('The table is running.');
    expect(page.main).not.toContain('Your seat: Universities');
    const before = wanjiku.presses;
    const brief = await wanjiku.follow('Go to your table');
    expect(brief.heading).toBe('Before you take your seat');
    console.log(`presses of a trainee, from the role-play to her brief: ${wanjiku.presses - before}`);
    expect(wanjiku.presses - before).toBe(1);
  });

  it('Baraka comes late, and is seated in one press', async () => {
    const enrolment = await enrol(world, world.baraka, cohort);
    const page = await tomas.goTo(`/cohorts/${cohort.id}/tables`);
    expect(page.main).toContain('1 person has no place yet');
    const before = tomas.presses;
    const after = await tomas.press('Seat: Baraka Mwangi');
    console.log(`presses of the trainer, for somebody who comes late: ${tomas.presses - before}`);
    expect([peopleAt(after, 'Table 1'), peopleAt(after, 'Table 2')]).toEqual([7, 7]);
    expect(after.main).not.toContain('no place yet');
    const baraka = await new PlainHands(as(world, world.baraka)).goTo(`/simulations/${enrolment}/at-the-table/exchange-point-peering`);
    expect(baraka.main).toContain('Your seat:');
    expect(baraka.offers('Go to your table')).toBe(true);
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
  });
});
