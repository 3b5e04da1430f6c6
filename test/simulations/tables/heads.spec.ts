import { Logs } from '../../../src/simulations/tables/logs.service';
import { SimulationTable } from '../../../src/simulations/tables/simulation-table.entity';
import { startLearning, type LearningWorld } from '../../support/world';
import { PeopleTable } from '../together/people-table';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

describe('a log that goes on while somebody reads it', () => {
  const headOf = (table: PeopleTable) => world.database.read(SimulationTable).findOneByOrFail({ id: table.id });
  const logs = () => world.app.get(Logs, { strict: false });

  it('is read as it is now by whoever found the table a moment earlier', async () => {
    const table = await PeopleTable.opened(world, ['university', 'chair']);
    const before = await headOf(table);
    await table.does('university', { do: 'be-ready' });
    expect((await logs().of(before)).events).toHaveLength(before.headSeq + 1);
  });

  it('is read up to where it was found by whoever reads it for the first time', async () => {
    const table = await PeopleTable.opened(world, ['university', 'chair']);
    const before = await headOf(table);
    await table.does('university', { do: 'be-ready' });
    (logs() as unknown as { known: Map<string, unknown> }).known.clear(); // as in another process
    expect((await logs().of(before)).events).toHaveLength(before.headSeq);
    expect((await table.log()).events).toHaveLength(before.headSeq + 1);
  });
});
