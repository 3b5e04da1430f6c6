import type { Cohort } from '../../src/cohorts/cohort.entity';
import type { Person } from '../../src/people/person.entity';
import { Casting } from '../../src/simulations/setting/casting.service';
import type { Sitting, Vacant } from '../../src/simulations/setting/sitting.entity';
import { Sittings } from '../../src/simulations/setting/sittings.service';
import { OwnSimulationStep } from '../../src/simulations/tables/simulation-step.guard';
import { Wishes } from '../../src/simulations/setting/wishes.service';
import type { Place } from '../simulations/seat';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import { enrol, makePerson, openCohort, type World } from './world';

const STEP = { module: 'at-the-table', step: 'exchange-point-peering' };
const USUAL = { ...STEP, mode: 'live' as const, vacant: 'script' as const, notOwn: true, startsAt: null };

/** A cohort with tables: of one use of a scenario that waits for wishes, one that is ready, and one that runs, to which somebody came late. */
export interface GroundSetting {
  cohort: Cohort;
  /** with a seat, and whoever came late */
  atieno: Person;
  otieno: Person;
  atienos: string;
  otienos: string;
  asking: Sitting;
  ready: Sitting;
  running: Sitting;
  /** who stands ready at one with empty seats */
  sarah: Person;
  open: Sitting;
  /** one that is called off */
  spare: Sitting;
}

export async function settingOf(world: World): Promise<GroundSetting> {
  const { app, database, clock, tomas, kenya } = world;
  const [sittings, casting] = [app.get(Sittings, { strict: false }), app.get(Casting, { strict: false })];
  const cohort = await openCohort(world, kenya, { name: 'Kericho tables', programme: 'the-table' });
  const person = (name: string, word: string) => makePerson(world, { name, email: `${word}@example.org`, language: 'en' });
  const [atieno, otieno, third] = [
    await person('Atieno Were', 'atieno.were'),
    await person('Otieno Ogola', 'otieno.ogola'),
    await person('Sarah Rotich', 'sarah.rotich'),
  ];
  const [atienos, thirds] = [await enrol(world, atieno, cohort), await enrol(world, third, cohort)];
  await wishes(world, atieno, { enrolment: atienos, ...STEP });
  const now = clock.now();
  const set = (name: string, vacant: Vacant = 'script') =>
    database.write((write) => sittings.setUp(write, cohort, { ...USUAL, name, vacant, count: 1 }, tomas.id, now));
  const [running, ready] = [await set('Monday round'), await set('Thursday round')];
  const seat = (sitting: Sitting, enrolment: string, role: string, standsBy = false) =>
    database.write((write) => casting.seat(write, sitting, enrolment, { tableId: sitting.tables[0]!, role, standsBy }, now));
  await seat(ready, atienos, 'university');
  await seat(ready, thirds, '', true);
  await seat(running, atienos, 'regulator');
  await seat(running, thirds, 'providers');
  await database.write((write) => sittings.begin(write, running, tomas.id, now));
  const open = await set('Empty seats', 'empty');
  await seat(open, atienos, 'university');
  await seat(open, thirds, '', true);
  const otienos = await enrol(world, otieno, cohort);
  return {
    cohort,
    atieno,
    otieno,
    atienos,
    otienos,
    asking: await set('Next month'),
    ready,
    running,
    sarah: third,
    open,
    spare: await set('By mistake'),
  };
}

/** Says what they would like to be, without the form. */
export async function wishes({ app, database, clock }: World, { id }: Person, at: Place): Promise<void> {
  const place = await app.get(OwnSimulationStep, { strict: false }).subject({ id } as never, { ...at });
  const wish = { part: 'play' as const, roles: ['university', 'providers'], ownGroup: 'academia' as const };
  await database.write((write) => app.get(Wishes, { strict: false }).say(write, place!, wish, clock.now()));
}

const NEW: Fields = {
  scenario: `${STEP.module}/${STEP.step}`,
  name: 'Evening round',
  mode: 'async',
  tables: '1',
  starts: '',
  casting: 'wish',
  notOwn: 'yes',
  vacant: 'empty',
};

/** The tables of a cohort before its team, and before those who sit at them. */
export function settingPages({ world: { tomas }, setting }: Ground): Stop[] {
  const { cohort, atieno, otieno, atienos, otienos, asking, ready, running, sarah, open } = setting;
  const stop = (name: string, address: string, more: Partial<Stop> = {}): Stop => ({ who: tomas, name, address, status: 200, ...more });
  const tables = `/cohorts/${cohort.id}/tables`;
  const start = (enrolment: string) => `/simulations/${enrolment}/${STEP.module}/${STEP.step}`;
  const use = ({ id }: Sitting) => `/cohorts/${cohort.id}/sittings/${id}`;
  const seats = (sitting: Sitting) => `${tables}/${sitting.tables[0]}/seats`;
  return [
    stop('tables of a cohort', tables),
    stop('tables of a cohort, a new one', `${tables}/new?scenario=${STEP.module}/${STEP.step}`),
    stop('tables of a cohort, a new one without a number', tables, { fields: { ...NEW, name: '', tables: 'x' }, status: 422 }),
    stop('seats of a table, ready', seats(ready)),
    stop('seats of a table, running', seats(running)),
    stop('seats of a table, nobody chosen', seats(ready), { fields: { person: '', seat: '' }, status: 422 }),
    stop('seats of a table, at another one', seats(ready), { fields: { person: atienos, seat: 'nowhere' }, status: 404 }),
    stop('another time for tables', `${use(ready)}/time`),
    stop('another time for tables, running', `${use(running)}/time`),
    stop('another time for tables, wrong', `${use(ready)}/time`, { fields: { starts: 'soon', version: '1' }, status: 422 }),
    stop('another time for tables, somebody was quicker', `${use(asking)}/time`, { fields: { starts: '', version: '7' }, status: 409 }),
    stop('tables called off', `${use(ready)}/removal`),
    stop('seats that are empty', `/tables/${open.tables[0]}/seat`, { who: sarah }),
    stop('seats that are empty, for whoever has one', `/tables/${open.tables[0]}/seat`, { who: atieno }),
    stop('seats that are empty, none chosen', `/tables/${open.tables[0]}/seat`, { who: sarah, fields: { seat: '' }, status: 422 }),
    stop('simulation, with a table', start(atienos), { who: atieno }),
    stop('simulation, tables are set', start(otienos), { who: otieno }),
  ];
}

/** A good form for each of their routes. */
export function settingForms({ world: { tomas }, setting }: Ground): Example[] {
  const { cohort, otieno, atienos, otienos, asking, ready, running, sarah, open, spare } = setting;
  const one = (address: string, fields: Fields = {}, who = tomas): Example => ({ who, address, fields });
  const [tables, sittings] = [`/cohorts/${cohort.id}/tables`, `/cohorts/${cohort.id}/sittings`];
  return [
    one(tables, NEW),
    one(`${sittings}/${asking.id}/casting`, { by: 'wish' }),
    one(`${sittings}/${running.id}/latecomers`, { person: otienos }),
    one(`${tables}/${ready.tables[0]}/seats`, { person: atienos, seat: 'providers' }),
    one(`${tables}/${ready.tables[0]}/seats/fillings`, { 'seats.chair': 'facilitator' }),
    one(`${sittings}/${ready.id}/time`, { starts: '2030-03-01T18:00', version: '1' }),
    one(`${sittings}/${ready.id}/beginning`),
    one(`${sittings}/${spare.id}/removal`),
    one(`/tables/${open.tables[0]}/seat`, { seat: 'regulator' }, sarah),
    one(`/simulations/${otienos}/${STEP.module}/${STEP.step}/wishes`, { part: 'play', roles: 'providers', group: 'technical' }, otieno),
  ];
}
