import type { Person } from '../../src/people/person.entity';
import { settingOf } from './tour-setting';
import type { Sheet } from './trainee-pages';
import type { World } from './world';

/** Tables of people, as their team sets them and as somebody finds theirs. */
export async function settingSheets(world: World, sheet: (who: Person, name: string, address: string) => Sheet): Promise<Sheet[]> {
  const { cohort, atieno, otieno, atienos, otienos, ready, running, sarah, open } = await settingOf(world);
  const tables = `/cohorts/${cohort.id}/tables`;
  const step = 'at-the-table/exchange-point-peering';
  return [
    sheet(world.tomas, 'tables of a cohort', tables),
    sheet(world.tomas, 'tables, a new one', `${tables}/new?scenario=${step}`),
    sheet(world.tomas, 'another time for tables', `/cohorts/${cohort.id}/sittings/${ready.id}/time`),
    sheet(world.tomas, 'tables called off', `/cohorts/${cohort.id}/sittings/${ready.id}/removal`),
    sheet(world.tomas, 'seats of a table, ready', `${tables}/${ready.tables[0]}/seats`),
    sheet(world.tomas, 'seats of a table, running', `${tables}/${running.tables[0]}/seats`),
    sheet(sarah, 'seats that are empty', `/tables/${open.tables[0]}/seat`),
    sheet(atieno, 'simulation, with a table', `/simulations/${atienos}/${step}`),
    sheet(otieno, 'simulation, tables are set', `/simulations/${otienos}/${step}`),
  ];
}
