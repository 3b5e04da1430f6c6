import { join } from 'node:path';
import { createDataSource } from '../../../src/database/open-database';
import { rowsOf } from '../../support/tables';
import { type LearningWorld, startLearning } from '../../support/world';
import { Seat } from '../seat';

const GIVES_PLACES = 'GivePeoplePlacesAtTables1796070000000';

describe('tables from before people had places at them', () => {
  let world: LearningWorld;
  beforeAll(async () => (world = await startLearning()));
  afterAll(() => world.stop());

  it('are somebody’s own still, with their seat and how far they came', async () => {
    const first = await Seat.taken(world, world.wanjiku);
    await first.does({ do: 'close-without-outcome', words: null });
    await first.does({ do: 'finish-debrief' });
    const second = await Seat.taken(world, world.baraka, 'providers');
    const told = async () => {
      const sorted = async (table: string) => (await rowsOf(world.database, table)).map((row) => JSON.stringify(row)).sort();
      const places = (await rowsOf(world.database, 'table_places')).map((place) => JSON.stringify({ ...place, id: '' })).sort();
      return JSON.stringify([places, await sorted('simulation_tables'), await sorted('table_events')]);
    };
    const before = await told();
    const { databaseUrl: url, dataDir } = world.settings;
    const source = await createDataSource({ url, file: join(dataDir, 'chapterhouse.sqlite'), entities: [] }).initialize();
    try {
      if (!url) await source.query('PRAGMA foreign_keys = OFF'); // as it is on the way forth
      const last = async () =>
        (await source.query<{ name: string }[]>('SELECT "name" FROM "migrations" ORDER BY "id" DESC LIMIT 1'))[0]!.name;
      for (let name = await last(); ; name = await last()) {
        await source.undoLastMigration({ transaction: 'each' });
        if (name === GIVES_PLACES) break;
      }
      const old = await source.query<Record<string, unknown>[]>(
        'SELECT "personId", "role", "debriefedAt" FROM "simulation_tables" ORDER BY "openedAt", "role" DESC',
      );
      expect(old.map(({ personId, role, debriefedAt }) => [personId, role, debriefedAt !== null])).toEqual([
        [world.wanjiku.id, 'university', true],
        [world.baraka.id, 'providers', false],
      ]);
      await source.runMigrations({ transaction: 'each' });
    } finally {
      await source.destroy();
    }
    expect(await told()).toBe(before);
    expect((await second.goesOn()).address).toBe(second.address);
  });
});
