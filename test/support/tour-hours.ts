import { digestToken } from '../../src/simulations/hours/digest-token';
import { newId } from '../../src/kernel/identifier';
import { PeopleTable } from '../simulations/together/people-table';
import type { Ground } from './tour';
import type { Example } from './tour-forms';
import type { Stop } from './tour-pages';
import type { World } from './world';

/** Links of letters about tables that go on by letters, as addresses: to whoever sits there, and to whoever looks on at one that has been stopped. */
export interface GroundHours {
  digest: string;
  looking: string;
  /** of the table's time, for its team */
  page: string;
  live: string;
}

export async function hoursOf(world: World): Promise<GroundHours> {
  const table = await PeopleTable.opened(world, ['incumbent', 'exchange', 'providers', 'university', 'chair'], 'async');
  await table.enters('opening');
  const ref = newId();
  await table.does('exchange', { do: 'speak', words: { ref }, length: 4 }, { text: { ref, text: '⟦Local traffic stays local~⟧' } });
  const other = await (await PeopleTable.opened(world, ['chair'], 'async')).seats('', { as: 'looks on' });
  await other.directs({ do: 'pause' });
  const live = await PeopleTable.opened(world, ['chair']);
  const page = (of: PeopleTable) => `/cohorts/${of.cohort.id}${of.address}/hours`;
  return {
    page: page(table),
    live: page(live),
    digest: await digestOf(world, table, 'incumbent'),
    looking: await digestOf(world, other, 'looks on'),
  };
}

/** The link of a letter, for somebody at a table. */
export async function digestOf({ database, settings }: World, table: PeopleTable, as: string): Promise<string> {
  const sql = 'SELECT "id" FROM "table_places" WHERE "tableId" = ? AND "personId" = ?';
  const [place] = await database.rows<{ id: string }>(sql, [table.id, table.people[as]!.id]);
  return `${table.address}/digest/${digestToken(table.id, place!.id, settings.sessionSecret)}`;
}

export function hoursPages({ hours, world: { amara, tomas } }: Ground): Stop[] {
  const stop = (name: string, address: string, status = 200): Stop => ({ who: null, name, address, status });
  const { page } = hours;
  return [
    stop('table, read by link', hours.digest),
    stop('table, read by link, stopped', hours.looking),
    stop('table, a link that is none', `${hours.digest.slice(0, -1)}-`, 404),
    { who: tomas, name: 'time of a table', address: page, status: 200 },
    { who: amara, name: 'time of a live table', address: hours.live, status: 200 },
    { who: tomas, name: 'time of a table, no rule', address: page, status: 422, fields: { rule: '', version: '0' } },
    { who: amara, name: 'time of a table, changed meanwhile', address: page, status: 409, fields: { rule: 'wait', version: '9' } },
  ];
}

export function hoursForms({ hours, world: { tomas } }: Ground): Example[] {
  return [{ who: tomas, address: hours.page, fields: { rule: 'script', version: '0' } }];
}
