import { join } from 'node:path';
import { createDataSource } from '../../../src/database/open-database';
import { Sitting } from '../../../src/simulations/setting/sitting.entity';
import { TablePlace } from '../../../src/simulations/tables/table-place.entity';
import { type LearningWorld, startLearning } from '../../support/world';
import { PeopleTable } from '../together/people-table';

const SAYS_IT_AT_THE_PLACE = 'TellPeopleOfTheirSeats1796150000000';

describe('those who stood ready when a sitting had a list of them', () => {
  let world: LearningWorld;
  beforeAll(async () => (world = await startLearning()));
  afterAll(() => world.stop());

  it('stand ready still, and nobody else does', async () => {
    const table = await PeopleTable.opened(world, ['university']);
    for (const as of ['ready', 'looks on', 'seated since']) await table.seats('', { as });
    const placeOf = async (as: string) =>
      (await world.database.read(TablePlace).findOneByOrFail({ enrolmentId: table.enrolments[as]! })).id;
    const listed = [await placeOf('ready'), await placeOf('seated since')];
    await world.database.write((write) => write.update(TablePlace, { id: listed[1]! }, { role: 'regulator' }));
    const { databaseUrl: url, dataDir } = world.settings;
    const source = await createDataSource({ url, file: join(dataDir, 'chapterhouse.sqlite'), entities: [] }).initialize();
    try {
      if (!url) await source.query('PRAGMA foreign_keys = OFF'); // as it is on the way forth
      const last = async () =>
        (await source.query<{ name: string }[]>('SELECT "name" FROM "migrations" ORDER BY "id" DESC LIMIT 1'))[0]!.name;
      for (let name = await last(); ; name = await last()) {
        await source.undoLastMigration({ transaction: 'each' });
        if (name === SAYS_IT_AT_THE_PLACE) break;
      }
      await source.query(`UPDATE "sittings" SET "alternates" = '${JSON.stringify(listed)}'`);
      await source.runMigrations({ transaction: 'each' });
    } finally {
      await source.destroy();
    }
    const standing = await world.database.read(TablePlace).findBy({ standsBy: true });
    expect(standing.map(({ id }) => id)).toEqual([listed[0]]);
    const [sitting] = await world.database.read(Sitting).findBy({ cohortId: table.cohort.id });
    expect([sitting!.version, sitting!.tables]).toEqual([1, [table.id]]);
  });
});
